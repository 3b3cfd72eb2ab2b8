import { entityOf } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { asSystem, type Context } from '../context.ts';
import { find } from '../operations/find.ts';
import type { DictionarySource } from './dictionary-source.ts';
import { editionOf, type Edition, type EditionAsked } from './edition.ts';
import { codesOf, type Code } from './look-up.ts';

export interface TranslationAsked extends EditionAsked { system: string; code?: string; direction?: 'to' | 'from' }

interface Pairs { label: string; pairs: [own: string, foreign: string][]; foreign: Map<string, string> }

/** One code in the other system's words (`to`, default) or the other way round (`from`); without a code all pairs, and the gaps on both sides. */
export async function translateCodes(ctx: Context, source: DictionarySource, asked: TranslationAsked): Promise<Record<string, unknown>> {
  const edition = await editionOf(ctx, source, asked);
  const { label, pairs, foreign } = source.kind === 'fixed' ? fixedPairs(ctx, source, asked.system) : await maintainedPairs(ctx, source, edition, asked.system);
  const own = await allCodes(ctx, source, edition);
  const told = { system: asked.system, label, version: edition.version };
  const direction = asked.direction ?? 'to';
  if (asked.code !== undefined) {
    const codes = [...new Set(pairs.filter(([a, b]) => asked.code === (direction === 'to' ? a : b)).map(([a, b]) => direction === 'to' ? b : a))];
    const isKnown = direction === 'to' ? own.has(asked.code) : foreign.size === 0 || foreign.has(asked.code) || codes.length > 0;
    if (!isKnown) throw problem('not-found');
    return { ...told, direction, code: asked.code, codes: codes.map((code) => ({ code, label: (direction === 'to' ? foreign.get(code) : own.get(code)?.label) ?? null })), gap: codes.length === 0 };
  }
  const [mapped, reached] = [new Set(pairs.map(([code]) => code)), new Set(pairs.map(([, code]) => code))];
  return {
    ...told, pairs: pairs.map(([code, theirs]) => ({ code, label: own.get(code)?.label ?? null, foreign: theirs, foreignLabel: foreign.get(theirs) ?? null })),
    gaps: { own: [...own.values()].filter(({ code, valid }) => valid && !mapped.has(code)).map(({ code, label: text }) => ({ code, label: text })), foreign: [...foreign].filter(([code]) => !reached.has(code)).map(([code, text]) => ({ code, label: text })) },
  };
}

function fixedPairs(ctx: Context, { dictionary }: Extract<DictionarySource, { kind: 'fixed' }>, system: string): Pairs {
  const mapping = dictionary.mappings.get(system);
  if (!mapping) throw problem('not-found');
  const text = (label: { zh: string; en: string }) => ctx.locale === 'en' ? label.en : label.zh;
  return { label: text(mapping.label), pairs: [...mapping.codes], foreign: new Map([...mapping.foreign].map(([code, label]) => [code, text(label)])) };
}

const most = 50_000;

async function maintainedPairs(ctx: Context, source: Extract<DictionarySource, { kind: 'maintained' }>, edition: Edition, system: string): Promise<Pairs> {
  const lines = source.codes.mappings === undefined ? undefined : source.entity.byName.get(source.codes.mappings)?.lines;
  if (!lines) throw problem('not-found');
  const line = entityOf(ctx.model, lines.entity);
  const as = line.lineOf!.as;
  const code = `${as}.${source.codes.code}`;
  const { items } = await find(asSystem(ctx), line, { where: { system, [`${as}.${source.codes.of}`]: edition.id }, fields: ['code', code], pageSize: most, count: 'none', sort: ['code'] });
  if (items.length === 0) throw problem('not-found');
  return { label: system, pairs: items.map((item) => [String(item[code]), String(item['code'])]), foreign: new Map() };
}

/** Every code of a version, for gaps. */
async function allCodes(ctx: Context, source: DictionarySource, edition: Edition): Promise<Map<string, Code>> {
  const all = new Map<string, Code>();
  for (let page = 1; ; page += 1) {
    const { items, total } = await codesOf(ctx, source, edition, { all: true, page });
    for (const item of items) all.set(item.code, item);
    if (items.length === 0 || all.size >= total) return all;
  }
}

export { allCodes };
