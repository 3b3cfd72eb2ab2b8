import type { Entity, Text } from '../../model/model.ts';
import { raw, toNative } from '../db/builder.ts';
import type { Context, Grant, Principal } from '../context.ts';
import type { Predicate } from '../query/condition.ts';
import { predicateSql } from '../query/predicate-sql.ts';
import { accessTo, type Access } from './access.ts';
import { reachOn, type Channel } from './channels.ts';

/** How much of a value is known. */
export type Measure = 'whole' | 'masked' | 'none';

/** What one grant of the person gives. */
export interface Reason { role: string; label: Text; scope: Grant['scope']; orgs: number; area: string | null; gives: Measure }
export interface Explanation { answer: Measure; reasons: Reason[] }

export interface Question { entity: Entity; channel: Channel; field: string; record?: string }

/** What a person learns of a field (of one record, or of any) on a channel, and through which grants; from the rules that the server itself applies. */
export async function explainAccess(ctx: Context, principal: Principal, question: Question): Promise<Explanation> {
  const alone = principal.grants.map((grant) => accessFor(ctx, { ...principal, grants: [grant] }, question.entity));
  const [answer, ...gives] = await measure(ctx, question, [accessFor(ctx, principal, question.entity), ...alone]);
  const reasons = principal.grants.map((grant, i): Reason => {
    const role = ctx.model.roles.get(grant.role);
    return { role: grant.role, label: role?.label ?? { zh: grant.role, en: grant.role }, scope: grant.scope, orgs: grant.orgs.length, area: grant.area, gives: gives[i]! };
  });
  return { answer: answer!, reasons };
}

export const accessFor = (ctx: Context, principal: Principal, entity: Entity): Access => accessTo({ ...ctx, principal }, entity);

/** For each access: how much of the field it gives of the record, or of at least one record there is. One statement for all. */
export async function measure(ctx: Context, { entity, channel, field, record }: Question, accesses: readonly Access[]): Promise<Measure[]> {
  const reaches = accesses.map((access) => reachOn(access, entity, field, channel));
  const flags = reaches.flatMap(({ some, whole }) => [whole, some]);
  const answers = await hold(ctx, entity, flags, record);
  return reaches.map((_, i) => answers[2 * i] ? 'whole' : answers[2 * i + 1] ? 'masked' : 'none');
}

/** Which of the predicates hold for the record, or for any record. */
async function hold(ctx: Context, entity: Entity, predicates: readonly Predicate[], record: string | undefined): Promise<boolean[]> {
  if (predicates.length === 0) return [];
  const here = record === undefined ? raw('true') : raw('t.id = ?::uuid', [record]);
  const parts = predicates.map((predicate, i) => raw('exists (select from ??.?? as t where ? and ?) as ??', [entity.schema, entity.table, here, predicateSql(ctx.model, predicate, 't'), `p${i}`]));
  const { text, values } = toNative(raw(`select ${parts.map(() => '?').join(', ')}`, parts) as never);
  const { rows: [row] } = await ctx.db.query<Record<string, boolean>>(text, values);
  return predicates.map((_, i) => row?.[`p${i}`] === true);
}
