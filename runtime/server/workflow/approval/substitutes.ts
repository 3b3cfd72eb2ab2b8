import { entityOf } from '../../../model/model.ts';
import { invalid, problem } from '../../../problems.ts';
import { isId } from '../../../fields/index.ts';
import { todayOf } from '../../clock.ts';
import { asSystem, type Context } from '../../context.ts';
import { columnOf, tableOf } from '../../db/quoted-names.ts';
import { create } from '../../operations/create.ts';
import { loadRow } from '../../operations/rows.ts';
import { remove } from '../../operations/remove.ts';
import { describePeople, type Choosable } from './permitted-people.ts';

export interface Substitution { id: string; person: { id: string; title: string }; deputy: { id: string; title: string }; from: string; until: string; processes: string[]; own: boolean }

/** Rules of the person that are not over: who stands in for them, and for whom they do. */
export async function substitutesOf(ctx: Context): Promise<{ items: Substitution[] }> {
  const { c, table } = names(ctx);
  const user = entityOf(ctx.model, 'platform/user');
  const { rows } = await ctx.db.query<{ id: string; person: string; personName: string; deputy: string; deputyName: string; from: string; until: string; processes: string[] | null }>(
    `select s.id, s.${c('person')} as person, p.${columnOf(user, 'name')} as "personName", s.${c('deputy')} as deputy, d.${columnOf(user, 'name')} as "deputyName",
       s.${c('from')}::text as "from", s.${c('until')}::text as until, s.${c('processes')} as processes
     from ${table} s join ${tableOf(user)} p on p.id = s.${c('person')} join ${tableOf(user)} d on d.id = s.${c('deputy')}
     where $1 in (s.${c('person')}, s.${c('deputy')}) and s.${c('until')} >= $2::date order by s.${c('from')}, s.id`, [ctx.principal.user?.id ?? null, todayOf(ctx.services.clock)]);
  return { items: rows.map((row) => ({
    id: row.id, person: { id: row.person, title: row.personName }, deputy: { id: row.deputy, title: row.deputyName }, from: row.from, until: row.until, processes: row.processes ?? [], own: row.person === ctx.principal.user?.id,
  })) };
}

/** Who may stand in for the person: colleagues of the unit, and holders of a role the person holds. */
export async function possibleDeputies(ctx: Context, search = '', limit = 50): Promise<{ items: Choosable[] }> {
  const { user, grants } = ctx.principal;
  const people = entityOf(ctx.model, 'platform/user');
  const grant = entityOf(ctx.model, 'platform/role-grant');
  const { rows } = await ctx.db.query<{ id: string }>(
    `select u.id from ${tableOf(people)} u where u.id <> $1 and (u.${columnOf(people, 'org')} = $2 or exists (
       select 1 from ${tableOf(grant)} g where g.${columnOf(grant, 'user')} = u.id and g.${columnOf(grant, 'role')} = any($3) and (g.${columnOf(grant, 'validUntil')} is null or g.${columnOf(grant, 'validUntil')} >= $4::date)))`,
    [user?.id ?? null, user?.org?.id ?? null, grants.map(({ role }) => role), todayOf(ctx.services.clock)]);
  return { items: await describePeople(ctx, rows.map(({ id }) => id), search.trim(), limit) };
}

/** The person names somebody who does their tasks for some days. */
export async function addSubstitute(ctx: Context, values: { deputy: string; from: string; until: string; processes?: readonly string[]; reason?: string | null }): Promise<{ items: Substitution[] }> {
  const { items } = values.deputy === ctx.principal.user?.id ? { items: [{ id: values.deputy }] } : await possibleDeputies(ctx, '', 100_000);
  // Oneself is refused with its own words below.
  if (!items.some(({ id }) => id === values.deputy)) throw invalid([{ field: 'deputy', code: 'task.person', params: { name: values.deputy } }]);
  await create(asSystem(ctx), entityOf(ctx.model, 'platform/substitute'), { ...values, person: ctx.principal.user?.id ?? null });
  return substitutesOf(ctx);
}

/** Ends an own rule at once. */
export async function removeSubstitute(ctx: Context, id: string): Promise<void> {
  const entity = entityOf(ctx.model, 'platform/substitute');
  const row = isId(id) ? await loadRow(ctx, entity, id) : undefined;
  if (!row || row['person'] !== ctx.principal.user?.id) throw problem('not-found');
  await remove(asSystem(ctx), entity, id);
}

/** Before a commit that changed such rules: nobody may end up standing in for themselves, over however many steps, on a day that all the rules share. */
export async function refuseCircles(ctx: Context): Promise<void> {
  const changed = [...ctx.tx?.touched.get('platform/substitute') ?? []];
  if (changed.length === 0) return;
  const { c, table } = names(ctx);
  // Two rules made at once must see each other.
  await ctx.db.query(`select pg_advisory_xact_lock(hashtext('tamga.substitute'))`);
  const { rows: self } = await ctx.db.query(`select 1 from ${table} where id = any($1) and ${c('person')} = ${c('deputy')}`, [changed]);
  if (self.length > 0) throw invalid([{ field: 'deputy', code: 'substitute.self' }]);
  const { rows: [circle] } = await ctx.db.query<{ people: string[] }>(
    `with recursive chain as (
       select s.${c('person')} as first, s.${c('deputy')} as last, s.${c('from')} as from_day, s.${c('until')} as until_day, array[s.${c('person')}, s.${c('deputy')}] as people from ${table} s where s.id = any($1)
       union all
       select chain.first, s.${c('deputy')}, greatest(chain.from_day, s.${c('from')}), least(chain.until_day, s.${c('until')}), chain.people || s.${c('deputy')}
       from chain join ${table} s on s.${c('person')} = chain.last and s.${c('from')} <= chain.until_day and s.${c('until')} >= chain.from_day
       where chain.last <> chain.first and cardinality(chain.people) < 20 and (s.${c('deputy')} = chain.first or not s.${c('deputy')} = any(chain.people))
     ) select people from chain where last = first limit 1`, [changed]);
  if (!circle) return;
  const user = entityOf(ctx.model, 'platform/user');
  const { rows } = await ctx.db.query<{ id: string; name: string }>(`select id, ${columnOf(user, 'name')} as name from ${tableOf(user)} where id = any($1)`, [circle.people]);
  throw invalid([{ field: 'deputy', code: 'substitute.cycle', params: { names: circle.people.map((id) => rows.find((row) => row.id === id)?.name ?? id).join(' → ') } }]);
}

function names(ctx: Context): { c: (name: string) => string; table: string } {
  const substitute = entityOf(ctx.model, 'platform/substitute');
  return { c: (name) => columnOf(substitute, name), table: tableOf(substitute) };
}
