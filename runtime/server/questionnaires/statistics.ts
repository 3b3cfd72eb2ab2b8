import { entityOf, type Entity } from '../../model/model.ts';
import type { QuestionStatistics, QuestionnaireOverall, QuestionnaireStatistics } from '../../model/client-questionnaire-types.ts';
import { bothOf, isAnswered, isChoice, type Content, type Question } from '../../model/questionnaire/index.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { accessTo } from '../access/access.ts';
import { find } from '../operations/find.ts';
import { requireRow } from '../operations/require.ts';

/** Figures of one questionnaire and each of its questions, for whoever may read the questionnaire. Single answers are another right. */
export async function statisticsOf(ctx: Context, entity: Entity, id: string): Promise<QuestionnaireStatistics> {
  if (!entity.questionnaires) throw problem('not-found');
  const row = await requireRow(ctx, entity, id, 'read', false);
  const answers = entityOf(ctx.model, entity.questionnaires.answers);
  const content = (row['content'] ?? { questions: [] }) as Content;
  const of = `${tableOf(answers)} a where a.${columnOf(answers, entity.questionnaires.project)} = $1`;
  const { rows: [whole] } = await ctx.db.query<{ collected: number; seconds: number | null; score: number | null }>(
    `select count(*)::int as collected, avg(a.${columnOf(answers, 'seconds')})::float8 as seconds, ${answers.byName.has('score') ? `avg(a.${columnOf(answers, 'score')})::float8` : 'null::float8'} as score from ${of}`, [id]);
  const { rows: filled } = await ctx.db.query<{ name: string; count: number }>(
    `select kv.key as name, count(*)::int as count from ${of.replace(' a where', ` a, jsonb_each(a.${columnOf(answers, 'values')}) kv where`)} group by kv.key`, [id]);
  const { rows: chosen } = await ctx.db.query<{ name: string; value: string; count: number }>(
    `select kv.key as name, o.value, count(*)::int as count from ${of.replace(' a where', ` a, jsonb_each(a.${columnOf(answers, 'values')}) kv, jsonb_array_elements_text(case jsonb_typeof(kv.value) when 'array' then kv.value when 'object' then '[]'::jsonb else jsonb_build_array(kv.value) end) o where`)}
     and kv.key = any($2) group by kv.key, o.value`, [id, content.questions.filter((q) => isChoice(q) || q.type === 'scale').map((q) => q.name)]);
  const { rows: cells } = await ctx.db.query<{ name: string; row: string; value: string; count: number }>(
    `select kv.key as name, c.key as row, c.value as value, count(*)::int as count from ${of.replace(' a where', ` a, jsonb_each(a.${columnOf(answers, 'values')}) kv, jsonb_each_text(case jsonb_typeof(kv.value) when 'object' then kv.value else '{}'::jsonb end) c where`)} group by kv.key, c.key, c.value`, [id]);
  const collected = whole?.collected ?? 0;
  const views = Number(row['views'] ?? 0);
  const questions = await Promise.all(content.questions.filter(isAnswered).map(async (question): Promise<QuestionStatistics> => {
    const own = question.field === undefined ? undefined : answers.byName.get(question.field);
    const counts = own ? await columnCounts(ctx, answers, entity.questionnaires!.project, own.name, id, own.options !== undefined) : { filled: filled.find((f) => f.name === question.name)?.count ?? 0, values: chosen.filter((c) => c.name === question.name) };
    return figures(ctx, question, answers, collected, counts, cells.filter((c) => c.name === question.name));
  }));
  return { name: String(row['name'] ?? ''), views, collected, returnRate: share(collected, views), averageSeconds: whole?.seconds ?? null, averageScore: whole?.score ?? null, questions };
}

type Counts = { filled: number; values: { value: string; count: number }[] };

/** Basic information lies in columns; only choices are told apart. */
async function columnCounts(ctx: Context, answers: Entity, project: string, name: string, id: string, isTold: boolean): Promise<Counts> {
  const column = columnOf(answers, name);
  const { rows } = await ctx.db.query<{ value: string; count: number }>(`select ${isTold ? `${column}::text` : "''"} as value, count(*)::int as count from ${tableOf(answers)} where ${columnOf(answers, project)} = $1 and ${column} is not null group by 1`, [id]);
  return { filled: rows.reduce((sum, r) => sum + r.count, 0), values: isTold ? rows : [] };
}

function figures(ctx: Context, question: Question, answers: Entity, collected: number, counts: Counts, cells: { row: string; value: string; count: number }[]): QuestionStatistics {
  const say = (words: Question['title']): string => (ctx.locale === 'en' ? bothOf(words).en : bothOf(words).zh);
  const own = question.field === undefined ? undefined : answers.byName.get(question.field)?.options;
  const scale = question.type === 'scale' ? Array.from({ length: (question.max ?? 5) - (question.min ?? 1) + 1 }, (_, i) => ({ value: String((question.min ?? 1) + i), label: String((question.min ?? 1) + i) })) : undefined;
  const options = scale ?? question.options?.map((o) => ({ value: o.value, label: say(o.label) })) ?? own?.map((o) => ({ value: o.value, label: ctx.locale === 'en' ? o.label.en : o.label.zh })) ?? [];
  const count = (value: string): number => counts.values.find((v) => v.value === value)?.count ?? 0;
  const base = { name: question.name, type: question.type, title: say(question.title), filled: counts.filled, fillRate: share(counts.filled, collected) };
  if (question.type === 'matrix') {
    const rows = question.rows?.map((r) => ({ label: say(r.label), options: options.map((o) => { const n = cells.find((c) => c.row === r.value && c.value === o.value)?.count ?? 0; return { ...o, count: n, share: share(n, counts.filled) }; }) }));
    return { ...base, options: [], rows: rows ?? [] };
  }
  return { ...base, options: options.map((o) => ({ ...o, count: count(o.value), share: share(count(o.value), counts.filled) })) };
}

/** Percent with one decimal; nothing to share is no share. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round(part / whole * 1000) / 10;
}

/** Figures over all questionnaires of a bank that the person may read and that were published in a period. */
export async function overallOf(ctx: Context, entity: Entity, period: { from?: string; to?: string }): Promise<QuestionnaireOverall> {
  if (!entity.questionnaires || !entity.states) throw problem('not-found');
  if (!accessTo(ctx, entity).can('read')) throw problem('access.denied', { action: { zh: `查看${entity.label.zh}`, en: `read ${entity.label.en}` } });
  if (period.from && period.to && period.from > period.to) throw problem('request.period-reversed', { label: { zh: '时间段', en: 'Period' } });
  const by = entity.byName.has('publishedAt') ? 'publishedAt' : 'createdAt';
  const { zone } = ctx.services.clock;
  const bound = (day: string, operator: '$gte' | '$lt', days: number): Record<string, unknown> => ({ [by]: { [operator]: startOfDay(day, zone, days) } });
  const where = { $and: [{ [entity.states.field]: { $in: ['published', 'ended'] } }, ...(period.from ? [bound(period.from, '$gte', 0)] : []), ...(period.to ? [bound(period.to, '$lt', 1)] : [])] };
  const rows: Record<string, unknown>[] = [];
  for (let page = 1; page <= 25; page += 1) {
    const found = await find(ctx, entity, { where, fields: ['views'], sort: ['id'], pageSize: 200, page, count: 'none' });
    rows.push(...found.items);
    if (found.items.length < 200) break;
  }
  const answers = entityOf(ctx.model, entity.questionnaires.answers);
  const project = columnOf(answers, entity.questionnaires.project);
  const { rows: counted } = await ctx.db.query<{ id: string; collected: number; seconds: string | null }>(
    `select ${project} as id, count(*)::int as collected, sum(${columnOf(answers, 'seconds')}) as seconds from ${tableOf(answers)} where ${project} = any($1) group by 1`, [rows.map((r) => r['id'])]);
  const of = new Map(counted.map((c) => [c.id, c]));
  const collected = counted.reduce((sum, c) => sum + c.collected, 0);
  const rates = rows.flatMap((r) => (Number(r['views'] ?? 0) > 0 ? [(of.get(String(r['id']))?.collected ?? 0) / Number(r['views'])] : []));
  const seconds = counted.reduce((sum, c) => sum + Number(c.seconds ?? 0), 0);
  return {
    published: rows.length, views: rows.reduce((sum, r) => sum + Number(r['views'] ?? 0), 0), collected,
    averageReturnRate: rates.length === 0 ? null : Math.round(rates.reduce((a, b) => a + b, 0) / rates.length * 1000) / 10,
    averageSeconds: collected === 0 ? null : Math.round(seconds / collected * 10) / 10,
  };
}

function startOfDay(day: string, zone: string, later: number): string {
  const midnight = new Date(`${day}T00:00:00Z`);
  const shown = new Date(midnight.toLocaleString('en-US', { timeZone: zone }));
  const here = new Date(midnight.toLocaleString('en-US', { timeZone: 'UTC' }));
  return new Date(midnight.getTime() - (shown.getTime() - here.getTime()) + later * 24 * 3600_000).toISOString();
}
