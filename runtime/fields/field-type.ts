import type { Field } from './field.ts';
import type { ProblemCode, ProblemParams } from '../problems.ts';

/** What a raw input value became, or why it was refused. `null` always means "no value". */
export type Parsed = { value: unknown } | { code: ProblemCode; params?: ProblemParams; at?: string };

export type Operator = '$eq' | '$ne' | '$lt' | '$lte' | '$gt' | '$gte' | '$in' | '$nin' | '$contains' | '$below' | '$within' | '$during' | '$exists';

/** A field type: how its values are stored, read from input, compared and shown. */
export interface FieldType {
  name: string;
  /** PostgreSQL type of the column; null when the values live elsewhere. */
  column: (field: Field) => string | null;
  /** Turns an input value into a stored one; never called with null or an empty text. */
  parse: (raw: unknown, field: Field) => Parsed;
  operators: readonly Operator[];
  /** FEEL kind of the value; `record` for contexts of another entity. */
  feel: 'string' | 'number' | 'boolean' | 'date' | 'date-time' | 'time' | 'strings' | 'any' | 'record' | 'records' | 'location';
  /** May be typed into a search or sorted. */
  sortable: boolean;
}

export const equality: readonly Operator[] = ['$eq', '$ne', '$in', '$nin', '$exists'];
export const ordered: readonly Operator[] = [...equality, '$lt', '$lte', '$gt', '$gte'];

export const wrongType: Parsed = { code: 'field.type' };
