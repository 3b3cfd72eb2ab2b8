import { fileStores, type FileStore } from '../../registry.ts';
import { localFiles } from './local-files.ts';

/** Opens the file store that `TAMGA_FILE_STORE` names; `local`, the folder of this machine, where it names none. */
export function openFileStore(home: string, name = process.env['TAMGA_FILE_STORE'] ?? 'local'): FileStore {
  if (name === 'local') return localFiles(home);
  const type = fileStores.get(name);
  if (!type) throw new Error(`TAMGA_FILE_STORE: 没有文件存储“${name}”，或其插件缺少设置 / there is no file store "${name}", or its plugin has no settings (local, ${fileStores.all().map((one) => one.name).join(', ')})`);
  return type.open({ home });
}
