import { entityOf, type Alert } from '../../model/model.ts';
import { holdersOf } from '../access/holders.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import { create } from '../operations/create.ts';
import { evaluate, recordValue, storedValue } from '../operations/evaluate.ts';
import { loadRow, type Row } from '../operations/rows.ts';
import { sendMessage } from '../messages/index.ts';

/** Values of the alarm's record. */
export async function alarmValues(ctx: TransactionContext, alert: Alert, scope: Record<string, unknown>): Promise<Record<string, unknown>> {
  const target = entityOf(ctx.model, alert.record.entity);
  const values: Record<string, unknown> = {};
  for (const [name, expression] of Object.entries(alert.record.set)) values[name] = storedValue(target, name, await evaluate(ctx, expression, scope));
  return values;
}

/** Stores an alarm and tells the people in charge, each once. */
export async function raiseAlarm(ctx: TransactionContext, alert: Alert, rule: Row, values: Record<string, unknown>): Promise<void> {
  const target = entityOf(ctx.model, alert.record.entity);
  const { id } = await create(ctx, target, values);
  await tellOfAlarm(ctx, alert, rule, id);
}

/** Tells the people in charge of an alarm, each once. */
export async function tellOfAlarm(ctx: TransactionContext, alert: Alert, rule: Row, id: string): Promise<void> {
  if (!alert.message) return;
  const target = entityOf(ctx.model, alert.record.entity);
  const row = (await loadRow(ctx, target, id))!;
  const named = alert.rolesFrom ? (rule[alert.rolesFrom] as string[] | null) ?? [] : [];
  const users = await holdersOf(ctx, [...new Set([...alert.roles, ...named])], { org: row.ownerOrg, area: row.areaCode });
  await sendMessage(ctx, alert.message, users, { record: recordValue(target, row) }, { app: target.app, entity: target.name, id });
}
