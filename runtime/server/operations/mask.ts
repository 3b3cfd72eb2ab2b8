import type { Field } from '../../fields/index.ts';

/** A value as people see it who may know that it exists but not what it is. */
export function mask(value: unknown, field: Field): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  switch (field.sensitivity?.mask) {
    case 'name': return `${[...text][0] ?? ''}${'*'.repeat(Math.max(1, [...text].length - 1))}`;
    case 'id-card': return text.length >= 10 ? `${text.slice(0, 6)}${'*'.repeat(text.length - 10)}${text.slice(-4)}` : '****';
    case 'mobile': return text.length >= 7 ? `${text.slice(0, 3)}****${text.slice(-4)}` : '****';
    default: return '****';
  }
}
