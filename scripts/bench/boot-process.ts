import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from '../../runtime/model/source.ts';
import { boot } from '../../runtime/server/boot.ts';
import { buildModel, loadSources, loadValidator } from '../../runtime/server/load.ts';
import { projectRoot } from '../checks/project-files.ts';

/** What a start costs, in milliseconds and megabytes. */
export interface BootFigures { entities: number; read: number; link: number; boot: number; memory: number }

// A process of its own, as a start is: nothing compiled, nothing cached.
process.on('message', (order: { databaseUrl: string; home: string; more: number }) => void start(order).then((figures) => process.send?.(figures)));

async function start({ databaseUrl, home, more }: { databaseUrl: string; home: string; more: number }): Promise<BootFigures> {
  const timer = stopwatch();
  const { sources } = await loadSources(projectRoot);
  const all = [...sources.filter(({ kind }) => kind !== 'scenario'), ...await generated(more)];
  await loadValidator();
  const read = timer();
  const { model, problems } = await buildModel(all);
  if (!model) throw new Error(JSON.stringify(problems[0]));
  const link = timer();
  const server = await boot({ databaseUrl, root: projectRoot, home, model, seeds: [], background: false });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const booted = timer();
  // What is left when everything used at the start is thrown away.
  globalThis.gc?.();
  const memory = process.memoryUsage().rss / 2 ** 20;
  await server.close();
  return { entities: model.entities.size, read, link, boot: booted, memory };
}

function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const passed = performance.now() - last;
    last += passed;
    return passed;
  };
}

/** Copies of the bench's entity in apps of fifty, with the role that may read them. */
async function generated(count: number): Promise<Source[]> {
  if (count === 0) return [];
  const folder = join(import.meta.dirname, 'definitions/app-definitions/bench/inspection');
  const entity = JSON.parse(await readFile(join(folder, 'inspection.entity.json'), 'utf8')) as Record<string, unknown> & { fields: Record<string, unknown> };
  const fields = { ...entity.fields, venue: { type: 'org', label: { zh: '场所', en: 'Venue' }, required: true } };
  const sources: Source[] = [];
  for (let i = 0; i < count; i += 1) {
    const app = `load${Math.floor(i / 50)}`;
    const add = (kind: string, name: string, content: unknown): void => { sources.push({ file: `${app}/${name}.${kind}.json`, app, kind, name, content }); };
    if (i % 50 === 0) {
      add('app', 'app', { label: { zh: app, en: app }, needs: ['platform'], menu: [] });
      add('role', 'reader', { label: { zh: '查看', en: 'Reader' }, grants: Object.fromEntries(Array.from({ length: Math.min(50, count - i) }, (_, n) => [`record${i + n}`, { read: true, hide: ['phone'] }])) });
    }
    add('entity', `record${i}`, { ...entity, states: undefined, fields });
  }
  return sources;
}
