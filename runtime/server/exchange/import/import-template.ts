import ExcelJS from 'exceljs';
import { entityOf, type Entity } from '../../../model/model.ts';
import { todayOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { findOptions } from '../../operations/options.ts';
import { guarded } from '../sheet-writer.ts';
import { importColumns, templateColumns, type ImportColumn } from './import-columns.ts';
import { requireImport } from './import-request.ts';

const mostChoices = 200;
const filledRows = 5_000;

/** A workbook to fill in: the columns that the person may bring, required ones marked, drop-downs for what can be chosen, a note on each column, an example. */
export async function writeTemplate(ctx: Context, key: string): Promise<{ name: string; content: Buffer }> {
  const entity = requireImport(ctx, { entity: key, existing: 'skip' });
  const english = ctx.locale === 'en';
  const columns = templateColumns(importColumns(ctx, entity));
  const book = new ExcelJS.Workbook();
  const label = english ? entity.label.en : entity.label.zh;
  const sheet = book.addWorksheet(label.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31) || 'Sheet1', { views: [{ state: 'frozen', ySplit: 1 }] });
  const lists = book.addWorksheet(english ? 'Choices' : '选项', { state: 'veryHidden' });
  const choices = await Promise.all(columns.map((column) => choicesOf(ctx, entity, column)));
  sheet.columns = columns.map(({ label: header, field }) => ({ width: Math.min(40, Math.max(14, header.length * 2.4 + 4)), style: { numFmt: ['text', 'long-text', 'reference', 'area', 'org', 'user', 'choice'].includes(field.type) ? '@' : 'General' } }));
  const head = sheet.addRow(columns.map(({ label: header, required }) => required ? `*${header}` : header));
  head.font = { bold: true };
  columns.forEach((column, i) => {
    const cell = head.getCell(i + 1);
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: column.required ? 'FFFDE9D9' : 'FFE8F0FE' } };
    cell.note = noteOf(ctx, column, choices[i] ?? []);
  });
  const example = sheet.addRow(columns.map((column, i) => `${i === 0 ? (english ? 'Example: ' : '示例：') : ''}${guarded(exampleOf(ctx, column, choices[i] ?? []))}`));
  example.font = { italic: true, color: { argb: 'FF888888' } };
  columns.forEach((column, i) => {
    const list = choices[i] ?? [];
    if (list.length === 0 || ['multi-choice', 'references'].includes(column.field.type)) return;
    list.forEach((text, row) => { lists.getCell(row + 1, i + 1).value = guarded(text); });
    const letter = lists.getColumn(i + 1).letter;
    for (let row = 3; row <= filledRows && row <= 1_000; row++) {
      sheet.getCell(row, i + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [`'${lists.name}'!$${letter}$1:$${letter}$${list.length}`], showErrorMessage: true, errorTitle: english ? 'Not a choice' : '无此选项', error: english ? 'Choose from the list.' : '请从下拉列表中选择。' };
    }
  });
  return { name: `${label}${english ? ' import template' : '导入模板'}.xlsx`, content: Buffer.from(await book.xlsx.writeBuffer()) };
}

/** What a cell may hold, where that is a short list. */
async function choicesOf(ctx: Context, entity: Entity, { field }: ImportColumn): Promise<string[]> {
  const english = ctx.locale === 'en';
  if (field.options) return field.options.filter(({ disabled }) => !disabled).map(({ label }) => english ? label.en : label.zh);
  if (field.type === 'boolean') return english ? ['yes', 'no'] : ['是', '否'];
  const reference = field.reference ?? field.references;
  if (!reference || reference.entity === entity.key) return [];
  const filter = reference.filter && !JSON.stringify(reference.filter).includes('"record"') ? { filter: reference.filter } : {};
  // A person who may not look at the records can still type a name.
  const found = await findOptions(ctx, entityOf(ctx.model, reference.entity), { ...filter, limit: mostChoices + 1 }).catch(() => []);
  const titles = [...new Set(found.map(({ title }) => title))];
  return found.length > mostChoices || titles.length < found.length ? [] : titles;
}

const formats: Record<string, { zh: string; en: string; example: string }> = {
  integer: { zh: '整数', en: 'whole number', example: '10' }, decimal: { zh: '数字', en: 'number', example: '12.5' }, money: { zh: '金额，最多两位小数', en: 'amount', example: '1200.00' },
  date: { zh: '日期，如 2026-04-10', en: 'date such as 2026-04-10', example: '2026-04-10' }, datetime: { zh: '时间，如 2026-04-10 09:30', en: 'time such as 2026-04-10 09:30', example: '2026-04-10 09:30' }, time: { zh: '时刻，如 09:30', en: 'time such as 09:30', example: '09:30' },
  'multi-choice': { zh: '可填多项，用顿号分隔', en: 'several, separated by commas', example: '' }, references: { zh: '可填多项，用顿号分隔', en: 'several, separated by commas', example: '' },
  reference: { zh: '名称或编码', en: 'name or code', example: '' }, area: { zh: '区划名称或代码', en: 'name or code of the area', example: '' }, org: { zh: '机构名称或编码', en: 'name or code of the unit', example: '' }, user: { zh: '姓名或用户名', en: 'name or user name', example: '' },
};

function noteOf(ctx: Context, { field, required, each }: ImportColumn, choices: readonly string[]): string {
  const english = ctx.locale === 'en';
  const { zh, en } = formats[field.type] ?? { zh: '文本', en: 'text' };
  const format = each ? (english ? 'several, separated by commas or line breaks' : '可填多项，用顿号或换行分隔') : english ? en : zh;
  const limits = [
    field.maxLength ? (english ? `at most ${field.maxLength} characters` : `最多 ${field.maxLength} 字`) : '',
    field.min !== undefined ? (english ? `at least ${field.min}` : `不小于 ${field.min}`) : '', field.max !== undefined ? (english ? `at most ${field.max}` : `不大于 ${field.max}`) : '',
    choices.length > 0 && choices.length <= 20 ? `${english ? 'one of: ' : '可选：'}${choices.join('、')}` : '',
    field.help ? (english ? field.help.en : field.help.zh) : '',
  ].filter((text) => text !== '');
  return [required ? (english ? 'Required' : '必填') : (english ? 'Optional' : '选填'), format, ...limits].join('；');
}

function exampleOf(ctx: Context, { field, each, label }: ImportColumn, choices: readonly string[]): string {
  if (each) return ctx.locale === 'en' ? 'first, second' : '第一项、第二项';
  if (choices[0] !== undefined) return ['multi-choice', 'references'].includes(field.type) ? choices.slice(0, 2).join('、') : choices[0];
  const example = formats[field.type]?.example;
  if (field.type === 'date') return todayOf(ctx.services.clock);
  return example === undefined || example === '' ? label.replace(/（.*）$/, '') : example;
}
