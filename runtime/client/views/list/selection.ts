import type { ClientList, ClientRecord } from '../../../model/client-types.ts';
import { formatValue } from '../../widgets/format.ts';

/** A selected row, as it was when it was selected. */
export interface Selected { id: string; version: number; title: string }

/** How many records one change may touch. */
export const mostSelected = 500;

/** A row as something that can be selected. */
export function selectedOf(list: ClientList, row: ClientRecord): Selected {
  return { id: row.id, version: row.version, title: formatValue(row[list.title], list.fields.find((field) => field.name === list.title)) || formatValue(row[list.columns[0]?.name ?? 'id'], list.columns[0]) };
}

/** The selection with these rows in or out of it; never more than one change may touch. */
export function withRows(selected: ReadonlyMap<string, Selected>, rows: readonly Selected[], isIn: boolean): Map<string, Selected> {
  const next = new Map(selected);
  for (const row of rows) {
    if (!isIn) next.delete(row.id);
    else if (next.size < mostSelected) next.set(row.id, row);
  }
  return next;
}
