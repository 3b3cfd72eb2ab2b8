import type { ReactNode } from 'react';
import type { ClientField, FileValue } from '../../model/client-types.ts';
import { usePortal } from './portal-state.tsx';
import { locale, t } from './texts.ts';

/** A value as residents read it. */
export function FieldValue({ field, value }: { field: ClientField; value: unknown }): ReactNode {
  const { api } = usePortal();
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '—';
  if ((field.type === 'image' || field.type === 'file') && Array.isArray(value)) {
    return <span className="p-photos">{(value as FileValue[]).map((file, i) => (file.type.startsWith('image/') ? <a key={file.id} className="p-photo" href={api.fileUrl(file.id)} target="_blank" rel="noreferrer"><img src={api.fileUrl(file.id)} alt={`${field.label} ${i + 1}`} /></a> : <a key={file.id} href={api.fileUrl(file.id)}>{file.name}</a>))}</span>;
  }
  if (field.options) return [value].flat().map((one) => field.options?.find((o) => o.value === one)?.label ?? String(one)).join('、');
  if (typeof value === 'object' && 'title' in value) return String(value.title);
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (field.type === 'datetime') return dateTime(String(value));
  return <span className="p-text">{String(value)}{field.unit ? ` ${field.unit}` : ''}</span>;
}

/** A moment in the zone of the installation's people. */
export function dateTime(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : date.toLocaleString(locale() === 'en' ? 'en-GB' : 'zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
}

/** Only the day of a date or moment. */
export function day(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : dateTime(text).slice(0, 10);
}
