import type { Field } from './field.ts';
import { wrongType, type Parsed } from './field-type.ts';

/** A number with at most `scale` decimals within the field's limits; texts such as "12.50" are accepted. */
export function parseNumber(raw: unknown, field: Field, scale: number): Parsed {
  const value = typeof raw === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(raw.trim()) ? Number(raw) : raw;
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return wrongType;
  if (roundHalfUp(value, scale) !== value) return scale === 0 ? wrongType : { code: 'field.too-many-decimals', params: { scale } };
  if (field.min !== undefined && value < field.min) return { code: 'field.too-small', params: { min: field.min } };
  if (field.max !== undefined && value > field.max) return { code: 'field.too-large', params: { max: field.max } };
  return { value };
}

/** Rounds half away from zero, on the decimal digits people see rather than on the binary value. */
export function roundHalfUp(value: number, scale: number): number {
  const shifted = Number(`${Math.abs(value)}e${scale}`);
  const rounded = Number.isFinite(shifted) ? Number(`${Math.round(shifted)}e-${scale}`) : Math.abs(value);
  return value < 0 ? -rounded : rounded;
}
