import { entityOf } from '../../../model/model.ts';
import { noEntity } from '../../../model/no-entity.ts';
import { invalid } from '../../../problems.ts';
import { holdersOf } from '../../access/holders.ts';
import type { Context } from '../../context.ts';
import { drivenEntity } from '../no-record.ts';
import { columnOf, tableOf } from '../../db/quoted-names.ts';
import { loadRow } from '../../operations/rows.ts';
import type { Instance } from '../instance.ts';
import type { Task } from '../task.ts';

export type PeopleFor = 'transfer' | 'delegate' | 'add-sign' | 'copy';
export interface Choosable { id: string; title: string; hint?: string }

/** Ids of those who may be chosen: for a task those who may do it themselves, for advice, signature and copy also everybody who may read the record. */
export async function permittedPeople(ctx: Context, instance: Instance, task: Task | undefined, operation: PeopleFor): Promise<Set<string>> {
  const people = new Set(task ? await holdersOf(ctx, task.roles, { org: task.scopeOrg, area: task.scopeArea }) : []);
  if (operation !== 'transfer' || people.size === 0) for (const id of await readersOf(ctx, instance)) people.add(id);
  if (operation !== 'copy' && task?.notApplicant) people.delete(instance.starter);
  const me = ctx.principal.user?.id;
  if (me !== undefined) people.delete(me);
  if (task?.assignee) people.delete(task.assignee);
  return people;
}

/** Refuses people who may not be chosen, naming the field. */
export async function requirePermitted(ctx: Context, chosen: readonly string[], from: { instance: Instance; task?: Task; operation: PeopleFor }): Promise<void> {
  const permitted = await permittedPeople(ctx, from.instance, from.task, from.operation);
  const refused = chosen.filter((id) => !permitted.has(id));
  if (refused.length === 0) return;
  const names = await describePeople(ctx, refused.filter(isUuid));
  throw invalid([{ field: 'to', code: 'task.person', params: { name: refused.map((id) => names.find((one) => one.id === id)?.title ?? id).join('、') } }]);
}

/** Names and units of people, filtered by what was typed. */
export async function describePeople(ctx: Context, ids: readonly string[], search = '', limit = 50): Promise<Choosable[]> {
  if (ids.length === 0) return [];
  const user = entityOf(ctx.model, 'platform/user');
  const org = entityOf(ctx.model, 'platform/organization');
  const u = (name: string): string => `u.${columnOf(user, name)}`;
  const { rows } = await ctx.db.query<{ id: string; title: string; hint: string | null }>(
    `select u.id, ${u('name')} as title, o.${columnOf(org, 'name')} as hint from ${tableOf(user)} u left join ${tableOf(org)} o on o.id = ${u('org')}
     where u.id = any($1::uuid[]) and ${u('active')} and ($2 = '' or strpos(${u('name')}, $2) > 0 or strpos(${u('username')}, $2) > 0 or strpos(coalesce(o.${columnOf(org, 'name')}, ''), $2) > 0)
     order by o.${columnOf(org, 'name')}, ${u('name')}, u.id limit $3`, [ids, search, limit]);
  return rows.map(({ id, title, hint }) => ({ id, title, ...(hint === null ? {} : { hint }) }));
}

const isUuid = (id: string): boolean => /^[0-9a-f-]{36}$/i.test(id);

/** Holders of roles that may read the record's entity, whose grant covers the record. */
async function readersOf(ctx: Context, instance: Instance): Promise<string[]> {
  const entity = drivenEntity(ctx.model, instance.entity);
  if (entity === noEntity) return [];
  const row = await loadRow(ctx, entity, instance.recordId);
  if (!row) return [];
  const scoped: string[] = [];
  const everywhere: string[] = [];
  for (const [name, role] of ctx.model.roles) {
    const grant = role.grants.get(entity.key);
    // A condition on rows can't be answered for everybody at once; such roles read by themselves, they are not offered.
    if (grant?.read !== true) continue;
    if (grant.scope === 'all') everywhere.push(name);
    else if (grant.scope !== 'own') scoped.push(name);
  }
  return [...await holdersOf(ctx, scoped, { org: row.ownerOrg, area: row.areaCode }), ...await anyHolders(ctx, everywhere)];
}

async function anyHolders(ctx: Context, roles: readonly string[]): Promise<string[]> {
  if (roles.length === 0) return [];
  const grant = entityOf(ctx.model, 'platform/role-grant');
  const { rows } = await ctx.db.query<{ id: string }>(`select distinct ${columnOf(grant, 'user')} as id from ${tableOf(grant)} where ${columnOf(grant, 'role')} = any($1)`, [roles]);
  return rows.map(({ id }) => id);
}
