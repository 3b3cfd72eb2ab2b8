import type { State, Variables } from '../../bpmn/index.ts';
import { prepare, withValues } from '../db/prepared.ts';
import type { ProcessRun } from './process-run.ts';

const upsert = prepare(
  `insert into tamga.variable (instance_id, holder, name, type, value, alive) select $1, h, n, t, v, true from unnest($2::text[], $3::text[], $4::text[], $5::jsonb[]) as x (h, n, t, v)
   on conflict (instance_id, holder, name) do update set type = excluded.type, value = excluded.value, alive = true`);
const retire = prepare(`update tamga.variable v set alive = false from unnest($2::text[], $3::text[]) as x (holder, name) where v.instance_id = $1 and v.holder = x.holder and v.name = x.name`);

/** The whole instance as the holder of its variables. */
export const wholeInstance = '';

/** Keeps the rows of variables like the state: what searches and other programs read. */
export async function storeVariables(run: ProcessRun): Promise<void> {
  const before = holdersIn(run.before);
  const after = holdersIn(run.state);
  if (run.final) after.set(wholeInstance, run.final);
  if (before.size === 0 && after.size === 0) return;
  const changed: { holder: string; name: string; type: string; value: string }[] = [];
  const gone: { holder: string; name: string }[] = [];
  for (const [holder, variables] of after) {
    const known = before.get(holder);
    for (const [name, variable] of Object.entries(variables)) {
      if (known?.[name] !== variable) changed.push({ holder, name, type: variable.type, value: JSON.stringify(variable.value ?? null) });
    }
  }
  for (const [holder, variables] of before) for (const name of Object.keys(variables)) if (!Object.hasOwn(after.get(holder) ?? {}, name)) gone.push({ holder, name });
  const { ctx: { db }, instance: { id } } = run;
  if (changed.length > 0) await db.query(withValues(upsert, [id, changed.map((c) => c.holder), changed.map((c) => c.name), changed.map((c) => c.type), changed.map((c) => c.value)]));
  if (gone.length > 0) await db.query(withValues(retire, [id, gone.map((g) => g.holder), gone.map((g) => g.name)]));
}

/** Variables by their holder: the instance, a scope in it or one visit of a node. */
function holdersIn({ scopes, tokens }: State): Map<string, Variables> {
  const holders = new Map<string, Variables>();
  for (const { id, parentTokenId, variables } of scopes) if (variables) holders.set(parentTokenId === undefined ? wholeInstance : `scope ${id}`, variables);
  for (const { executionId, variables } of tokens) if (variables) holders.set(executionId, variables);
  return holders;
}
