import { DateTime } from 'luxon';
import type { Field } from '../../model/model.ts';
import type { Context } from '../context.ts';

/** A value as it is printed: labels for codes, titles for references, times in the zone of the installation; masked values as they come. */
export function shownText(ctx: Context, field: Field, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  const english = ctx.locale === 'en';
  if (Array.isArray(value)) return value.map((one) => shownText(ctx, field, one)).join('、');
  if (typeof value === 'boolean') return value ? (english ? 'yes' : '是') : english ? 'no' : '否';
  if (typeof value === 'object') {
    const { title, name, address } = value as { title?: unknown; name?: unknown; address?: unknown };
    return String(title ?? name ?? address ?? '');
  }
  const option = field.options?.find((one) => one.value === value);
  if (option) return english ? option.label.en : option.label.zh;
  if (typeof value === 'number') return field.type === 'money' ? value.toFixed(2) : String(value);
  const text = String(value);
  if (field.type === 'datetime') {
    const moment = DateTime.fromISO(text, { zone: ctx.services.clock.zone });
    return moment.isValid ? moment.toFormat('yyyy-MM-dd HH:mm') : text;
  }
  return field.type === 'time' ? text.slice(0, 5) : text;
}
