import { fieldTypeOf, isId, isPeriod, parseBounds, type Field } from '../../fields/index.ts';
import { entityOf, type Condition, type Entity, type Model } from '../../model/model.ts';
import { Problem, problem } from '../../problems.ts';
import { todayOf, type ServerClock } from '../clock.ts';
import { periodOf } from './period.ts';
import { resolvePath, suggestion, type Hop, type ResolvedPath } from './path.ts';

/** A condition ready for SQL: fields resolved, values checked and of the column's type. */
export type Predicate =
  | { kind: 'all' }
  | { kind: 'none' }
  | { kind: 'and' | 'or'; parts: Predicate[] }
  | { kind: 'not'; part: Predicate }
  | { kind: 'compare'; path: ResolvedPath; operator: string; value: unknown };

/** What special values in a condition stand for. */
export interface ConditionValues {
  clock: ServerClock;
  /** Attributes of the user, for `{ "user": "org" }`. */
  user?: Record<string, unknown>;
  /** Other fields of the form, for `{ "record": "warehouse" }`. */
  record?: Record<string, unknown>;
}

const maxDepth = 8;
const connectives = ['$and', '$or', '$not'];
const equality: readonly string[] = ['$eq', '$ne'];

/** Resolves a JSON condition against an entity; unknown fields, operators and wrong values are refused by name. */
export function parseCondition(model: Model, entity: Entity, condition: Condition, values: ConditionValues, depth = 0): Predicate {
  if (depth > maxDepth) throw problem('request.bad-value', { name: 'filter' });
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) throw problem('request.bad-value', { name: 'filter' });
  const parts = Object.entries(condition).map(([key, value]): Predicate => {
    if (key === '$and' || key === '$or') {
      if (!Array.isArray(value) || value.length === 0 || value.length > 100) throw problem('request.bad-value', { name: key });
      const list = value.map((part) => parseCondition(model, entity, part as Condition, values, depth + 1));
      return { kind: key === '$and' ? 'and' : 'or', parts: list };
    }
    if (key === '$not') return { kind: 'not', part: parseCondition(model, entity, value as Condition, values, depth + 1) };
    if (key.startsWith('$')) throw problem('request.unknown-operator', { name: key, suggestion: suggestion(key, connectives) });
    return parseField(resolvePath(model, entity, key), value, values);
  });
  return parts.length === 0 ? { kind: 'all' } : parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

function parseField(path: ResolvedPath, raw: unknown, values: ConditionValues): Predicate {
  const special = specialValue(raw, values);
  if (special !== undefined) return compare(path, '$eq', special.value);
  if (typeof raw !== 'object' || raw === null || ('id' in raw)) return compare(path, '$eq', raw);
  if (Array.isArray(raw)) return compare(path, '$in', raw);
  const entries = Object.entries(raw);
  if (entries.length === 0) throw problem('request.bad-value', { name: path.text });
  const parts = entries.map(([operator, operand]): Predicate => {
    const known = specialValue(operand, values);
    // A person without a unit or area is not above, below or within any.
    if (operator === '$during') return during(path, operand, values.clock);
    return known?.value === null && !equality.includes(operator) ? { kind: 'none' } : compare(path, operator, known ? known.value : operand);
  });
  checkPeriod(path, raw as Record<string, unknown>);
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

/** A period told from today, as the days or moments it has now. */
function during(path: ResolvedPath, text: unknown, clock: ServerClock): Predicate {
  if (!(fieldTypeOf(path.field).operators as readonly string[]).includes('$during')) throw problem('request.unknown-operator', { name: '$during', suggestion: '' });
  if (!isPeriod(text)) throw problem('request.bad-value', { name: path.text });
  const { from, until } = periodOf(clock, text);
  const at = (moment: typeof from): string => path.field.type === 'date' ? moment.toISODate() ?? '' : moment.toISO() ?? '';
  return { kind: 'and', parts: [compare(path, '$gte', at(from)), compare(path, '$lt', at(until))] };
}

/** `{ user }`, `{ record }` and `{ today }` stand for values known at request time. */
function specialValue(raw: unknown, values: ConditionValues): { value: unknown } | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  if ('user' in raw) return { value: values.user?.[String(raw.user)] ?? null };
  if ('record' in raw) return { value: values.record?.[String(raw.record)] ?? null };
  if ('now' in raw) {
    const [, amount, unit] = /^([+-]\d{1,6})([mhd])$/.exec(String(raw.now)) ?? [];
    return { value: new Date(values.clock.now().getTime() + Number(amount ?? 0) * (unit === 'd' ? 86_400_000 : unit === 'h' ? 3_600_000 : 60_000)).toISOString() };
  }
  if ('today' in raw) {
    const days = /^([+-]\d+)d$/.exec(String(raw.today));
    return { value: todayOf(values.clock, days ? Number(days[1]) : 0) };
  }
  return undefined;
}

function compare(path: ResolvedPath, operator: string, raw: unknown): Predicate {
  const type = fieldTypeOf(path.field);
  if (!(type.operators as readonly string[]).includes(operator)) throw problem('request.unknown-operator', { name: operator, suggestion: suggestion(operator, type.operators) });
  if (operator === '$exists') {
    if (typeof raw !== 'boolean') throw problem('request.bad-value', { name: path.text });
    return { kind: 'compare', path, operator, value: raw };
  }
  if (operator === '$in' || operator === '$nin') {
    if (!Array.isArray(raw) || raw.length > 1000) throw problem('request.bad-value', { name: path.text });
    return { kind: 'compare', path, operator, value: raw.map((item) => parseValue(path.field, item, operator, path.text)) };
  }
  if (operator === '$within') {
    const bounds = parseBounds(raw);
    if (!bounds) throw problem('request.bad-value', { name: path.text });
    return { kind: 'compare', path, operator, value: bounds };
  }
  if (raw === null && !equality.includes(operator)) throw problem('request.bad-value', { name: path.text });
  const value = raw === null ? null : parseValue(path.field, raw, operator, path.text);
  // Values are final here: the compiled statement is kept and run again with other values.
  if (operator === '$contains' && path.field.type !== 'multi-choice' && !path.field.references) return { kind: 'compare', path, operator, value: `%${String(value).replace(/[\\%_]/g, (c) => `\\${c}`)}%` };
  if (operator === '$below' && path.field.type === 'area') return { kind: 'compare', path, operator, value: `${String(value)}%` };
  return { kind: 'compare', path, operator, value };
}

function parseValue(field: Field, raw: unknown, operator: string, name: string): unknown {
  if (raw === null) return null;
  if (field.references) {
    const id = typeof raw === 'object' && 'id' in raw ? raw.id : raw;
    if (!isId(id)) throw problem('request.bad-value', { name });
    return id.toLowerCase();
  }
  if (operator === '$contains' || field.type === 'text' || field.type === 'long-text' || field.type === 'sequence') {
    if (typeof raw !== 'string' || raw.length > 500 || raw.includes('\u0000')) throw problem('request.bad-value', { name });
    return raw;
  }
  if (field.type === 'area' && operator === '$below') return areaPrefix(String(typeof raw === 'object' && 'id' in raw ? raw.id : raw));
  // Limits belong to input, not to questions: asking for more than the maximum is fair.
  const open: Field = { ...field };
  delete open.min;
  delete open.max;
  const parsed = fieldTypeOf(field).parse(raw, open);
  if (!('value' in parsed)) {
    // Asking for a code that no longer exists finds nothing, it is no mistake of form.
    if (field.type === 'choice' && typeof raw === 'string') return raw;
    throw problem('request.bad-value', { name });
  }
  return parsed.value;
}

/** 150523 → 150523, 150500 → 1505, 150000 → 15: the digits that all divisions below share. */
export function areaPrefix(code: string): string {
  return code.length > 6 ? code.replace(/(000)+$/, '') : code.replace(/(00)+$/, '');
}

function checkPeriod(path: ResolvedPath, raw: Record<string, unknown>): void {
  const from = raw['$gte'] ?? raw['$gt'];
  const to = raw['$lte'] ?? raw['$lt'];
  if (from === undefined || to === undefined || !['date', 'datetime', 'time'].includes(path.field.type)) return;
  if (new Date(String(from)).getTime() > new Date(String(to)).getTime()) {
    throw new PeriodProblem(path);
  }
}

class PeriodProblem extends Problem {
  constructor(path: ResolvedPath) {
    super('request.period-reversed', { label: path.field.label }, [{ field: path.text, code: 'request.period-reversed', params: { label: path.field.label } }]);
  }
}

/** Every path a predicate reads, for the right to read it. */
export function pathsOf(predicate: Predicate): ResolvedPath[] {
  switch (predicate.kind) {
    case 'and': case 'or': return predicate.parts.flatMap(pathsOf);
    case 'not': return pathsOf(predicate.part);
    case 'compare': return [predicate.path];
    default: return [];
  }
}

/** The entity at the end of the hops of a path. */
export function targetOf(model: Model, entity: Entity, hops: Hop[]): Entity {
  const last = hops.at(-1);
  return last ? entityOf(model, last.to) : entity;
}
