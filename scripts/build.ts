import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { clientConfig } from '../runtime/client/vite.config.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = ['runtime/client', 'runtime/fields', 'runtime/expressions', 'runtime/model', 'runtime/registry.ts', 'plugins', 'package-lock.json', ...readdirSync(join(root, 'seed')).map((app) => `seed/${app}/maps`)];
const stamp = join(root, 'dist/client/.stamp');

/** Builds the browser client into `dist/client`, unless what it is made of has not changed; tells whether it built. */
export async function buildClient({ force = false }: { force?: boolean } = {}): Promise<boolean> {
  const hash = await hashOf(sources);
  if (!force && existsSync(join(root, 'dist/client/index.html')) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return false;
  await build(clientConfig);
  await compressAssets(join(root, 'dist/client'));
  await writeFile(stamp, hash);
  return true;
}

/** The server sends these as they are: compressing well is done once, here. */
async function compressAssets(folder: string): Promise<void> {
  for (const file of (await filesIn(folder)).filter((name) => /\.(js|css|svg|html|json|geojson)$/.test(name))) {
    const content = await readFile(file);
    if (content.length < 1024) continue;
    await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
    await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
  }
}

async function hashOf(paths: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) for (const file of await filesIn(join(root, path))) hash.update(relative(root, file)).update('\0').update(await readFile(file)).update('\0');
  return hash.digest('hex');
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return existsSync(path) ? [path] : [];
  const nested = await Promise.all(entries.filter((entry) => !entry.name.endsWith('.test.ts')).map((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)])));
  return nested.flat().sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = Date.now();
  const built = await buildClient({ force: process.argv.includes('--force') });
  process.stdout.write(built ? `Built dist/client in ${((Date.now() - started) / 1000).toFixed(1)} s\n` : 'dist/client is up to date\n');
}
