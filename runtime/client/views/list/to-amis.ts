import type { ClientField, ClientList } from '../../../model/client-types.ts';
import { isNumeric } from '../../widgets/format.ts';

/** An amis schema as plain JSON. */
export interface AmisSchema { type: string; [property: string]: unknown }

export interface ListFrame { mode: 'table' | 'cards'; sort: string; api: string; emptyText: string; loadFailed: string; perRow?: number; select?: boolean }

const widths: Record<string, number> = { date: 112, datetime: 150, integer: 100, decimal: 110, money: 120, boolean: 70, choice: 100, sequence: 150, time: 80 };

/**
 * A list as an amis `crud`: amis loads, lays out and redraws rows; cells and heads are our own renderers
 * (`tamga-cell`, `tamga-head`, `tamga-card`), so the schema needs no templates, expressions or scripts.
 */
export function listToAmis(list: ClientList, look: ListFrame): AmisSchema {
  const shared = {
    type: 'crud',
    name: 'list',
    api: { method: 'get', url: look.api, silent: true },
    syncLocation: false,
    // The address carries page and size; these two names keep amis from adding its own.
    pageField: 'amisPage',
    perPageField: 'amisPerPage',
    primaryField: 'id',
    headerToolbar: [],
    footerToolbar: [],
    columnsTogglable: false,
    affixHeader: false,
    alwaysShowPagination: false,
    placeholder: { type: 'tamga-empty', text: look.emptyText },
    messages: { fetchFailed: look.loadFailed },
  };
  if (look.mode === 'cards') {
    return { ...shared, mode: 'cards', columnsCount: look.perRow ?? 1, card: { type: 'tamga-card', fields: list.columns, opens: openOf(list), select: look.select === true } };
  }
  return { ...shared, mode: 'table', className: 'list-table', columns: [...look.select === true ? [{ type: 'tamga-select', name: list.title, label: { type: 'tamga-select-all' }, width: 40, className: 'is-check' }] : [], ...list.columns.map((field, index) => columnOf(field, index, list, look))] };
}

function columnOf(field: ClientField, index: number, list: ClientList, look: ListFrame): AmisSchema {
  const isSorted = look.sort.replace(/^-/, '') === field.name;
  return {
    type: 'tamga-cell',
    name: field.name,
    label: { type: 'tamga-head', name: field.name, text: field.unit === undefined ? field.label : `${field.label}（${field.unit}）`, sortable: field.sortable === true, sorted: isSorted ? (look.sort.startsWith('-') ? 'descending' : 'ascending') : 'none' },
    field: field.unit === undefined ? field : { ...field, unit: undefined },
    // The first column opens the row by keyboard; a click anywhere on the row does the same.
    ...(index === 0 && list.open !== 'none' ? { opens: openOf(list) } : {}),
    className: isNumeric(field.type) ? 'is-number' : field.type === 'text' || field.type === 'long-text' ? 'is-text' : 'is-short',
    width: field.width ?? widths[field.type],
  };
}

/** Where a row leads: its own record, or the one a reference field names. */
export function openOf(list: ClientList): { app: string; entity: string; field?: string } | null {
  if (list.open === 'none') return null;
  return list.opens === undefined ? { app: list.entityApp, entity: list.entity } : { app: list.opens.app, entity: list.opens.entity, field: list.opens.field };
}
