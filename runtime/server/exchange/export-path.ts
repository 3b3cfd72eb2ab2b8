import { join } from 'node:path';

/** Where the file of an export job lies. */
export function exportPath(home: string, job: string): string {
  return join(home, 'exports', `${job}.xlsx`);
}
