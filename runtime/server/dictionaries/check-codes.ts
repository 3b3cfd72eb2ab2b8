import type { Entity, Field } from '../../model/model.ts';
import { Problem, type FieldError } from '../../problems.ts';
import { todayOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { dictionaryNamed } from './dictionary-source.ts';
import { editionOf } from './edition.ts';
import { codesOf, isValid } from './look-up.ts';

type Values = Record<string, unknown>;

/** Codes that people newly choose must be valid today; those that a record had before stay. */
export async function checkCodes(ctx: Context, entity: Entity, values: Values, changed: ReadonlySet<string>, before: Values | undefined, prefix: string): Promise<FieldError[]> {
  if (ctx.principal.kind === 'system') return [];
  const errors: FieldError[] = [];
  for (const field of entity.fields) {
    if (!changed.has(field.name) || (field.type !== 'choice' && field.type !== 'multi-choice') || (!field.dictionary && !field.options?.some((option) => option.disabled))) continue;
    const kept = before?.[field.name];
    const chosen = [values[field.name] ?? []].flat().filter((code): code is string => typeof code === 'string' && code !== kept && !(Array.isArray(kept) && kept.includes(code)));
    if (chosen.length > 0) errors.push(...(field.dictionary?.maintained ? await maintained(ctx, field, chosen) : fixed(ctx, field, chosen)).map((error) => ({ ...error, field: prefix + field.name })));
  }
  return errors;
}

function fixed(ctx: Context, field: Field, chosen: readonly string[]): FieldError[] {
  const day = todayOf(ctx.services.clock);
  return chosen.flatMap((code): FieldError[] => {
    const option = field.options?.find(({ value }) => value === code);
    if (!option) return [];
    if (!isValid(option, day)) return [{ code: 'field.code-expired', params: { label: field.label, value: option.label } }];
    return field.leavesOnly && field.options?.some(({ parent }) => parent === code) ? [{ code: 'field.code-group', params: { label: field.label, value: option.label } }] : [];
  });
}

async function maintained(ctx: Context, field: Field, chosen: readonly string[]): Promise<FieldError[]> {
  const [app, name] = field.dictionary!.key.split('/') as [string, string];
  const source = dictionaryNamed(ctx.model, app, name);
  const unknown = chosen.map((value): FieldError => ({ code: 'field.choice', params: { label: field.label, value } }));
  const edition = await editionOf(ctx, source, {}).catch((error: unknown) => { if (error instanceof Problem) return undefined; throw error; });
  if (!edition) return unknown;
  const { items } = await codesOf(ctx, source, edition, { codes: chosen, all: true });
  const errors = chosen.flatMap((code, i): FieldError[] => {
    const found = items.find((item) => item.code === code);
    if (!found) return [unknown[i]!];
    return found.valid ? [] : [{ code: 'field.code-expired', params: { label: field.label, value: found.label } }];
  });
  if (errors.length > 0 || !field.leavesOnly) return errors;
  for (const { code, label } of items) if ((await codesOf(ctx, source, edition, { parent: code, all: true, limit: 1 })).items.length > 0) errors.push({ code: 'field.code-group', params: { label: field.label, value: label } });
  return errors;
}
