import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { projectRoot } from '../checks/project-files.ts';

/** Writes a generated file; with `check` it only says whether the one there is the same. */
export function writeGenerated(target: string, text: string, { check }: { check: boolean }): boolean {
  const isFresh = existsSync(target) && readFileSync(target, 'utf8') === text;
  if (isFresh) return true;
  if (check) {
    console.error(`${relative(projectRoot, target)} is stale: run npm run generate`);
    return false;
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  return true;
}
