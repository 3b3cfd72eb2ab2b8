import { entityOf, type Entity } from '../../model/model.ts';
import { problem, type FieldError } from '../../problems.ts';
import { todayOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';

/** A grant that people make may not be their own, and may not join a role with one that it excludes, or that excludes it; administrators hold no business roles. */
export async function checkGrant(ctx: Context, entity: Entity, values: Record<string, unknown>): Promise<FieldError[]> {
  if (entity.key !== 'platform/role-grant' || ctx.principal.kind === 'system' || typeof values['role'] !== 'string') return [];
  const role = ctx.model.roles.get(values['role']);
  if (!role) return [];
  if (values['user'] === ctx.principal.user?.id) throw problem('grant.own');
  const exclusive = [...ctx.model.roles].filter(([name, other]) => role.administrative !== other.administrative || role.excludes.includes(name) || other.excludes.includes(values['role'] as string));
  if (exclusive.length === 0) return [];
  // Lock the person: two grants given at once must see each other.
  await ctx.db.query(`select 1 from ${tableOf(entityOf(ctx.model, 'platform/user'))} where id = $1 for no key update`, [values['user']]);
  const held = await ctx.db.query<{ role: string }>(
    `select ${columnOf(entity, 'role')} as role from ${tableOf(entity)} where ${columnOf(entity, 'user')} = $1 and ${columnOf(entity, 'role')} = any($2) and id is distinct from $3
     and (${columnOf(entity, 'validUntil')} is null or ${columnOf(entity, 'validUntil')} >= $4::date)`,
    [values['user'], exclusive.map(([name]) => name), values['id'] ?? null, todayOf(ctx.services.clock)]);
  return held.rows.slice(0, 1).map((row) => ({ field: 'role', code: 'grant.exclusive', params: { role: role.label, other: ctx.model.roles.get(row.role)!.label } }));
}
