import type { ClientField, ReferenceValue } from '../../../model/client-types.ts';
import { api, recordsPath } from '../../api.ts';
import { isReference } from '../../widgets/format.ts';
import type { Values } from './feel.ts';

const ruleKeys = ['default', 'computed', 'check', 'visibleWhen', 'requiredWhen', 'readOnlyWhen'] as const;

interface References {
  /** Values with referenced records in place of mere titles, as far as rules look into them. */
  expand: (fields: readonly ClientField[], values: Values) => Values;
  /** The referenced record when a rule or `fill` needs it; null when not needed or not readable. */
  fetch: (field: ClientField, value: ReferenceValue) => Promise<Values | null>;
  /** Fetches what the rules of a form need for the values it starts with; true when something came. */
  load: (fields: readonly ClientField[], values: Values) => Promise<boolean>;
}

/** What a chosen record brings to the fields around it: the declared `fill`, and shown paths such as `material.spec`. */
export function broughtBy(field: ClientField, record: Values | null, around: readonly ClientField[]): Values {
  const filled = record === null ? [] : Object.entries(field.reference?.fill ?? {}).map(([to, from]) => [to, record[from] ?? null] as const);
  const shown = around.filter((item) => item.name.startsWith(`${field.name}.`)).map((item) => [item.name, record?.[item.name.slice(field.name.length + 1)] ?? null] as const);
  return Object.fromEntries([...filled, ...shown]);
}

/** Referenced records that the rules of one form look into (`batch.expiryDate`), each read once. */
export function createReferences(fields: readonly ClientField[]): References {
  const all = fields.flatMap((field) => [field, ...(field.lines?.fields ?? [])]);
  const rules = all.flatMap((field) => ruleKeys.map((key) => field[key] ?? '')).join('\n');
  const records = new Map<string, Values>();
  const waiting = new Map<string, Promise<Values | null>>();
  const isRead = (field: ClientField): boolean => new RegExp(`\\b${field.name}\\s*\\.`, 'u').test(rules);
  const isShown = (field: ClientField): boolean => all.some((item) => item.name.startsWith(`${field.name}.`));
  const keyOf = (field: ClientField, value: ReferenceValue): string => `${field.reference?.app ?? ''}/${field.reference?.entity ?? ''}/${value.id}`;

  const fetch: References['fetch'] = async (field, value) => {
    const target = field.reference;
    if (target === undefined || (target.fill === undefined && !isRead(field) && !isShown(field))) return null;
    const key = keyOf(field, value);
    const known = records.get(key);
    if (known !== undefined) return known;
    let request = waiting.get(key);
    if (request === undefined) {
      request = api.get<Values>(recordsPath(target.app, target.entity, value.id)).catch(() => null);
      waiting.set(key, request);
    }
    const record = await request;
    if (record !== null) records.set(key, record);
    return record;
  };

  return {
    fetch,
    expand: (list, values) => {
      if (records.size === 0) return values;
      const expanded: Values = { ...values };
      for (const field of list) {
        const value = values[field.name];
        const record = isReference(value) ? records.get(keyOf(field, value)) : undefined;
        if (record !== undefined) expanded[field.name] = { ...record, ...(value as ReferenceValue) };
      }
      return expanded;
    },
    load: async (list, values) => {
      const wanted = list.flatMap((field) => [
        [field, values[field.name]] as const,
        ...(field.lines?.fields ?? []).flatMap((column) => (Array.isArray(values[field.name]) ? values[field.name] as Values[] : []).map((row) => [column, row[column.name]] as const)),
      ]).filter((pair): pair is [ClientField, ReferenceValue] => isReference(pair[1]) && isRead(pair[0]));
      const found = await Promise.all(wanted.map(([field, value]) => fetch(field, value)));
      return found.some((record) => record !== null);
    },
  };
}
