import type { Condition, Option } from '../../model/model.ts';
import { todayOf } from '../clock.ts';
import { asSystem, type Context } from '../context.ts';
import { find } from '../operations/find.ts';
import { queryTokens, searchTokens } from '../search/search-tokens.ts';
import type { DictionarySource } from './dictionary-source.ts';
import { editionOf, type Edition, type EditionAsked } from './edition.ts';

/** A code as callers get it; `valid` on the day asked for. */
export interface Code { code: string; label: string; parent: string | null; from: string | null; until: string | null; valid: boolean }

export interface CodesAsked { q?: string; parent?: string; codes?: readonly string[]; date?: string; all?: boolean; limit?: number; page?: number }

const most = 1000;

/** A version of a dictionary with the codes that were asked for. */
export async function lookUp(ctx: Context, source: DictionarySource, asked: EditionAsked & CodesAsked): Promise<Record<string, unknown>> {
  const edition = await editionOf(ctx, source, asked);
  // A version asked for by name is told as it is; otherwise codes that are not valid on the day are left out.
  const all = asked.all === true || asked.codes !== undefined || (asked.version !== undefined && asked.date === undefined);
  const { items, total } = await codesOf(ctx, source, edition, { ...asked, all });
  return { dictionary: { app: source.app, name: source.name, label: edition.label, version: edition.version, effective: edition.effective, ...(source.kind === 'fixed' && source.dictionary.source ? { source: source.dictionary.source } : {}) }, items, total };
}

/** Codes of a version in their order. */
export async function codesOf(ctx: Context, source: DictionarySource, edition: Edition, asked: CodesAsked): Promise<{ items: Code[]; total: number }> {
  const day = asked.date ?? todayOf(ctx.services.clock);
  const limit = Math.min(asked.limit ?? most, most);
  const offset = ((asked.page ?? 1) - 1) * limit;
  if (source.kind === 'fixed') {
    const found = fixedCodes(ctx, source.dictionary.versions[edition.index]!.options, asked, day);
    return { items: found.slice(offset, offset + limit), total: found.length };
  }
  const { entity, codes } = source;
  const parent = parentPath(source);
  const where: Condition[] = [{ [codes.of]: edition.id }];
  if (asked.codes) where.push({ [codes.code]: { $in: asked.codes.slice(0, most) } });
  if (asked.parent !== undefined && codes.parent) where.push(asked.parent === '' ? { [codes.parent]: null } : { [parent!]: asked.parent });
  if (asked.all !== true && codes.from) where.push({ $or: [{ [codes.from]: null }, { [codes.from]: { $lte: day } }] });
  if (asked.all !== true && codes.until) where.push({ $or: [{ [codes.until]: null }, { [codes.until]: { $gte: day } }] });
  const fields = [codes.code, codes.text, parent, codes.from, codes.until].filter((name) => name !== undefined);
  const { items, total } = await find(asSystem(ctx), entity, { where: { $and: where }, fields, pageSize: limit, page: asked.page ?? 1, count: 'exact', sort: [...codes.order ? [codes.order] : [], codes.code], ...(asked.q ? { search: asked.q } : {}) });
  const text = (item: Record<string, unknown>, name: string | undefined): string | null => name === undefined || item[name] == null ? null : String(item[name]);
  return {
    total: total ?? items.length,
    items: items.map((item) => {
      const [from, until] = [text(item, codes.from), text(item, codes.until)];
      return { code: text(item, codes.code) ?? '', label: text(item, codes.text) ?? '', parent: text(item, parent), from, until, valid: isValid({ ...(from ? { from } : {}), ...(until ? { until } : {}) }, day) };
    }),
  };
}

/** Is a code valid on a day? */
export function isValid({ from, until, disabled }: Pick<Option, 'from' | 'until' | 'disabled'>, day: string): boolean {
  return disabled !== true && (from === undefined || from <= day) && (until === undefined || until >= day);
}

/** The path to the code above one. */
export function parentPath({ entity, codes }: Extract<DictionarySource, { kind: 'maintained' }>): string | undefined {
  if (codes.parent === undefined) return undefined;
  return entity.byName.get(codes.parent)?.reference ? `${codes.parent}.${codes.code}` : codes.parent;
}

function fixedCodes(ctx: Context, options: readonly Option[], asked: CodesAsked, day: string): Code[] {
  const tokens = asked.q === undefined ? [] : queryTokens(asked.q);
  return options
    .filter((option) => (asked.parent === undefined || (option.parent ?? '') === asked.parent) && (!asked.codes || asked.codes.includes(option.value)) && (asked.all === true || isValid(option, day)) && fits(option, tokens))
    .map((option) => ({ code: option.value, label: ctx.locale === 'en' ? option.label.en : option.label.zh, parent: option.parent ?? null, from: option.from ?? null, until: option.until ?? null, valid: isValid(option, day) }));
}

const tokensOf = new WeakMap<Option, Set<string>>();

/** Does a code, its text or its pinyin have all the parts that were searched for? */
export function fits(option: Option, tokens: readonly string[]): boolean {
  if (tokens.length === 0) return true;
  let known = tokensOf.get(option);
  if (!known) tokensOf.set(option, (known = new Set(searchTokens([option.value, option.label.zh, option.label.en]))));
  return tokens.every((token) => known.has(token));
}
