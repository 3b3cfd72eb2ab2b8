import { entityOf } from '../../../model/model.ts';
import { todayOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { columnOf, tableOf } from '../../db/quoted-names.ts';

// Longer chains of people who are away do not occur; the check against circles keeps them finite anyhow.
const longest = 5;

/** Whoever stands in today for one of the people, over several steps, for a process. */
export async function deputiesOf(ctx: Context, people: readonly string[], processKey: string): Promise<string[]> {
  if (people.length === 0 || !ctx.model.entities.has('platform/substitute')) return [];
  const substitute = entityOf(ctx.model, 'platform/substitute');
  const s = (name: string): string => `s.${columnOf(substitute, name)}`;
  const user = entityOf(ctx.model, 'platform/user');
  const { rows } = await ctx.db.query<{ deputy: string }>(
    `with recursive away (deputy, depth) as (
       select ${s('deputy')}, 1 from ${tableOf(substitute)} s where ${s('person')} = any($1) and ${holds(s)}
       union
       select ${s('deputy')}, away.depth + 1 from ${tableOf(substitute)} s join away on ${s('person')} = away.deputy where away.depth < ${longest} and ${holds(s)}
     )
     select distinct away.deputy from away join ${tableOf(user)} u on u.id = away.deputy and u.${columnOf(user, 'active')}`,
    [people, todayOf(ctx.services.clock), processKey]);
  return rows.map(({ deputy }) => deputy);
}

const holds = (s: (name: string) => string): string =>
  `${s('from')} <= $2::date and ${s('until')} >= $2::date and (coalesce(cardinality(${s('processes')}), 0) = 0 or $3 = any(${s('processes')}))`;
