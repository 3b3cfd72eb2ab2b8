import type { ClientField } from '../../../model/client-types.ts';

/** Fields that take the whole width of a detail section. */
export function isWide(field: ClientField): boolean {
  return field.type === 'long-text' || field.type === 'image' || field.type === 'file' || field.type === 'json' || field.type === 'location' || field.type === 'references';
}
