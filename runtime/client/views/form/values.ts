import type { ClientField } from '../../../model/client-types.ts';
import { isReference } from '../../widgets/format.ts';
import type { Values } from './feel.ts';
import { isGiven } from './to-formily.ts';

/** The fields that people enter, as the server takes them: references by id, files by id, lines whole. */
export function toWritable(fields: readonly ClientField[], values: Values): Values {
  return Object.fromEntries(fields.filter((field) => !isGiven(field)).map((field) => [field.name, writable(field, values[field.name])]));
}

/** What differs between two sets of writable values. */
export function changesOf(before: Values, after: Values): Values {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[name] ?? null)));
}

function writable(field: ClientField, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return field.type === 'lines' ? [] : null;
  if (field.type === 'lines' && Array.isArray(value)) {
    return (value as Values[]).map((row) => ({ ...(typeof row['id'] === 'string' ? { id: row['id'] } : {}), ...toWritable(field.lines?.fields ?? [], row) }));
  }
  if ((field.type === 'file' || field.type === 'image' || field.type === 'references') && Array.isArray(value)) return value.map((item: unknown) => idOf(item));
  return idOf(value);
}

function idOf(value: unknown): unknown {
  if (isReference(value)) return value.id;
  return typeof value === 'object' && value !== null && 'id' in value && 'size' in value ? value.id : value;
}
