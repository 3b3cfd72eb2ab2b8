import { entityOf } from '../../model/model.ts';
import type { Context, Principal } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { principalOf } from '../auth/index.ts';
import { accessFor, explainAccess, measure, type Measure, type Question, type Reason } from './explain-access.ts';

export interface Holder { user: { id: string; name: string; username: string }; org: string | null; gives: Measure; reasons: Reason[] }

const atOnce = 40;

/** Everybody who learns the field (or changes it) on the channel, by name, and through which grants; pages by user name. */
export async function whoCan(ctx: Context, question: Question, { after = '', most = 100 }: { after?: string; most?: number } = {}): Promise<{ items: Holder[]; next: string | null }> {
  const items: Holder[] = [];
  const rolesWithRights = [...ctx.model.roles].filter(([, role]) => role.grants.has(question.entity.key) || (question.entity.lineOf && role.grants.has(question.entity.lineOf.entity))).map(([name]) => name);
  let from = after;
  for (;;) {
    const people = await peopleWith(ctx, rolesWithRights, from, atOnce);
    const principals = await Promise.all(people.map(({ id }) => principalOf(ctx.services, id).catch(() => null)));
    const known = principals.filter((one): one is Principal => one !== null);
    const given = await measure(ctx, question, known.map((principal) => accessFor(ctx, principal, question.entity)));
    for (const [i, principal] of known.entries()) {
      from = principal.user!.username;
      if (given[i] === 'none') continue;
      if (items.length === most) return { items, next: items.at(-1)!.user.username };
      const { id, name, username, org } = principal.user!;
      const { reasons } = await explainAccess(ctx, principal, question);
      items.push({ user: { id, name, username }, org: org?.name ?? null, gives: given[i]!, reasons: reasons.filter(({ gives }) => gives !== 'none') });
    }
    if (people.length < atOnce) return { items, next: null };
    from = people.at(-1)!.username;
  }
}

async function peopleWith(ctx: Context, roles: readonly string[], after: string, count: number): Promise<{ id: string; username: string }[]> {
  const user = entityOf(ctx.model, 'platform/user');
  const grant = entityOf(ctx.model, 'platform/role-grant');
  const { rows } = await ctx.db.query<{ id: string; username: string }>(
    `select u.id, u.${columnOf(user, 'username')} as username from ${tableOf(user)} u
     where u.${columnOf(user, 'active')} is not false and u.${columnOf(user, 'username')} > $2 and exists (select from ${tableOf(grant)} g where g.${columnOf(grant, 'user')} = u.id and g.${columnOf(grant, 'role')} = any($1))
     order by u.${columnOf(user, 'username')} limit $3`, [roles, after, count]);
  return rows;
}
