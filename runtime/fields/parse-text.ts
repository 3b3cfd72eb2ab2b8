import { RE2JS } from 're2js';
import type { Field } from './field.ts';
import { wrongType, type Parsed } from './field-type.ts';

/** Trims a text and checks its length and pattern (RE2: linear time whatever the pattern). */
export function parseText(raw: unknown, field: Field, defaultMax: number): Parsed {
  if (typeof raw !== 'string') return wrongType;
  // PostgreSQL text cannot hold NUL.
  if (raw.includes('\u0000')) return wrongType;
  const value = raw.trim();
  const length = [...value].length;
  const max = field.maxLength ?? defaultMax;
  if (length > max) return { code: 'field.too-long', params: { max } };
  if (field.minLength !== undefined && length > 0 && length < field.minLength) return { code: 'field.too-short', params: { min: field.minLength } };
  if (field.pattern !== undefined && length > 0 && !patternOf(field.pattern).matches(value)) return { code: 'field.pattern' };
  return { value: value === '' ? null : value };
}

const patterns = new Map<string, RE2JS>();

function patternOf(text: string): RE2JS {
  let pattern = patterns.get(text);
  if (!pattern) patterns.set(text, (pattern = RE2JS.compile(text)));
  return pattern;
}
