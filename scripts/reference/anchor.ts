/** The address that a renderer of Markdown gives the heading of a part. */
export function anchor(kind: string, part: string): string {
  return `${kind}-${part}`.toLowerCase();
}
