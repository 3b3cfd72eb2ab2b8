import type { Condition } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { todayOf } from '../clock.ts';
import { asSystem, type Context } from '../context.ts';
import { find } from '../operations/find.ts';
import type { DictionarySource } from './dictionary-source.ts';

/** One version of a dictionary. `id` is the record that holds it, `index` its place in the file. */
export interface Edition { id: string | null; index: number; name: string; label: string; version: string | null; effective: string | null }

export interface EditionAsked { version?: string; date?: string }

/** The version asked for by name, else the one in force on the day (today); unpublished ones do not exist here. */
export async function editionOf(ctx: Context, source: DictionarySource, asked: EditionAsked): Promise<Edition> {
  const editions = await editionsOf(ctx, source, asked.version !== undefined || asked.date !== undefined);
  const day = asked.date ?? todayOf(ctx.services.clock);
  const found = asked.version !== undefined ? editions.find(({ version }) => version === asked.version) : inForce(editions, day);
  if (!found) throw problem('not-found');
  return found;
}

/** Every version of a dictionary that the service tells of, the latest first; `past`: those that are only kept, too. */
export async function editionsOf(ctx: Context, source: DictionarySource, past: boolean): Promise<Edition[]> {
  const english = ctx.locale === 'en';
  if (source.kind === 'fixed') {
    const { dictionary } = source;
    return dictionary.versions.map(({ version, effective }, index) => ({ id: null, index, name: source.name, label: english ? dictionary.label.en : dictionary.label.zh, version, effective }));
  }
  const { codes } = source;
  const where: Condition = { [codes.name]: source.of, ...statesOf(source, past) };
  const editions = await editionsWhere(ctx, source, where, 500);
  return editions.map((edition) => ({ ...edition, name: source.name }));
}

/** Versions that records hold, by a condition, the latest first. */
export async function editionsWhere(ctx: Context, { codes, sets }: Pick<Extract<DictionarySource, { kind: 'maintained' }>, 'codes' | 'sets'>, where: Condition, limit: number, search?: string): Promise<Edition[]> {
  const paths = [...new Set([codes.name, codes.label, codes.version, codes.effective].filter((path) => path !== undefined))];
  const { items } = await find(asSystem(ctx), sets, { where, fields: paths, pageSize: limit, count: 'none', sort: ['-createdAt'], ...(search ? { search } : {}) });
  const text = (item: Record<string, unknown>, path: string | undefined): string | null => path === undefined || item[path] == null ? null : String(item[path]);
  return items
    .map((item, index): Edition => ({ id: String(item['id']), index, name: text(item, codes.name) ?? '', label: text(item, codes.label) ?? text(item, codes.name) ?? '', version: text(item, codes.version), effective: text(item, codes.effective) }))
    .sort((a, b) => (b.effective ?? '').localeCompare(a.effective ?? '') || a.index - b.index);
}

/** The states in which the service tells of codes. */
export function statesOf({ codes }: { codes: Extract<DictionarySource, { kind: 'maintained' }>['codes'] }, past: boolean): Condition {
  return codes.state === undefined ? {} : { [codes.state]: { $in: past ? [...new Set([...codes.kept, ...codes.published])] : codes.published } };
}

/** Of versions, the latest first, the one in force on a day. */
export function inForce(editions: readonly Edition[], day: string): Edition | undefined {
  return editions.find(({ effective }) => effective === null || effective <= day);
}
