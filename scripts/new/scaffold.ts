import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newApp } from './new-app.ts';
import { newEntity } from './new-entity.ts';
import { newPlugin } from './new-plugin.ts';
import { newProcess } from './new-process.ts';

/** A wrong argument or a name that is taken; nothing was written. */
export class MistakenOrder extends Error {}

/** Files to write by path; a change of an existing one is its whole new content. */
export interface Draft { made: Record<string, string>; changed: Record<string, string> }
/** What a scaffold may look at. */
export interface Place { read: (path: string) => Promise<Record<string, unknown>>; has: (path: string) => boolean }
export type Scaffold = (place: Place, name: { app: string; name: string }, label: string) => Promise<Draft>;

const usage = `用法 / usage:
  npm run new -- app fleet 车队
  npm run new -- entity fleet/trip 出车
  npm run new -- process fleet/trip 出车审批       (实体 fleet/trip 的审批流程 / approval of the entity fleet/trip)
  npm run new -- plugin number-plates 车牌号`;

const kinds: Record<string, { inApp: boolean; scaffold: Scaffold }> = {
  app: { inApp: false, scaffold: newApp }, entity: { inApp: true, scaffold: newEntity }, process: { inApp: true, scaffold: newProcess }, plugin: { inApp: false, scaffold: newPlugin },
};

/** Writes the minimal files of one new thing so that they link; returns their paths. Refuses names that are taken. */
export async function scaffold(root: string, [kind = '', path = '', label = '', ...more]: string[]): Promise<string[]> {
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!known || path === '' || label.trim() === '' || more.length > 0) throw new MistakenOrder(usage);
  const [first = '', second, ...rest] = path.split('/');
  const parts = known.inApp ? [first, second ?? ''] : [first];
  if (rest.length > 0 || (!known.inApp && second !== undefined)) throw new MistakenOrder(usage);
  for (const part of parts) if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(part) || part.length > 50) throw new MistakenOrder(`“${part}” 不是名称：小写字母开头，用连字符分词，如 stock-loss。/ "${part}" is no name: kebab-case such as stock-loss.`);
  const has = (file: string): boolean => existsSync(join(root, file));
  const read = async (file: string): Promise<Record<string, unknown>> => {
    if (!has(file)) throw new MistakenOrder(`${file} 不存在。/ ${file} does not exist.`);
    return JSON.parse(await readFile(join(root, file), 'utf8')) as Record<string, unknown>;
  };
  const { made, changed } = await known.scaffold({ read, has }, { app: first, name: second ?? first }, label.trim());
  const taken = Object.keys(made).find(has);
  if (taken !== undefined) throw new MistakenOrder(`${taken} 已存在。/ ${taken} exists already.`);
  for (const [file, text] of Object.entries({ ...made, ...changed })) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return [...Object.keys(made), ...Object.keys(changed)];
}

/** A definition as people would write it. */
export function toJson(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
