/** The text of a title as records carry it: plain, or that of the record it refers to. */
export function titleIn(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'title' in value) return String(value.title);
  return value === null || value === undefined ? '' : String(value);
}
