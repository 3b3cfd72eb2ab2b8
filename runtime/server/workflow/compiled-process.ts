import { expressionsOf, parseProcess, type Process } from '../../bpmn/index.ts';
import { parse, type Expression } from '../../expressions/index.ts';
import { processScope } from '../../model/link/link-process.ts';
import { type BoundProcess, type Entity, type Model } from '../../model/model.ts';
import type { Context, Services } from '../context.ts';
import { drivenEntity } from './no-record.ts';

/** One immutable version of a process, ready to run. */
export interface CompiledProcess {
  definitionId: string;
  version: number;
  process: Process;
  entity: Entity;
  expressions: ReadonlyMap<string, Expression>;
}

interface Stored { id: string; key: string; version: number; hash: string; xml: string; entity: string }

type Cache = Map<string, Promise<CompiledProcess>>;

// Entities may change under an old version, so what was compiled lives as long as the model it was compiled for;
// by server, because two servers of one model may have different databases.
const caches = new WeakMap<Services, WeakMap<Model, Cache>>();

/** The version an instance runs on: the current one as linked, an older one read again from its stored XML. */
export function compiledProcess(ctx: Context, definitionId: string): Promise<CompiledProcess> {
  return remember(ctx, definitionId, async () => {
    const { rows: [stored] } = await ctx.db.query<Stored>('select id, key, version, hash, xml, entity from tamga.process_definition where id = $1', [definitionId]);
    if (!stored) throw new Error(`Process definition ${definitionId} is not stored.`);
    return compile(ctx.model, stored);
  });
}

/** The newest version of a process, whether it came with the definitions or was deployed by itself. */
export async function latestProcess(ctx: Context, key: string): Promise<CompiledProcess | undefined> {
  const bound = ctx.model.processes.get(key);
  if (bound) return currentProcess(ctx, bound);
  const { rows: [stored] } = await ctx.db.query<{ id: string }>('select id from tamga.process_definition where key = $1 order by version desc limit 1', [key]);
  return stored && compiledProcess(ctx, stored.id);
}

/** The deployed version of a process of the context's model: what new instances run on. */
export function currentProcess(ctx: Context, bound: BoundProcess): Promise<CompiledProcess> {
  return remember(ctx, bound.key, async () => {
    const { rows: [stored] } = await ctx.db.query<Stored>(
      'select id, key, version, hash, xml, entity from tamga.process_definition where key = $1 and hash = $2 order by version desc limit 1', [bound.key, bound.hash]);
    if (!stored) throw new Error(`Process ${bound.key} is not deployed.`);
    return compile(ctx.model, stored);
  });
}

function remember(ctx: Context, key: string, make: () => Promise<CompiledProcess>): Promise<CompiledProcess> {
  const cache = cacheOf(ctx);
  let found = cache.get(key);
  if (!found) {
    found = make();
    cache.set(key, found);
    found.catch(() => cache.delete(key));
  }
  return found;
}

function cacheOf({ services, model }: Context): Cache {
  let models = caches.get(services);
  if (!models) caches.set(services, models = new WeakMap());
  let cache = models.get(model);
  if (!cache) models.set(model, cache = new Map());
  return cache;
}

async function compile(model: Model, stored: Stored): Promise<CompiledProcess> {
  const entity = drivenEntity(model, stored.entity);
  const current = model.processes.get(stored.key);
  if (current?.hash === stored.hash) return { definitionId: stored.id, version: stored.version, entity, process: current.process, expressions: current.expressions };
  const { process } = await parseProcess(stored.xml);
  if (!process) throw new Error(`Process ${stored.key} version ${stored.version} can't be read.`);
  const variables = processScope(process, entity);
  const expressions = new Map<string, Expression>();
  // What no longer fits the entity is missing here and becomes an incident when a token gets there.
  for (const { text } of expressionsOf(process)) {
    const { expression } = parse(text, { variables });
    if (expression) expressions.set(text, expression);
  }
  return { definitionId: stored.id, version: stored.version, entity, process, expressions };
}
