import { entityOf } from '../../model/model.ts';
import { raw, toNative } from '../db/builder.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../clock.ts';

/** Ids of the active people whose grant of one of the roles covers a record with this owner. */
export async function holdersOf(ctx: Context, roles: readonly string[], owner: { org: string | null; area: string | null }): Promise<string[]> {
  if (roles.length === 0) return [];
  const grant = entityOf(ctx.model, 'platform/role-grant');
  const user = entityOf(ctx.model, 'platform/user');
  const org = entityOf(ctx.model, 'platform/organization');
  const query = raw(`select distinct u.id from ??.?? g join ??.?? u on u.id = g."user" and u.active
    where g.role = any(?) and (g.valid_until is null or g.valid_until >= ?::date) and (
      g.scope = 'all'
      or (g.scope = 'unit' and g.org = ?::uuid)
      or (g.scope = 'unit-below' and g.org in (with recursive up as (select id, parent from ??.?? where id = ?::uuid union select o.id, o.parent from ??.?? o join up on up.parent = o.id) select id from up))
      or (g.scope = 'area-below' and ?::text like (case when length(g.area) > 6 then regexp_replace(g.area, '(000)+$', '') else regexp_replace(g.area, '(00)+$', '') end) || '%'))`,
  [grant.schema, grant.table, user.schema, user.table, raw('?', [roles]), todayOf(ctx.services.clock), owner.org, org.schema, org.table, owner.org, org.schema, org.table, owner.area]);
  const { text, values } = toNative(query as never);
  const { rows } = await ctx.db.query<{ id: string }>(text, values);
  return rows.map((r) => r.id);
}
