import { DateTime } from 'luxon';
import type { Entity } from '../../model/model.ts';
import type { Context } from '../context.ts';

/** The next numbers of a sequence field for some records, in their order; the counter's row is locked until the transaction ends, so there are no gaps. */
export async function nextNumbers(ctx: Context, entity: Entity, name: string, records: readonly Record<string, unknown>[]): Promise<string[]> {
  const format = entity.byName.get(name)!.format!;
  const forms = records.map((values) => formOf(ctx, format, values));
  const next = new Map<string, number>();
  for (const before of new Set(forms.map((form) => form.before))) {
    const count = forms.filter((form) => form.before === before).length;
    const { rows } = await ctx.db.query<{ value: number }>(
      `insert into tamga.sequence_counter as c (key, value) values ($1, $2) on conflict (key) do update set value = c.value + excluded.value returning value`,
      [`${entity.key}.${name}:${before}`, count]);
    next.set(before, Number(rows[0]!.value) - count);
  }
  return forms.map(({ before, digits, after }) => {
    const number = next.get(before)! + 1;
    next.set(before, number);
    return `${before}${String(number).padStart(digits, '0')}${after}`;
  });
}

/** The text around the count, on the record's own day: a new day may begin a new count. */
function formOf(ctx: Context, format: string, values: Record<string, unknown>): { before: string; digits: number; after: string } {
  const { clock } = ctx.services;
  const dated = typeof values['time'] === 'string' ? DateTime.fromISO(values['time'], { zone: clock.zone }) : DateTime.fromJSDate(clock.now(), { zone: clock.zone });
  const text = format.replace(/\{date:([^}]+)\}/g, (_whole, pattern: string) => dated.toFormat(pattern));
  const [before = text, digits = '4', after = ''] = /^(.*?)\{n:(\d+)\}(.*)$/.exec(text)?.slice(1) ?? [];
  return { before, digits: Number(digits), after };
}
