import type { ClientField } from '../../../model/client-types.ts';
import { locale, t } from '../../texts.ts';
import type { TextKey } from '../../texts.ts';
import { formatValue, isReference } from '../../widgets/format.ts';

export type Condition = Record<string, unknown>;

/** One comparison of the filter builder; what `value` is, the comparison says. */
export interface Rule { field: string; op: Comparison; value: unknown }
export interface Group { join: 'and' | 'or'; parts: (Rule | Group)[] }

export type Comparison = 'contains' | 'is' | 'isNot' | 'above' | 'below' | 'between' | 'during' | 'oneOf' | 'noneOf' | 'within' | 'has' | 'filled' | 'empty';

export const periods = ['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month', 'this-quarter', 'this-year', 'last-year', 'last-7-days', 'last-30-days', 'last-90-days', 'last-365-days', 'next-7-days', 'next-30-days', 'next-90-days'] as const;

/** A group that asks for nothing. */
export const noGroup: Group = { join: 'and', parts: [] };
export const isGroup = (part: Rule | Group): part is Group => 'parts' in part;

/** Comparisons that a field offers, the usual one first. */
export function comparisonsOf(field: ClientField): Comparison[] {
  switch (field.type) {
    case 'date': case 'datetime': return ['during', 'between', 'above', 'below', 'filled', 'empty'];
    case 'integer': case 'decimal': case 'money': return ['between', 'is', 'isNot', 'above', 'below', 'filled', 'empty'];
    case 'time': return ['above', 'below', 'filled', 'empty'];
    case 'choice': return ['oneOf', 'noneOf', 'filled', 'empty'];
    case 'boolean': return ['is', 'filled', 'empty'];
    case 'area': return ['within', 'is', 'filled', 'empty'];
    case 'org': return ['is', 'within', 'isNot', 'filled', 'empty'];
    case 'reference': case 'user': return ['is', 'isNot', 'filled', 'empty'];
    case 'multi-choice': case 'references': return ['has', 'filled', 'empty'];
    case 'file': case 'image': case 'location': case 'json': return ['filled', 'empty'];
    default: return ['contains', 'is', 'isNot', 'filled', 'empty'];
  }
}

/** The condition for the server; rules without a value ask for nothing. */
export function toCondition(group: Group, fields: readonly ClientField[]): Condition | null {
  const parts = group.parts.flatMap((part): Condition[] => {
    const found = isGroup(part) ? toCondition(part, fields) : ruleCondition(part, fields.find((field) => field.name === part.field));
    return found === null ? [] : [found];
  });
  if (parts.length === 0) return null;
  return parts.length === 1 && group.join === 'and' ? parts[0] ?? null : { [group.join === 'or' ? '$or' : '$and']: parts };
}

function ruleCondition({ field: name, op, value }: Rule, field: ClientField | undefined): Condition | null {
  if (field === undefined) return null;
  if (op === 'filled' || op === 'empty') return { [name]: { $exists: op === 'filled' } };
  const pair = Array.isArray(value) ? value : [];
  if (op === 'between') {
    const limits = { ...isGiven(pair[0]) ? { $gte: limit(field, pair[0], false) } : {}, ...isGiven(pair[1]) ? { $lte: limit(field, pair[1], true) } : {} };
    return Object.keys(limits).length === 0 ? null : { [name]: limits };
  }
  if (op === 'oneOf' || op === 'noneOf') return pair.length === 0 ? null : { [name]: { [op === 'oneOf' ? '$in' : '$nin']: pair } };
  if (!isGiven(value)) return null;
  const plain = { contains: '$contains', has: '$contains', is: '$eq', isNot: '$ne', during: '$during', within: '$below' } as const;
  if (op === 'above') return { [name]: { $gte: limit(field, value, false) } };
  if (op === 'below') return { [name]: { $lte: limit(field, value, true) } };
  return { [name]: { [plain[op]]: value } };
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** A day as a limit on instants: the whole day counts, in the server's zone. */
function limit(field: ClientField, value: unknown, isEnd: boolean): unknown {
  return field.type === 'datetime' && typeof value === 'string' && value.length === 10 ? `${value}T${isEnd ? '23:59:59.999' : '00:00:00'}+08:00` : value;
}

/** A condition as the builder can show it; nothing when it says more than the builder can. */
export function fromCondition(condition: unknown): Group | null {
  if (!isObject(condition)) return null;
  const entries = Object.entries(condition);
  if (entries.length === 0) return noGroup;
  const [key, value] = entries[0] ?? ['', null];
  if (entries.length === 1 && (key === '$and' || key === '$or')) {
    if (!Array.isArray(value)) return null;
    const parts = value.map((part): Rule | Group | null => { const group = fromCondition(part); return group === null ? null : group.join === 'and' && group.parts.length === 1 ? group.parts[0] ?? null : group; });
    return parts.includes(null) ? null : { join: key === '$or' ? 'or' : 'and', parts: parts.filter((part) => part !== null) };
  }
  const rules = entries.map(([name, test]) => ruleOf(name, test));
  return rules.includes(null) ? null : { join: 'and', parts: rules.filter((rule) => rule !== null) };
}

function ruleOf(field: string, test: unknown): Rule | null {
  if (field.startsWith('$')) return null;
  if (!isObject(test) || isReference(test)) return { field, op: 'is', value: test };
  const at = (value: unknown): unknown => (typeof value === 'string' && value.endsWith('+08:00') ? value.slice(0, 10) : value);
  const keys = Object.keys(test);
  if (keys.length === 2 && '$gte' in test && '$lte' in test) return { field, op: 'between', value: [at(test['$gte']), at(test['$lte'])] };
  const [operator = ''] = keys;
  const value = test[operator];
  if (keys.length !== 1) return null;
  switch (operator) {
    case '$exists': return { field, op: value === true ? 'filled' : 'empty', value: null };
    case '$contains': return { field, op: typeof value === 'string' ? 'contains' : 'has', value };
    case '$in': return { field, op: 'oneOf', value };
    case '$nin': return { field, op: 'noneOf', value };
    case '$eq': return { field, op: 'is', value };
    case '$ne': return { field, op: 'isNot', value };
    case '$gte': return { field, op: 'above', value: at(value) };
    case '$lte': return { field, op: 'below', value: at(value) };
    case '$during': return { field, op: 'during', value };
    case '$below': return { field, op: 'within', value };
    default: return null;
  }
}

/** A rule or group as people read it: `状态 是 草稿、已提交`. */
export function describePart(part: Rule | Group, fields: readonly ClientField[]): string {
  if (isGroup(part)) return `（${part.parts.map((inner) => describePart(inner, fields)).join(` ${t(part.join === 'or' ? 'filter.or' : 'filter.and')} `)}）`;
  const field = fields.find((item) => item.name === part.field);
  const label = field?.label ?? part.field;
  return `${label} ${t(comparisonKey(part.op, field))}${part.op === 'filled' || part.op === 'empty' ? '' : ` ${describeValue(part, field)}`}`;
}

function describeValue({ op, value }: Rule, field: ClientField | undefined): string {
  if (op === 'during') return periodLabel(String(value));
  if (op === 'between' && Array.isArray(value)) return value.map((item) => (isGiven(item) ? formatValue(item, field) : '…')).join(' – ');
  if (Array.isArray(value)) return value.map((item) => formatValue(item, field)).join(locale() === 'en' ? ', ' : '、');
  return formatValue(value, field);
}

/** `last-30-days` as 近30天. */
export function periodLabel(period: string): string {
  const days = /^(last|next)-(\d+)-days$/.exec(period);
  if (days) return t(days[1] === 'last' ? 'period.lastDays' : 'period.nextDays', { count: days[2] ?? '' });
  return t(`period.${period}` as TextKey);
}

/** What a comparison is called on a field: dates lie before and after, numbers are smaller and larger. */
export function comparisonKey(op: Comparison, field: ClientField | undefined): TextKey {
  const isTime = field?.type === 'date' || field?.type === 'datetime' || field?.type === 'time';
  return isTime && (op === 'above' || op === 'below') ? `filter.op.${op}.time` : `filter.op.${op}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
