import { entityOf, type Alert, type Condition } from '../../model/model.ts';
import { raw, toNative } from '../db/builder.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import { loadRow, type Row } from '../operations/rows.ts';
import { update } from '../operations/update.ts';
import { parseCondition } from '../query/condition.ts';
import { predicateSql } from '../query/predicate-sql.ts';

/** The alarm of this rule that still lasts: same values in the fields that the rule is matched by, or the rule itself. */
export function openAlarm(ctx: TransactionContext, alert: Alert, rule: Row): Promise<Row | undefined> {
  if (!alert.record.open) return Promise.resolve(undefined);
  const target = entityOf(ctx.model, alert.record.entity);
  const condition: Condition = { [alert.record.open.field]: alert.record.open.open };
  for (const own of Object.keys(alert.match)) if (target.byName.has(own)) condition[own] = rule[own] as unknown;
  for (const field of target.fields) if (field.reference?.entity === alert.rules && alert.record.set[field.name]?.text.trim() === 'rule') condition[field.name] = rule.id;
  return findAlarm(ctx, alert, condition);
}

/** One alarm that fulfils a condition, locked. */
export async function findAlarm(ctx: TransactionContext, alert: Alert, condition: Condition): Promise<Row | undefined> {
  const target = entityOf(ctx.model, alert.record.entity);
  const predicate = parseCondition(ctx.model, target, condition, { clock: ctx.services.clock });
  const statement = toNative(raw('select id from ??.?? as t where ? order by id limit 1', [target.schema, target.table, predicateSql(ctx.model, predicate, 't')]) as never);
  const id = (await ctx.db.query<{ id: string }>(statement.text, statement.values)).rows[0]?.id;
  return id === undefined ? undefined : loadRow(ctx, target, id, { lock: true });
}

/** Notes that an alarm's reason is gone. */
export async function clearAlarm(ctx: TransactionContext, alert: Alert, id: string): Promise<void> {
  if (!alert.record.open) return;
  const { field, cleared, clearedAt } = alert.record.open;
  await update(ctx, entityOf(ctx.model, alert.record.entity), id, { [field]: cleared, ...(clearedAt ? { [clearedAt]: ctx.services.clock.now().toISOString() } : {}) });
}
