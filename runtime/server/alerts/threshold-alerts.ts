import { entityOf, type Alert } from '../../model/model.ts';
import { asSystem, type Context } from '../context.ts';
import { raw, toNative } from '../db/builder.ts';
import { recordValue } from '../operations/evaluate.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import { loadRows, type Row } from '../operations/rows.ts';
import { alarmValues, raiseAlarm } from './alert-record.ts';
import { figureOf } from './figure-of.ts';
import { clearAlarm, openAlarm } from './open-alarm.ts';

/** Looks at every threshold whose rule or watched records changed in this transaction, just before its commit. */
export async function checkThresholds(ctx: Context): Promise<void> {
  const tx = ctx.tx;
  if (!tx) return;
  for (const alert of ctx.model.alerts.values()) {
    if (alert.kind !== 'threshold') continue;
    const changedRules = tx.touched.get(alert.rules);
    const changedRows = tx.touched.get(alert.of);
    if (!changedRules && !changedRows) continue;
    const system = { ...asSystem(ctx), tx: { ...tx, via: alert.key } } as TransactionContext;
    for (const rule of await rulesFor(system, alert, [...(changedRules ?? [])], [...(changedRows ?? [])])) await checkRule(system, alert, rule);
  }
}

/** The rules to look at, locked in one order, so that two transactions judge one after the other, each on what is committed. */
async function rulesFor(ctx: TransactionContext, alert: Alert, ruleIds: string[], rowIds: string[]): Promise<Row[]> {
  const rules = entityOf(ctx.model, alert.rules);
  const rows = await loadRows(ctx, entityOf(ctx.model, alert.of), 'id', rowIds);
  const ids = new Set(ruleIds);
  const pairs = Object.entries(alert.match).filter(([, path]) => !path.includes('.'));
  for (const row of rows) {
    const conditions = pairs.map(([own, path]) => raw('?? is not distinct from ?', [rules.byName.get(own)!.column!, row[path]]));
    const statement = toNative(raw(`select id from ??.?? where ${conditions.map(() => '?').join(' and ') || 'true'}`, [rules.schema, rules.table, ...conditions]) as never);
    for (const found of (await ctx.db.query<{ id: string }>(statement.text, statement.values)).rows) ids.add(found.id);
  }
  return loadRows(ctx, rules, 'id', [...ids], { lock: true });
}

async function checkRule(ctx: TransactionContext, alert: Alert, rule: Row): Promise<void> {
  const rules = entityOf(ctx.model, alert.rules);
  const value = await figureOf(ctx, alert, rule);
  const limit = Number(rule[alert.below!]);
  const open = await openAlarm(ctx, alert, rule);
  if (value < limit && !open) {
    const values = await alarmValues(ctx, alert, { rule: recordValue(rules, rule), row: null, value, tier: null });
    await raiseAlarm(ctx, alert, rule, { ...values, ...(alert.record.open ? { [alert.record.open.field]: alert.record.open.open } : {}) });
  } else if (value >= limit && open && alert.record.open) {
    await clearAlarm(ctx, alert, open.id);
  }
}
