import { fieldTypeOf, type Field } from '../../fields/index.ts';
import { systemFields } from '../../model/link/index.ts';
import { entityOf, type Entity } from '../../model/model.ts';
import { suggest } from '../../model/suggest.ts';
import type { FieldError } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';

const ignored: readonly string[] = [...systemFields, 'can', 'instance'];

/** Input values parsed to stored ones. `undefined` means "not given", null "no value". */
export interface ParsedInput { values: Record<string, unknown>; errors: FieldError[] }

/** Reads what a person or an action gives for a record; every mistake is told with its field. */
export function parseInput(ctx: Context, entity: Entity, input: Record<string, unknown>, prefix = ''): ParsedInput {
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  const access = accessTo(ctx, entity);
  const bySystem = ctx.principal.kind === 'system';
  for (const [name, raw] of Object.entries(input)) {
    const field = entity.byName.get(name);
    if (name === 'changeReason' && entity.changeReason && prefix === '') continue;
    if (ignored.includes(name) || (name === entity.lineOf?.as && prefix !== '')) continue;
    // A field that the person never sees reads like one that does not exist.
    if (!field || (!bySystem && access.visible(name).kind === 'none' && !access.writable(name))) {
      const hint = suggest(name, entity.byName.keys());
      errors.push({ field: prefix + name, code: 'field.unknown', params: { name, suggestion: hint ? { zh: `（是否指 ${/"(.+)"/.exec(hint)?.[1] ?? ''}？）`, en: ` (${hint})` } : '' } });
      continue;
    }
    if (field.computed || field.type === 'sequence' && !bySystem) continue;
    if (!bySystem && (field.readOnly || !access.writable(name))) {
      if (!(entity.states?.field === name && raw === entity.states.initial)) errors.push({ field: prefix + name, code: 'field.read-only', params: { label: field.label } });
      continue;
    }
    const parsed = parseValue(field, raw);
    if ('value' in parsed) values[name] = parsed.value;
    else errors.push({ field: prefix + name, code: parsed.code, params: { label: field.label, ...parsed.params } });
    if (field.lines && Array.isArray(values[name])) values[name] = parseLines(ctx, field, values[name] as Record<string, unknown>[], prefix + name, errors);
  }
  return { values, errors };
}

function parseValue(field: Field, raw: unknown): { value: unknown } | Exclude<ReturnType<ReturnType<typeof fieldTypeOf>['parse']>, { value: unknown }> {
  if (raw === null || raw === undefined || raw === '' || (typeof raw === 'string' && raw.trim() === '')) return { value: null };
  if (field.type === 'sequence') return typeof raw === 'string' ? { value: raw } : { code: 'field.type' };
  return fieldTypeOf(field).parse(raw, field);
}

/** Lines keep their id where they had one. */
function parseLines(ctx: Context, field: Field, rows: Record<string, unknown>[], name: string, errors: FieldError[]): Record<string, unknown>[] {
  const line = entityOf(ctx.model, field.lines!.entity);
  return rows.map((row, i) => {
    const parsed = parseInput(ctx.principal.kind === 'system' ? ctx : { ...ctx, principal: ctx.principal }, line, row, `${name}[${i}].`);
    errors.push(...parsed.errors);
    return { ...parsed.values, ...(row['id'] == null ? {} : { id: row['id'] }) };
  });
}
