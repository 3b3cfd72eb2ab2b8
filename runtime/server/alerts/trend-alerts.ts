import { DateTime } from 'luxon';
import { entityOf, type Alert } from '../../model/model.ts';
import { todayOf } from '../clock.ts';
import { asSystem, type Context } from '../context.ts';
import { raw, toNative } from '../db/builder.ts';
import { recordValue } from '../operations/evaluate.ts';
import { inTransaction, type TransactionContext } from '../operations/in-transaction.ts';
import { loadRow, type Row } from '../operations/rows.ts';
import { alarmValues, raiseAlarm } from './alert-record.ts';
import { figureOf } from './figure-of.ts';
import { clearAlarm, openAlarm } from './open-alarm.ts';

type Grain = 'day' | 'week' | 'month';
/** What a rule found: the newest figure, what it is compared with, and whether that is a reason for an alarm. */
interface Finding { value: number; before: number | null; isReason: boolean }

/** Looks at every rule of a trend or no-data alert; returns how many alarms were raised. */
export async function runTrend(ctx: Context, alert: Alert): Promise<number> {
  const rules = entityOf(ctx.model, alert.rules);
  const statement = toNative(raw('select id from ??.?? order by id', [rules.schema, rules.table]) as never);
  const { rows } = await ctx.services.pool.query<{ id: string }>(statement.text, statement.values);
  let raised = 0;
  for (const { id } of rows) raised += await checkRule(ctx, alert, id);
  return raised;
}

/** One rule in a transaction of its own: locked, so that two runs at once warn once. */
function checkRule(ctx: Context, alert: Alert, id: string): Promise<number> {
  return inTransaction(asSystem(ctx), async (outer) => {
    const tx = { ...outer, tx: { ...outer.tx, via: alert.key } } as TransactionContext;
    const rules = entityOf(tx.model, alert.rules);
    const rule = await loadRow(tx, rules, id, { lock: true });
    if (!rule) return 0;
    const { value, before, isReason } = alert.kind === 'trend' ? await trendOf(tx, alert, rule) : await silenceOf(tx, alert, rule);
    const open = await openAlarm(tx, alert, rule);
    if (!isReason) {
      if (open) await clearAlarm(tx, alert, open.id);
      return 0;
    }
    if (open) return 0;
    const values = await alarmValues(tx, alert, { rule: recordValue(rules, rule), row: null, value, before, tier: null });
    await raiseAlarm(tx, alert, rule, { ...values, ...(alert.record.open ? { [alert.record.open.field]: alert.record.open.open } : {}) });
    return 1;
  });
}

async function trendOf(ctx: TransactionContext, alert: Alert, rule: Row): Promise<Finding> {
  const { grain, direction, periods, percent, against } = alert.trend!;
  const today = todayOf(ctx.services.clock);
  const wanted = periods === undefined ? 1 : Math.min(Number(rule[periods] ?? 0), 60);
  const series = await Promise.all(Array.from({ length: wanted + 1 }, (_, back) => figureOf(ctx, alert, rule, periodBefore(today, grain, back))));
  const value = series[0]!;
  const before = against === 'year' ? await figureOf(ctx, alert, rule, aYearBefore(periodBefore(today, grain, 0), grain)) : series[1] ?? null;
  const reasons = [periods === undefined || isMonotone([...series].reverse(), direction), percent === undefined || changesBy(value, before, direction, Number(rule[percent] ?? 0))];
  return { value, before, isReason: wanted > 0 && reasons.every(Boolean) };
}

/** Does every figure lie above (below) the one before it? */
export function isMonotone(figures: readonly number[], direction: 'rise' | 'fall'): boolean {
  return figures.every((figure, at) => at === 0 || (direction === 'rise' ? figure > figures[at - 1]! : figure < figures[at - 1]!));
}

/** Is the change at least so many per cent? Of nothing there are no per cent. */
export function changesBy(value: number, before: number | null, direction: 'rise' | 'fall', percent: number): boolean {
  if (before === null || before === 0) return false;
  const change = ((value - before) * 100) / Math.abs(before);
  return direction === 'rise' ? change >= percent : change <= -percent;
}

/** The complete period that ended before a day, or an earlier one; weeks begin on Monday. */
export function periodBefore(today: string, grain: Grain, back: number): { from: string; until: string } {
  const until = DateTime.fromISO(today, { zone: 'utc' }).startOf(grain).minus({ [grain]: back });
  return { from: until.minus({ [grain]: 1 }).toISODate() ?? '', until: until.toISODate() ?? '' };
}

function aYearBefore({ from, until }: { from: string; until: string }, grain: Grain): { from: string; until: string } {
  // 52 weeks, so that a week stays one from Monday to Sunday.
  const back = (day: string): string => DateTime.fromISO(day, { zone: 'utc' }).minus(grain === 'week' ? { weeks: 52 } : { years: 1 }).toISODate() ?? '';
  return { from: back(from), until: back(until) };
}

async function silenceOf(ctx: TransactionContext, alert: Alert, rule: Row): Promise<Finding> {
  const today = DateTime.fromISO(todayOf(ctx.services.clock), { zone: 'utc' });
  const days = Number(rule[alert.days!] ?? 0);
  const value = await figureOf(ctx, { ...alert, sum: undefined } as Alert, rule, { from: today.minus({ days }).toISODate() ?? '', until: today.plus({ days: 1 }).toISODate() ?? '' });
  return { value, before: null, isReason: days > 0 && value === 0 };
}
