import { ownSearchFields } from '../../model/own-search-fields.ts';
import type { Entity } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { buildQuery, isClear, seen } from './find.ts';
import { noteView } from './note-view.ts';
import { toRecords } from './record-json.ts';
import type { Predicate } from '../query/condition.ts';
import { parseCondition } from '../query/condition.ts';
import { resolvePath } from '../query/path.ts';
import { planSelect, statementOf } from '../query/plan-select.ts';
import { marksOf, type Mark } from '../search/mark-hits.ts';
import { queryTokens, queryWords } from '../search/search-tokens.ts';
import { titleIn } from './title-in.ts';

/** A field in which something was found, with the places. Long texts are cut around the first. */
export interface SearchHit { field: string; label: string; text: string; marks: Mark[] }
export interface SearchItem { id: string; title: string; hits: SearchHit[] }
/** What was found in one entity; `more`: the count stands for at least so many. */
export interface SearchGroup { app: string; entity: string; label: string; total: number; more: boolean; items: SearchItem[] }

/** Records of one entity that are looked at; more are counted as "and more". */
const candidates = 200;
const atOnce = 6;

/** Looks for a text in every entity that the reader may see: only in fields that may be seen whole, only in rows that may be read. */
export async function globalSearch(ctx: Context, input: { text: string; entity?: string; limit: number }): Promise<SearchGroup[]> {
  const words = queryWords(input.text);
  if (words.length === 0) throw problem('search.empty');
  const entities = [...ctx.model.entities.values()].filter((entity) => (input.entity === undefined || entity.key === input.entity) && !entity.lineOf && accessTo(ctx, entity).rows('read').kind !== 'none');
  if (input.entity !== undefined && entities.length === 0) throw problem('not-found');
  const groups: (SearchGroup | undefined)[] = Array.from({ length: entities.length });
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < entities.length; at = next++) groups[at] = await searchIn(ctx, entities[at]!, { ...input, words });
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, entities.length) }, work));
  const order = (group: SearchGroup): number => ctx.model.apps.get(group.app)?.order ?? 0;
  return groups.filter((group) => group !== undefined).sort((a, b) => order(a) - order(b) || b.total - a.total || a.label.localeCompare(b.label, 'zh'));
}

async function searchIn(ctx: Context, entity: Entity, { text, words, limit }: { text: string; words: string[]; limit: number }): Promise<SearchGroup | undefined> {
  const own = ownSearchFields(entity);
  const open = own.map((name) => resolvePath(ctx.model, entity, name)).filter((path) => isClear(ctx, entity, path));
  if (open.length === 0) return undefined;
  const titlePath = resolvePath(ctx.model, entity, entity.title);
  const fields = [...new Set([...open.map((path) => path.text), ...seen(ctx, entity, titlePath) ? [entity.title] : []])];
  // The search column holds all texts together: where one of them is not the reader's to know, the others must really contain every word.
  const narrowed: Predicate[] = open.length === own.length ? [] : words.map((word) => ({ kind: 'or', parts: open.map((path) => parseCondition(ctx.model, entity, { [path.text]: { $contains: word } }, { clock: ctx.services.clock })) }));
  const query = { ...buildQuery(ctx, entity, { fields, sort: [] }, accessTo(ctx, entity).rows('read'), candidates + 1, 0), unordered: true, search: { tokens: queryTokens(text), paths: [open[0]!] } };
  if (narrowed.length > 0) query.where = { kind: 'and', parts: narrowed };
  const { plan, values } = planSelect(ctx, entity, query);
  const { rows } = await ctx.db.query<Record<string, unknown>>(statementOf(plan, values));
  if (rows.length === 0) return undefined;
  const names = open.map((path) => path.text);
  const found = (await toRecords(ctx, plan, rows.slice(0, candidates))).flatMap((record) => {
    const hits = hitsIn(ctx, entity, names, record, words);
    return hits ? [{ record, item: { id: String(record['id']), title: titleIn(record[entity.title]) || String(record['id']), hits } }] : [];
  });
  if (found.length === 0) return undefined;
  const rank = ({ item }: (typeof found)[number]): number => (item.title.toLowerCase() === words.join(' ') ? 0 : item.hits.some((hit) => hit.field === entity.title) ? 1 : 2);
  const shown = found.map((each) => ({ each, at: rank(each) })).sort((a, b) => a.at - b.at || b.each.item.id.localeCompare(a.each.item.id)).slice(0, limit).map(({ each }) => each);
  await noteView(ctx, entity, shown.map(({ record }) => record));
  return { app: entity.app, entity: entity.name, label: ctx.locale === 'en' ? entity.label.en : entity.label.zh, total: found.length, more: rows.length > candidates, items: shown.map(({ item }) => item) };
}

/** The fields that hold the words; nothing when a word is in none of them, which pairs of characters alone cannot tell. */
function hitsIn(ctx: Context, entity: Entity, names: readonly string[], record: Record<string, unknown>, words: readonly string[]): SearchHit[] | undefined {
  const hits = new Map<string, SearchHit>();
  for (const word of words) {
    let isFound = false;
    for (const name of names) {
      const value = record[name];
      const marks = typeof value === 'string' ? marksOf(value, word) : undefined;
      if (!marks) continue;
      isFound = true;
      const field = entity.byName.get(name)!;
      const hit = hits.get(name) ?? { field: name, label: ctx.locale === 'en' ? field.label.en : field.label.zh, text: String(value), marks: [] };
      hit.marks.push(...marks);
      hits.set(name, hit);
    }
    if (!isFound) return undefined;
  }
  return [...hits.values()].map((hit) => excerpt({ ...hit, marks: merged(hit.marks) }));
}

const around = 40;

function excerpt(hit: SearchHit): SearchHit {
  if (hit.text.length <= around * 3) return hit;
  const from = Math.max(0, (hit.marks[0]?.[0] ?? 0) - around);
  const to = Math.min(hit.text.length, from + around * 3);
  const lead = from > 0 ? '…' : '';
  return { ...hit, text: `${lead}${hit.text.slice(from, to)}${to < hit.text.length ? '…' : ''}`, marks: hit.marks.filter(([a, b]) => a >= from && b <= to).map(([a, b]): Mark => [a - from + lead.length, b - from + lead.length]) };
}

function merged(marks: Mark[]): Mark[] {
  const out: Mark[] = [];
  for (const [from, to] of marks.sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}
