import type { ClientField, ClientReport } from '../../../model/client-types.ts';
import { formatNumber, formatValue, isReference } from '../../widgets/format.ts';
import { t } from '../../texts.ts';

export interface ReportColumn { name: string; label: string; type: string; role: 'dimension' | 'measure'; unit?: string }
export type ReportRow = Record<string, unknown>;
/** `GET /api/reports/:app/:report`. */
export interface ReportData { columns: ReportColumn[]; rows: ReportRow[]; totals: Record<string, number | null> }

export interface Group { key: string; label: string; values: Record<string, number>; row: ReportRow }

/** Rows added up by one dimension, in the order in which its values first appear. */
export function groupBy(rows: readonly ReportRow[], dimension: string, measures: readonly string[], field?: ClientField): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const value = row[dimension];
    const key = isReference(value) ? value.id : JSON.stringify(value ?? null);
    const group = groups.get(key) ?? { key, label: dimensionText(value, field), values: {}, row };
    for (const measure of measures) {
      const number = row[measure];
      group.values[measure] = (group.values[measure] ?? 0) + (typeof number === 'number' ? number : 0);
    }
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A dimension's value in words. */
export function dimensionText(value: unknown, field?: ClientField): string {
  const text = formatValue(value, field);
  return text === '' ? t('report.empty') : text;
}

/** A figure in words, with its unit. */
export function measureText(value: unknown, unit?: string): string {
  if (typeof value !== 'number') return '—';
  const text = formatNumber(value, { type: 'decimal', scale: 2 });
  return unit === undefined ? text : `${text} ${unit}`;
}

/** The condition that leaves exactly the records behind a row, in words too. */
export function drillOf(report: Pick<ClientReport, 'dimensions'>, row: ReportRow): { condition: Record<string, unknown>; text: string } {
  const parts = report.dimensions.filter((field) => field.name in row).map((field) => {
    const value = row[field.name];
    return { name: field.name, value: isReference(value) ? value.id : value ?? null, text: dimensionText(value, field) };
  });
  return {
    condition: Object.fromEntries(parts.map(({ name, value }) => [name, value === null ? { $exists: false } : value])),
    text: parts.map((part) => part.text).join(' · '),
  };
}
