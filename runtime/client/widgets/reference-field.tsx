import { Link } from 'react-router-dom';
import type { ClientField } from '../../model/client-types.ts';
import { api, recordsPath } from '../api.ts';
import { recordPath } from './paths.ts';
import { Combobox } from './combobox.tsx';
import type { Choice } from './combobox.tsx';
import type { FieldCellProps, FieldInputProps } from './field-view.ts';
import { isReference } from './format.ts';
import { Nothing } from './plain-cell.tsx';

/** The title of a referenced record, as a link where that is useful. */
export function ReferenceCell({ field, value, isLinked }: FieldCellProps) {
  if (!isReference(value)) return <Nothing />;
  const target = field.reference;
  // Units and people have no page that everyone may open.
  if (!isLinked || target === undefined || field.type !== 'reference') return <>{value.title}</>;
  return <Link to={recordPath(target.app, target.entity, value.id)}>{value.title}</Link>;
}

/** Finds a record on the server while one types. */
export function ReferenceField({ field, value, onChange, values, errors: _errors, lineRule: _rule, ...rest }: FieldInputProps) {
  return <Combobox {...rest} value={isReference(value) ? value : null} onChange={onChange} find={(text) => findChoices(field, text, values?.() ?? {})} />;
}

/** The records that a field may name and that fit a text. */
export async function findChoices(field: ClientField, text: string, values: Record<string, unknown>): Promise<Choice[]> {
  const target = field.reference;
  if (target === undefined) return [];
  const filter = resolveFilter(target.filter, values);
  const found = await api.get<{ items: Choice[] }>(recordsPath(target.app, target.entity, 'options'), { q: text, limit: 20, filter: filter === null ? undefined : JSON.stringify(filter) });
  return found.items;
}

/** A filter of choices with `{record: "field"}` replaced by the form's values; conditions on fields that are still empty fall away. */
export function resolveFilter(filter: Record<string, unknown> | undefined, values: Record<string, unknown>): Record<string, unknown> | null {
  if (filter === undefined) return null;
  const resolved = resolve(filter, values);
  return typeof resolved === 'object' && resolved !== null && Object.keys(resolved).length > 0 ? resolved as Record<string, unknown> : null;
}

function resolve(node: unknown, values: Record<string, unknown>): unknown {
  if (Array.isArray(node)) return node.map((item) => resolve(item, values)).filter((item) => item !== undefined);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node);
  if (entries.length === 1 && entries[0]?.[0] === 'record' && typeof entries[0][1] === 'string') {
    const value = valueAt(values, entries[0][1]);
    return isReference(value) ? value.id : value ?? undefined;
  }
  const kept = entries.map(([name, item]) => [name, resolve(item, values)] as const)
    .filter(([, item]) => item !== undefined && !(typeof item === 'object' && item !== null && !Array.isArray(item) && Object.keys(item).length === 0));
  return kept.length === 0 && entries.length > 0 ? undefined : Object.fromEntries(kept);
}

function valueAt(values: Record<string, unknown>, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined), values);
}
