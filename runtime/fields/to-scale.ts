import { roundHalfUp } from './parse-number.ts';

/** A number that a rule worked out, rounded half up to the decimals that its field keeps; the same in the browser and on the server. */
export function toScale(field: { type: string; scale?: number } | undefined, value: unknown): unknown {
  if (typeof value !== 'number') return value ?? null;
  if (field?.type === 'integer') return roundHalfUp(value, 0);
  if (field?.type === 'decimal') return roundHalfUp(value, field.scale ?? 2);
  return field?.type === 'money' ? roundHalfUp(value, 2) : value;
}
