import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Locked { version?: string; license?: string; integrity?: string; resolved?: string; dev?: boolean }

// CycloneDX 1.5 list of every locked package; redirect it into a file for the assessor.
const { name, version } = JSON.parse(await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as { name: string; version: string };
const { packages } = JSON.parse(await readFile(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
const components = Object.entries(packages).filter(([path]) => path !== '').map(([path, locked]) => {
  const full = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const [algorithm, digest] = locked.integrity?.split('-') ?? [];
  return {
    type: 'library', name: full, version: locked.version ?? '', scope: locked.dev ? 'excluded' : 'required',
    purl: `pkg:npm/${full.replace('@', '%40')}@${locked.version ?? ''}`,
    ...(locked.license ? { licenses: [{ expression: locked.license }] } : {}),
    ...(algorithm && digest ? { hashes: [{ alg: algorithm.toUpperCase().replace('SHA', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }] } : {}),
  };
});
console.log(JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata: { component: { type: 'application', name, version } }, components }, null, 2));
