import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

const skipped = new Set(['node_modules', 'dist', '.tamga', 'test-output', '.git']);

/** The project's own files in these folders with these endings; git tells them apart from others where it can. */
export function projectFiles(folders: string[], ending: RegExp): { path: string; text: string }[] {
  return listed(folders).filter((path) => ending.test(path) && existsSync(join(projectRoot, path))).map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));
}

function listed(folders: string[]): string[] {
  try {
    const text = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...folders], { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 });
    return [...new Set(text.split('\0').filter(Boolean))].sort();
  } catch {
    // A copy without git, such as an unpacked release.
    return folders.flatMap((folder) => walk(folder)).sort();
  }
}

function walk(folder: string): string[] {
  const full = join(projectRoot, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true }).filter((entry) => !skipped.has(entry.name)).flatMap((entry) => (entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}
