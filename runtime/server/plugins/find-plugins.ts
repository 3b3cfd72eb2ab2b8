import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of the plugins in use: those that `TAMGA_PLUGINS` names (`none` for no one), else all that are there. */
export function findPlugins(folder: string, wanted = process.env['TAMGA_PLUGINS']): { name: string; path: string; isNamed: boolean }[] {
  const there = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.ts'))).map(({ name }) => name).sort() : [];
  const named = wanted?.split(',').map((part) => part.trim()).filter((part) => part !== '' && part !== 'none');
  for (const name of named ?? []) if (!there.includes(name)) throw new Error(`TAMGA_PLUGINS: 没有插件“${name}” / there is no plugin "${name}" (${there.join(', ') || 'none'})`);
  return (named ?? there).map((name) => ({ name, path: join(folder, name), isNamed: named !== undefined }));
}
