import { parse } from '../../../expressions/index.ts';
import type { Expression, FeelType } from '../../../expressions/index.ts';
import type { ClientField } from '../../../model/client-types.ts';

export type Values = Record<string, unknown>;
/** The value of a FEEL text over values; undefined when it cannot be worked out here (the server decides then). */
export type Evaluate = (text: string, values: Values, fields: readonly ClientField[]) => unknown;

const clock = { now: () => new Date(), zone: 'Asia/Shanghai' };

const plain: Record<string, FeelType> = {
  text: { kind: 'string' }, 'long-text': { kind: 'string' }, choice: { kind: 'string' }, sequence: { kind: 'string' },
  integer: { kind: 'number' }, decimal: { kind: 'number' }, money: { kind: 'number' }, boolean: { kind: 'boolean' },
  date: { kind: 'date' }, datetime: { kind: 'date-time' }, time: { kind: 'time' }, 'multi-choice': { kind: 'list', of: { kind: 'string' } },
};

/** Evaluates rules in the browser. Types of fields are known; those of referenced records are read off the records themselves. */
export function createEvaluator(): Evaluate {
  const cache = new Map<string, Expression | null>();
  const wordsOf = new Map<string, string[]>();
  return (text, values, fields) => {
    let words = wordsOf.get(text);
    if (words === undefined) {
      words = [...new Set(text.replace(/"[^"]*"/g, '').match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])];
      wordsOf.set(text, words);
    }
    const variables: Record<string, FeelType> = {};
    for (const word of words) {
      const field = fields.find((item) => item.name === word);
      if (field === undefined && !Object.hasOwn(values, word)) continue;
      variables[word] = field === undefined ? typeOf(values[word]) : fieldType(field, values[word]);
    }
    const key = `${text}\n${JSON.stringify(variables)}`;
    let expression = cache.get(key);
    if (expression === undefined) {
      expression = parse(text, { variables }).expression ?? null;
      cache.set(key, expression);
    }
    if (expression === null) return undefined;
    try {
      return expression.evaluate(values, clock);
    } catch {
      return undefined;
    }
  };
}

function fieldType(field: ClientField, value: unknown): FeelType {
  const known = plain[field.type];
  if (known !== undefined) return known;
  if (field.type !== 'lines') return typeOf(value);
  const entries = Object.fromEntries((field.lines?.fields ?? []).map((item) => [item.name, plain[item.type] ?? { kind: 'any' as const }]));
  return { kind: 'list', of: { kind: 'context', entries } };
}

function typeOf(value: unknown, depth = 0): FeelType {
  if (typeof value === 'number') return { kind: 'number' };
  if (typeof value === 'boolean') return { kind: 'boolean' };
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return { kind: 'date' };
    return /^\d{4}-\d\d-\d\dT/.test(value) ? { kind: 'date-time' } : { kind: 'string' };
  }
  if (typeof value !== 'object' || value === null || depth > 3) return { kind: 'any' };
  if (Array.isArray(value)) return { kind: 'list', of: value.length === 0 ? { kind: 'any' } : typeOf(value[0], depth + 1) };
  return { kind: 'context', entries: Object.fromEntries(Object.entries(value).map(([name, item]) => [name, typeOf(item, depth + 1)])) };
}
