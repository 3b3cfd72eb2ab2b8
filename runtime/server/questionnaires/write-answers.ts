import { entityOf, type Entity, type Field } from '../../model/model.ts';
import { bothOf, isAnswered, type Content, type Question } from '../../model/questionnaire/index.ts';
import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import { recordEvent } from '../audit/index.ts';
import { say } from '../client-model/index.ts';
import type { Context } from '../context.ts';
import { openSheet } from '../exchange/index.ts';
import { find } from '../operations/find.ts';
import { requireRow } from '../operations/require.ts';

const most = 100_000;

/** Writes the answers that the person may see to an xlsx file, one column a question; masks and hidden fields hold as in every list. */
export async function writeAnswers(ctx: Context, entity: Entity, id: string, path: string): Promise<{ name: string }> {
  if (!entity.questionnaires) throw problem('not-found');
  const row = await requireRow(ctx, entity, id, 'read', false);
  const answers = entityOf(ctx.model, entity.questionnaires.answers);
  const access = accessTo(ctx, answers);
  if (!access.can('export') || !access.can('read')) throw problem('access.denied', { action: { zh: `导出${answers.label.zh}`, en: `export ${answers.label.en}` } });
  const questions = ((row['content'] ?? { questions: [] }) as Content).questions.filter((q) => isAnswered(q) && !(q.field && answers.byName.has(q.field)));
  const own = answers.fields.filter((f) => f.column && !['values', 'dimensions', 'onceKey', entity.questionnaires!.project].includes(f.name) && access.visible(f.name).kind !== 'none');
  const words = (question: Question): string => (ctx.locale === 'en' ? bothOf(question.title).en : bothOf(question.title).zh);
  const columns = [
    ...own.map((field) => ({ path: field.name, header: say(ctx, field.label), field })),
    ...questions.map((question) => ({ path: `values.${question.name}`, header: words(question), field: textField(question.name) })),
  ];
  const sheet = openSheet(path, String(row['name'] ?? ''), columns, ctx);
  let count = 0;
  for (let page = 1; count < most; page += 1) {
    const { items } = await find(ctx, answers, { where: { [entity.questionnaires.project]: id }, fields: [...own.map((f) => f.name), 'values'], sort: ['id'], pageSize: 200, page, count: 'none' });
    await sheet.write(items.map((item) => ({ ...item, ...Object.fromEntries(questions.map((question) => [`values.${question.name}`, cellOf(ctx, question, (item['values'] ?? {}) as Record<string, unknown>)])) })));
    count += items.length;
    if (items.length < 200) break;
  }
  await sheet.close();
  await recordEvent(ctx, { event: 'record.export', result: 'done', entity: answers, record: id, title: String(row['name'] ?? ''), summary: `${count}` });
  return { name: `${String(row['name'] ?? 'answers')}.xlsx` };
}

function textField(name: string): Field {
  return { name, type: 'text', label: { zh: name, en: name }, required: false, readOnly: true, unique: false, was: [] };
}

/** An answer as people read it: labels instead of codes. */
function cellOf(ctx: Context, question: Question, values: Record<string, unknown>): string | null {
  const value = values[question.name];
  if (value === undefined || value === null) return null;
  const label = (code: unknown): string => { const option = question.options?.find((o) => o.value === code); return option ? (ctx.locale === 'en' ? bothOf(option.label).en : bothOf(option.label).zh) : String(code); };
  if (question.type === 'matrix') return Object.entries(value).map(([row, code]) => `${bothOf(question.rows?.find((r) => r.value === row)?.label ?? row).zh}=${label(code)}`).join('；');
  const other = values[`${question.name}Other`];
  return [value].flat().map(label).join('、') + (typeof other === 'string' ? `（${other}）` : '');
}
