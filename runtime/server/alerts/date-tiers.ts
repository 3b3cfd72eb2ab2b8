import { DateTime, Duration } from 'luxon';
import { entityOf, type Alert, type Condition, type Tier } from '../../model/model.ts';
import { todayOf } from '../clock.ts';
import { asSystem, type Context } from '../context.ts';
import { raw, toNative } from '../db/builder.ts';
import { recordValue } from '../operations/evaluate.ts';
import { inTransaction, type TransactionContext } from '../operations/in-transaction.ts';
import { loadRow, loadRows, type Row } from '../operations/rows.ts';
import { parseCondition } from '../query/condition.ts';
import { planSelect } from '../query/plan-select.ts';
import { resolvePath } from '../query/path.ts';
import { predicateSql } from '../query/predicate-sql.ts';
import { alarmValues, raiseAlarm } from './alert-record.ts';

const page = 500;

/** Looks at all watched records whose date comes near; each is warned of once per tier. Returns how many alarms were raised. */
export async function runDateTiers(ctx: Context, alert: Alert): Promise<number> {
  const of = entityOf(ctx.model, alert.of);
  const today = todayOf(ctx.services.clock);
  const widest = alert.tiers.map((t) => addPeriod(today, t.before)).sort().at(-1) ?? today;
  const date = resolvePath(ctx.model, of, alert.date!);
  const condition: Condition = { $and: [{ [alert.date!]: { $gte: today, $lte: widest } }, ...(alert.where ? [alert.where] : [])] };
  let raised = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const where = { kind: 'and' as const, parts: [parseCondition(ctx.model, of, condition, { clock: ctx.services.clock }), { kind: 'compare' as const, path: resolvePath(ctx.model, of, 'id'), operator: '$gt', value: after }] };
    const sort = [{ path: resolvePath(ctx.model, of, 'id'), down: false }];
    const { plan, values } = planSelect(asSystem(ctx), of, { fields: [resolvePath(ctx.model, of, 'id'), date], where, rows: { kind: 'all' }, sort, limit: page, offset: 0, flags: [] });
    const { rows } = await ctx.services.pool.query<{ c0: string; c1: string }>(plan.text, values);
    for (const row of rows) raised += await warn(ctx, alert, row.c0, row.c1, today);
    if (rows.length < page) return raised;
    after = rows.at(-1)!.c0;
  }
}

/** One record in a transaction of its own: locked, so that two runs at once warn once. */
async function warn(ctx: Context, alert: Alert, id: string, date: string, today: string): Promise<number> {
  return inTransaction(asSystem(ctx), async (outer) => {
    const tx = { ...outer, tx: { ...outer.tx, via: alert.key } } as TransactionContext;
    const of = entityOf(tx.model, alert.of);
    const row = await loadRow(tx, of, id, { lock: true });
    const rule = row && await ruleFor(tx, alert, id);
    if (!row || !rule) return 0;
    const tier = tightestPassed(alert.tiers, String(rule[alert.lead!]), date, today);
    if (!tier) return 0;
    const rules = entityOf(tx.model, alert.rules);
    const values = await alarmValues(tx, alert, { rule: recordValue(rules, rule), row: recordValue(of, row), value: null, tier: tier.name });
    if (await warnedAtLeast(tx, alert, values, tier)) return 0;
    await raiseAlarm(tx, alert, rule, values);
    return 1;
  });
}

/** The tightest tier whose time has come, within the rule's lead. The time left must be strictly less than the tier. */
export function tightestPassed(tiers: readonly Tier[], lead: string, date: string, today: string): Tier | undefined {
  const from = tiers.findIndex((t) => t.name === lead);
  if (from < 0 || date < today) return undefined;
  return tiers.slice(from).filter((t) => before(date, t.before) < today).at(-1);
}

/** The day a period before another; calendar months clamp to the end of the month. */
function before(day: string, period: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).minus(Duration.fromISO(period)).toISODate() ?? day;
}

function addPeriod(day: string, period: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus(Duration.fromISO(period)).toISODate() ?? day;
}

/** Was this tier, or a tighter one, already told for the same record and date? */
async function warnedAtLeast(ctx: TransactionContext, alert: Alert, values: Record<string, unknown>, tier: Tier): Promise<boolean> {
  const target = entityOf(ctx.model, alert.record.entity);
  const tierField = Object.entries(alert.record.set).find(([, e]) => e.names.includes('tier'))?.[0];
  const tighter = alert.tiers.slice(alert.tiers.indexOf(tier)).map((t) => t.name);
  const condition: Condition = {};
  for (const field of target.fields) {
    // What identifies the warned record: its references and dates, not the quantity of the day.
    const expression = alert.record.set[field.name];
    if (field.name === tierField) condition[field.name] = { $in: tighter };
    else if (expression && (field.reference || field.type === 'date') && expression.names.includes('row')) condition[field.name] = values[field.name];
  }
  const predicate = parseCondition(ctx.model, target, condition, { clock: ctx.services.clock });
  const statement = toNative(raw('select 1 from ??.?? as t where ? limit 1', [target.schema, target.table, predicateSql(ctx.model, predicate, 't')]) as never);
  return (await ctx.db.query(statement.text, statement.values)).rows.length > 0;
}

/** The rule for a record: matched by value; over a tree the nearest one above. */
async function ruleFor(ctx: TransactionContext, alert: Alert, id: string): Promise<Row | undefined> {
  const of = entityOf(ctx.model, alert.of);
  const rules = entityOf(ctx.model, alert.rules);
  const entries = Object.entries(alert.match);
  const fields = entries.map(([, path]) => resolvePath(ctx.model, of, path));
  const { plan, values } = planSelect(asSystem(ctx), of, { fields: [resolvePath(ctx.model, of, 'id'), ...fields], where: parseCondition(ctx.model, of, { id }, { clock: ctx.services.clock }), rows: { kind: 'all' }, sort: [], limit: 1, offset: 0, flags: [] });
  const matched = (await ctx.db.query<Record<string, unknown>>(plan.text, values)).rows[0];
  if (!matched) return undefined;
  let keys = plan.columns.slice(1).map((c) => matched[`c${c.value}`] ?? null);
  const treeIndex = entries.findIndex(([own]) => { const to = rules.byName.get(own)?.reference?.entity; return to !== undefined && entityOf(ctx.model, to).tree !== undefined; });
  for (let level = 0; level < 20; level++) {
    const found = (await loadRows(ctx, rules, rules.byName.get(entries[0]![0])!.column!, [keys[0]])).find((r) => entries.every(([own], i) => r[own] === keys[i]));
    if (found || treeIndex < 0) return found;
    const tree = entityOf(ctx.model, rules.byName.get(entries[treeIndex]![0])!.reference!.entity);
    const above = keys[treeIndex] === null ? undefined : (await loadRow(ctx, tree, String(keys[treeIndex])))?.[tree.tree!.parent];
    if (above == null) return undefined;
    keys = keys.map((k, i) => i === treeIndex ? above : k);
  }
  return undefined;
}
