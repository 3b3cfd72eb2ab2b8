import { entityOf, type Alert, type Condition } from '../../model/model.ts';
import { asSystem, type Context } from '../context.ts';
import { raw, toNative } from '../db/builder.ts';
import { evaluate, recordValue } from '../operations/evaluate.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import { loadRows, type Row } from '../operations/rows.ts';
import { update } from '../operations/update.ts';
import { alarmValues, raiseAlarm, tellOfAlarm } from './alert-record.ts';
import { findAlarm } from './open-alarm.ts';

/** Looks at every watched record that was made in this transaction, just before its commit. */
export async function checkEvents(ctx: Context): Promise<void> {
  const tx = ctx.tx;
  if (!tx) return;
  for (const alert of ctx.model.alerts.values()) {
    const touched = alert.kind === 'event' ? tx.touched.get(alert.of) : undefined;
    if (!touched) continue;
    const system = { ...asSystem(ctx), tx: { ...tx, via: alert.key } } as TransactionContext;
    const of = entityOf(ctx.model, alert.of);
    for (const row of await loadRows(system, of, 'id', [...touched])) {
      // A record that is changed later is no new event.
      if (row.version !== 1) continue;
      for (const rule of await rulesFor(system, alert, row)) await checkRule(system, alert, rule, row);
    }
  }
}

/** The rules that speak of a record, locked in one order: two events at once are counted one after the other. */
async function rulesFor(ctx: TransactionContext, alert: Alert, row: Row): Promise<Row[]> {
  const rules = entityOf(ctx.model, alert.rules);
  const conditions = Object.entries(alert.match).map(([own, path]) => raw('?? is not distinct from ?', [rules.byName.get(own)!.column!, row[path]]));
  const statement = toNative(raw(`select id from ??.?? where ${conditions.map(() => '?').join(' and ') || 'true'} order by id`, [rules.schema, rules.table, ...conditions]) as never);
  const { rows } = await ctx.db.query<{ id: string }>(statement.text, statement.values);
  return loadRows(ctx, rules, 'id', rows.map(({ id }) => id), { lock: true });
}

async function checkRule(ctx: TransactionContext, alert: Alert, rule: Row, row: Row): Promise<void> {
  const scope = { rule: recordValue(entityOf(ctx.model, alert.rules), rule), row: recordValue(entityOf(ctx.model, alert.of), row) };
  if (alert.when && (await evaluate(ctx, alert.when, scope)) !== true) return;
  const values = await alarmValues(ctx, alert, { ...scope, value: null, before: null, tier: null });
  const { open, repeat } = alert.record;
  const same = open && alert.same.length > 0 ? await findAlarm(ctx, alert, sameAs(alert, values)) : undefined;
  if (!same) return raiseAlarm(ctx, alert, rule, { ...values, ...(open ? { [open.field]: open.open } : {}), ...(repeat ? { [repeat.count]: 1, [repeat.at]: ctx.services.clock.now().toISOString() } : {}) });
  if (!repeat) return;
  const last = same[repeat.at];
  await update(ctx, entityOf(ctx.model, alert.record.entity), same.id, { [repeat.count]: Number(same[repeat.count] ?? 1) + 1, [repeat.at]: ctx.services.clock.now().toISOString() });
  const quiet = repeat.quietMinutes === undefined ? Infinity : Number(rule[repeat.quietMinutes] ?? 0) * 60_000;
  if (last !== null && ctx.services.clock.now().getTime() - new Date(String(last)).getTime() > quiet) await tellOfAlarm(ctx, alert, rule, same.id);
}

function sameAs(alert: Alert, values: Record<string, unknown>): Condition {
  const { field, cleared } = alert.record.open!;
  return { [field]: { $ne: cleared }, ...Object.fromEntries(alert.same.map((name) => [name, values[name] ?? null])) };
}
