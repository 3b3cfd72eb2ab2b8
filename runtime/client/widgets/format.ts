import type { ClientField, ReferenceValue, FileValue } from '../../model/client-types.ts';
import { locale, t } from '../texts.ts';

/** The server thinks in one zone (`TAMGA_TZ`); a browser set to another one must not show another hour. */
const zone = 'Asia/Shanghai';
const offset = '+08:00';

const numberTypes = new Set(['integer', 'decimal', 'money']);

/** Whether values of the type stand on the right with thousands separators. */
export function isNumeric(type: string): boolean {
  return numberTypes.has(type);
}

/** A number as people read it. */
export function formatNumber(value: number, field: Partial<Pick<ClientField, 'type' | 'scale'>>): string {
  const digits = field.type === 'money' ? field.scale ?? 2 : undefined;
  return value.toLocaleString(locale(), { minimumFractionDigits: digits ?? 0, maximumFractionDigits: digits ?? field.scale ?? (field.type === 'integer' ? 0 : 6) });
}

/** An instant as date and minute in the server's zone. */
export function formatDateTime(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at);
  const part = (type: string): string => parts.find((item) => item.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

/** Date and minute as typed → instant; null when it is not a time. */
export function parseDateTime(date: string, time: string): string | null {
  const at = new Date(`${date}T${time.length === 5 ? time : '00:00'}:00${offset}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** How long ago in words, for lists of messages and tasks; older ones by date. */
export function formatAgo(iso: string, now = Date.now()): string {
  const minutes = Math.floor((now - new Date(iso).getTime()) / 60_000);
  if (minutes < 1) return t('time.now');
  if (minutes < 60) return t('time.minutes', { count: minutes });
  if (minutes < 24 * 60) return t('time.hours', { count: Math.floor(minutes / 60) });
  return formatDateTime(iso).slice(0, minutes < 300 * 24 * 60 ? 16 : 10);
}

export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function isReference(value: unknown): value is ReferenceValue {
  return typeof value === 'object' && value !== null && 'id' in value && 'title' in value;
}

export function isFile(value: unknown): value is FileValue {
  return typeof value === 'object' && value !== null && 'id' in value && 'size' in value;
}

/** Any value as plain text, for history, dialogs and cells without a view of their own. */
export function formatValue(value: unknown, field?: Partial<ClientField>): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) {
    if (field?.type === 'lines') return t('lines.count', { count: value.length });
    return value.map((item) => formatValue(item, field)).join(locale() === 'en' ? ', ' : '、');
  }
  if (isReference(value)) return value.title;
  if (isFile(value)) return value.name;
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return field === undefined ? value.toLocaleString(locale()) : formatNumber(value, field);
  if (typeof value === 'string') {
    const option = field?.options?.find((item) => item.value === value);
    if (option !== undefined) return option.label;
    return field?.type === 'datetime' || /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? formatDateTime(value) : value;
  }
  if (typeof value === 'object' && 'lng' in value && 'lat' in value) return [(value as { address?: string | null }).address, `${String(value.lng)}, ${String(value.lat)}`].filter(Boolean).join(' · ');
  return JSON.stringify(value);
}

/** Today in the server's zone, `YYYY-MM-DD`. */
export function today(): string {
  return formatDateTime(new Date().toISOString()).slice(0, 10);
}
