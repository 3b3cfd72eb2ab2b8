import type { Condition } from '../../model/model.ts';
import { todayOf } from '../clock.ts';
import { asSystem, type Context } from '../context.ts';
import { find } from '../operations/find.ts';
import { queryTokens, searchTokens } from '../search/search-tokens.ts';
import { codeEntities, setsOf } from './dictionary-source.ts';
import { editionsWhere, inForce, statesOf, type Edition } from './edition.ts';
import { fits, isValid } from './look-up.ts';

export interface SearchAsked { q?: string; app?: string; category?: string; limit?: number }

interface Found { dictionaries: Record<string, unknown>[]; terms: Record<string, unknown>[] }

/** Published dictionaries and codes that fit; without a text, the dictionaries alone. */
export async function searchDictionaries(ctx: Context, asked: SearchAsked): Promise<Found> {
  const limit = asked.limit ?? 50;
  const parts = [...asked.category === undefined ? [fixed(ctx, asked)] : [], ...await Promise.all(codeEntities(ctx.model).filter(({ app }) => asked.app === undefined || app === asked.app).map((entity) => maintained(ctx, entity, asked, limit)))];
  return { dictionaries: parts.flatMap((part) => part.dictionaries).slice(0, limit), terms: parts.flatMap((part) => part.terms).slice(0, limit) };
}

function fixed(ctx: Context, asked: SearchAsked): Found {
  const tokens = asked.q === undefined ? [] : queryTokens(asked.q);
  const day = todayOf(ctx.services.clock);
  const text = (label: { zh: string; en: string }) => ctx.locale === 'en' ? label.en : label.zh;
  const all = [...ctx.model.dictionaries.values()].filter((dictionary) => !dictionary.records && (asked.app === undefined || dictionary.app === asked.app));
  const told = (dictionary: (typeof all)[number]) => ({ app: dictionary.app, name: dictionary.name, label: text(dictionary.label) });
  return {
    dictionaries: all.filter((dictionary) => { const known = new Set(searchTokens([dictionary.name, dictionary.label.zh, dictionary.label.en, dictionary.source])); return tokens.every((token) => known.has(token)); })
      .map((dictionary) => ({ ...told(dictionary), version: dictionary.versions[0]?.version ?? null, effective: dictionary.versions[0]?.effective ?? null })),
    terms: tokens.length === 0 ? [] : all.flatMap((dictionary) => (dictionary.versions[0]?.options ?? []).filter((option) => isValid(option, day) && fits(option, tokens)).map((option) => ({ dictionary: told(dictionary), version: dictionary.versions[0]?.version ?? null, code: option.value, label: text(option.label) }))),
  };
}

async function maintained(ctx: Context, entity: ReturnType<typeof codeEntities>[number], asked: SearchAsked, limit: number): Promise<Found> {
  const codes = entity.codes!;
  const sets = setsOf(ctx.model, entity);
  const where: Condition = { ...statesOf({ codes }, false), ...(asked.category !== undefined && codes.category ? { [codes.category]: asked.category } : {}) };
  if (asked.category !== undefined && !codes.category) return { dictionaries: [], terms: [] };
  const day = todayOf(ctx.services.clock);
  const current = latest(await editionsWhere(ctx, { codes, sets }, where, 2000), day);
  const named = asked.q === undefined ? current : latest(await editionsWhere(ctx, { codes, sets }, where, 2000, asked.q), day);
  const told = (edition: Edition) => ({ app: entity.app, name: edition.name, label: edition.label, version: edition.version, effective: edition.effective });
  const byId = new Map(current.map((edition) => [edition.id, edition]));
  if (asked.q === undefined || byId.size === 0) return { dictionaries: named.map(told), terms: [] };
  const valid: Condition[] = [...codes.from ? [{ $or: [{ [codes.from]: null }, { [codes.from]: { $lte: day } }] }] : [], ...codes.until ? [{ $or: [{ [codes.until]: null }, { [codes.until]: { $gte: day } }] }] : []];
  const { items } = await find(asSystem(ctx), entity, { where: { $and: [{ [codes.of]: { $in: [...byId.keys()].slice(0, 1000) } }, ...valid] }, search: asked.q, fields: [codes.code, codes.text, codes.of], pageSize: limit, count: 'none', sort: [codes.code] });
  return {
    dictionaries: named.map(told),
    terms: items.flatMap((item) => {
      const edition = byId.get(String((item[codes.of] as { id: string }).id));
      return edition ? [{ dictionary: { app: entity.app, name: edition.name, label: edition.label }, version: edition.version, code: item[codes.code], label: item[codes.text] }] : [];
    }),
  };
}

/** Of every dictionary the version in force. */
function latest(editions: readonly Edition[], day: string): Edition[] {
  const byName = new Map<string, Edition[]>();
  for (const edition of editions) byName.set(edition.name, [...byName.get(edition.name) ?? [], edition]);
  return [...byName.values()].flatMap((versions) => inForce(versions, day) ?? []);
}
