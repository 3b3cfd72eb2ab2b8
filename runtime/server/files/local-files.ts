import { open, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileStore } from '../../registry.ts';
import { filePath } from './file-path.ts';

/** Files in a folder of this machine. */
export function localFiles(home: string): FileStore {
  return {
    put: async (id, from) => {
      const path = filePath(home, id);
      await mkdir(dirname(path), { recursive: true });
      await rename(from, path);
      await syncFolder(dirname(path));
    },
    read: async (id) => (await open(filePath(home, id), 'r')).createReadStream(),
    remove: (id) => rm(filePath(home, id), { force: true }),
  };
}

/** A new name is only safe when its folder is written, too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().catch(() => undefined);
  await folder.close();
}
