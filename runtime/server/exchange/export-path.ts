import { join } from 'node:path';

/** Where the file that a job made lies. */
export function exportPath(home: string, job: string): string {
  return join(home, 'exports', job);
}

/** Where the sheet that a job imports lies. */
export function importPath(home: string, job: string): string {
  return join(home, 'imports', job);
}
