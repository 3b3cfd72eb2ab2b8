import type { ClientField, ClientReport } from '../../../model/client-types.ts';
import { formatDateTime, formatValue, isReference } from '../../widgets/format.ts';
import { locale, t } from '../../texts.ts';

export interface ReportColumn { name: string; label: string; type: string; role: 'dimension' | 'measure'; unit?: string; format?: 'percent' | 'points'; scale?: number; grain?: string; of?: string; kind?: string }
export type ReportRow = Record<string, unknown>;
/** `GET /api/reports/:app/:report`. */
export interface ReportData { columns: ReportColumn[]; rows: ReportRow[]; totals: ReportRow; subtotals?: ReportRow[]; more: boolean; filter: Record<string, unknown>; at: string }

/** What is asked of a report; nothing named means everything. */
export interface ReportAsk { filter?: Record<string, unknown> | undefined; by?: readonly string[] | undefined; grain?: string | undefined; level?: string | undefined }

/** Parameters of the report's addresses. An empty `by` asks for the totals alone, so it must be sent. */
export function reportQuery({ filter, by, grain, level }: ReportAsk): string {
  const query = new URLSearchParams();
  if (filter !== undefined) query.set('filter', JSON.stringify(filter));
  if (by !== undefined) query.set('by', by.join(','));
  if (grain !== undefined) query.set('grain', grain);
  if (level !== undefined) query.set('level', level);
  return query.toString();
}

/** A dimension's value in words. */
export function dimensionText(value: unknown, field?: Partial<ClientField> & { grain?: string }, mark?: unknown): string {
  if (mark === 'others') return t('dashboard.others');
  if (field?.grain !== undefined && typeof value === 'string') return periodText(value);
  const text = formatValue(value, field);
  return text === '' ? t('report.empty') : text;
}

/** `2026-04`, `2026-Q2`, `2026-W15` as people say it. */
export function periodText(key: string): string {
  const [year = '', part = '', day = ''] = key.split('-');
  if (locale() === 'en') return key;
  if (part === '') return `${year}年`;
  if (day !== '') return key;
  if (part.startsWith('Q')) return `${year}年${'一二三四'[Number(part.slice(1)) - 1] ?? ''}季度`;
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上' : '下'}半年`;
  return part.startsWith('W') ? `${year}年第${Number(part.slice(1))}周` : `${year}年${Number(part)}月`;
}

/** A figure in words, with its unit; one that is not known is a dash. */
export function measureText(value: unknown, look: Pick<Partial<ReportColumn>, 'format' | 'scale' | 'type' | 'kind'> = {}, unit?: string): string {
  if (typeof value === 'string') return look.type === 'datetime' ? formatDateTime(value) : value;
  if (typeof value !== 'number') return '—';
  const scale = look.scale ?? (look.format === undefined ? undefined : 1);
  const digits = { minimumFractionDigits: scale ?? 0, maximumFractionDigits: scale ?? 2 };
  const sign = look.kind?.endsWith('Change') === true && value > 0 ? '+' : '';
  if (look.format !== undefined) return `${sign}${(value * 100).toLocaleString(locale(), digits)}${look.format === 'points' ? (locale() === 'en' ? ' pt' : '个百分点') : '%'}`;
  const text = `${sign}${value.toLocaleString(locale(), digits)}`;
  return unit === undefined ? text : `${text} ${unit}`;
}

/** Value of a group that tells it from others. */
export function keyOf(value: unknown): string {
  return isReference(value) ? value.id : JSON.stringify(value ?? null);
}

/** The row as the way behind a figure names it, and in words. */
export function drillOf(report: Pick<ClientReport, 'dimensions'>, row: ReportRow): { row: Record<string, unknown>; text: string } {
  const named = report.dimensions.filter((field) => field.name in row);
  return {
    row: Object.fromEntries(named.map((field) => { const value = row[field.name]; return [field.name, isReference(value) ? value.id : value ?? null]; })),
    text: named.map((field) => dimensionText(row[field.name], field)).join(' · '),
  };
}
