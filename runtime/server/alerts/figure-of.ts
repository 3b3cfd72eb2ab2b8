import { DateTime } from 'luxon';
import { entityOf, type Alert, type Condition } from '../../model/model.ts';
import { raw, toNative } from '../db/builder.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import type { Row } from '../operations/rows.ts';
import { parseCondition } from '../query/condition.ts';
import { resolvePath } from '../query/path.ts';
import { predicateSql } from '../query/predicate-sql.ts';

/** The sum (or number) of the watched records that a rule speaks of; with days, of those from the first to before the last. */
export async function figureOf(ctx: TransactionContext, alert: Alert, rule: Row, days?: { from: string; until: string }): Promise<number> {
  const of = entityOf(ctx.model, alert.of);
  const match: Condition = Object.fromEntries(Object.entries(alert.match).map(([own, path]) => [path, rule[own]]));
  const parts: Condition[] = [match, ...(alert.where ? [alert.where] : [])];
  if (days && alert.date !== undefined) {
    const { type } = resolvePath(ctx.model, of, alert.date).field;
    const moment = (day: string): string => (type === 'date' ? day : DateTime.fromISO(day, { zone: ctx.services.clock.zone }).toUTC().toISO() ?? day);
    parts.push({ [alert.date]: { $gte: moment(days.from), $lt: moment(days.until) } });
  }
  const predicate = parseCondition(ctx.model, of, { $and: parts }, { clock: ctx.services.clock });
  const from = raw('??.?? as t where ?', [of.schema, of.table, predicateSql(ctx.model, predicate, 't')]);
  const statement = toNative((alert.sum === undefined ? raw('select count(*) as value from ?', [from]) : raw('select coalesce(sum(??), 0) as value from ?', [`t.${of.byName.get(alert.sum)!.column!}`, from])) as never);
  return Number((await ctx.db.query<{ value: number }>(statement.text, statement.values)).rows[0]?.value ?? 0);
}
