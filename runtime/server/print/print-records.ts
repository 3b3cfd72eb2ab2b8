import { entityOf, type Entity, type Template } from '../../model/model.ts';
import { invalid, Problem, problem } from '../../problems.ts';
import { runAction } from '../actions/run-action.ts';
import { recordEvent } from '../audit/index.ts';
import { asSystem, type Context } from '../context.ts';
import { scopeOf } from '../operations/complete-row.ts';
import { evaluate } from '../operations/evaluate.ts';
import { inTransaction, type TransactionContext } from '../operations/in-transaction.ts';
import { requireRow } from '../operations/require.ts';
import type { Row } from '../operations/rows.ts';
import { fillText } from './fill-text.ts';
import { makePdf, type Paper } from './make-pdf.ts';
import { pageContent, type Filling } from './page-content.ts';
import { printRecord } from './print-record.ts';
import { shownCode, verificationCode } from './verification.ts';

/** A paper ready to be drawn, and the name of its file. */
export interface ReadyPaper { paper: Paper; name: string }

/** The template of an entity that a person may print. */
export function templateOf(ctx: Context, entity: Entity, name: string): Template {
  const template = [...ctx.model.templates.values()].find((one) => one.entity === entity.key && one.name === name);
  if (!template) throw problem('not-found');
  return template;
}

/**
 * Makes the paper of one record ready, under the rights of whoever prints: the record must be seen and printable, what is needed filled in;
 * the print is counted and noted in the same transaction. `site` is where the verification page is found.
 */
export async function readyPaper(ctx: Context, template: Template, id: string, site: string): Promise<ReadyPaper> {
  const entity = entityOf(ctx.model, template.entity);
  return inTransaction(ctx, async (tx) => {
    const row = await requireRow(tx, entity, id, `print:${template.name}`, false);
    await requirePrintable(tx, entity, template, row, site);
    const code = template.verify ? await verificationCode(tx, template, row) : undefined;
    const action = template.after === undefined ? undefined : tx.model.actions.get(entity.key)?.get(template.after);
    if (action) await runAction(asSystem(tx), entity, action, { id });
    const record = await printRecord(tx, template, row, code === undefined ? undefined : { code: shownCode(code), link: `${site}/verify/${code}` });
    const filling: Filling = { ctx: tx, record, values: record.values };
    const title = record.at(entity.title);
    const name = template.fileName ? fillText(template.fileName, record.values) : `${template.label.zh} ${title}`;
    const [header, footer] = [await edge(template.header, filling), await edge(template.footer, filling)];
    const paper: Paper = {
      title: name, content: await pageContent(template.content, filling), ...(header ? { header } : {}), ...(footer ? { footer } : {}),
      ...(template.watermark ? { watermark: fillText(template.watermark, record.values) } : {}),
    };
    await recordEvent(tx, { event: 'record.print', result: 'done', entity, record: id, title, summary: `${template.label.zh}${code ? `；验证码 ${shownCode(code)}` : ''}` });
    return { paper, name: name.replace(/[\\/:*?"<>|\r\n]/g, ' ').trim().slice(0, 120) || template.label.zh };
  });
}

/** The pieces on an edge of each page, made anew for each with its number. */
async function edge(blocks: Template['header'], filling: Filling): Promise<Paper['header']> {
  if (blocks.length === 0) return undefined;
  // Drawn when the page is laid out, which does not wait: everything but the numbers is filled in before.
  const marks = { page: '\uE000', pages: '\uE001' };
  const content = await pageContent(blocks, { ...filling, values: { ...filling.values, ...marks } });
  return (page, pages) => content.map((piece) => withTexts(piece, (text) => text.replaceAll(marks.page, String(page)).replaceAll(marks.pages, String(pages))));
}

/** A copy with other texts; a piece is laid out anew on each page, and pdfmake writes into it. */
function withTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => withTexts(one, change)) as T;
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTexts(one as unknown, change)])) as T : value;
}

async function requirePrintable(tx: TransactionContext, entity: Entity, template: Template, row: Row, site: string): Promise<void> {
  const missing = template.needs.filter((name) => { const value = row[name]; return value === null || value === undefined || (Array.isArray(value) && value.length === 0); });
  if (missing.length > 0) throw invalid(missing.map((name) => ({ field: name, code: 'field.required', params: { label: entity.byName.get(name)!.label } })));
  if (!template.printWhen || (await evaluate(tx, template.printWhen, scopeOf(tx, entity, row))) === true) return;
  const { values } = await printRecord(tx, template, row, template.verify ? { code: '', link: `${site}/verify/` } : undefined);
  const fallback = { zh: '该记录现在不能打印', en: 'This record cannot be printed now' };
  const { zh, en } = template.message ?? fallback;
  throw problem('print.refused', { message: { zh: fillText(zh, values), en: fillText(en, values) } });
}

/** One record on paper. */
export async function printOne(ctx: Context, template: Template, id: string, site: string): Promise<{ name: string; content: Buffer }> {
  const { paper, name } = await readyPaper(ctx, template, id, site);
  return { name: `${name}.pdf`, content: await makePdf(template, [paper]) };
}

/** Which of some records cannot be printed, and why: told before anything is printed. */
export async function checkPrintable(ctx: Context, template: Template, ids: readonly string[], site: string): Promise<void> {
  const entity = entityOf(ctx.model, template.entity);
  await inTransaction(ctx, async (tx) => {
    const errors: Problem['errors'] = [];
    for (const [i, id] of ids.entries()) {
      const row = await requireRow(tx, entity, id, `print:${template.name}`, false);
      try {
        await requirePrintable(tx, entity, template, row, site);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const title = typeof row[entity.title] === 'string' ? String(row[entity.title]) : '';
        const own = error.errors[0] ?? { code: error.code, params: error.params };
        errors.push({ ...own, field: `ids[${i}]${own.field ? `.${own.field}` : ''}`, params: { ...own.params, title } });
      }
    }
    if (errors.length > 0) throw invalid(errors);
  });
}
