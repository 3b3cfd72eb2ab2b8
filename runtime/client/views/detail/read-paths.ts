import type { ClientRecord, ClientSection } from '../../../model/client-types.ts';
import { api, recordsPath } from '../../api.ts';

/** Values of a detail page that lie in referenced records (`batch.expiryDate`); a single record is sent without them, a list with them. */
export async function readPaths(app: string, entity: string, id: string, sections: readonly ClientSection[]): Promise<Record<string, unknown>> {
  const paths = sections.flatMap((section) => section.fields).map((field) => field.name).filter((name) => name.includes('.'));
  if (paths.length === 0) return {};
  try {
    const found = await api.get<{ items: ClientRecord[] }>(recordsPath(app, entity), { filter: JSON.stringify({ id }), fields: paths.join(','), pageSize: 1, count: 'none' });
    return Object.fromEntries(paths.map((path) => [path, found.items[0]?.[path] ?? null]));
  } catch {
    // The record itself can be shown without them.
    return {};
  }
}
