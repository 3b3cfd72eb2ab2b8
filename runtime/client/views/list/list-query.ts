import type { ClientField, ClientList, ListLook } from '../../../model/client-types.ts';

/** What a list shows, as the address bar keeps it. */
export interface ListState {
  page: number;
  pageSize: number;
  /** `name` or `-name`; '' is the list's own order. */
  sort: string;
  search: string;
  tab: number;
  /** Entered filter values by field: text, code, `from~to` or `id|title`. */
  filters: Record<string, string>;
  /** A condition that a report or a record brought along, as JSON, and its words. */
  where: string;
  whereText: string;
  /** Condition of the filter builder as JSON; '' is none. */
  filter: string;
  look: ListLook;
  /** The saved view that was opened last; its columns are shown. */
  view: string;
  /** The day or month that a calendar shows, `YYYY-MM-DD`, and whether it is a week. */
  day: string;
  isWeek: boolean;
}

/** What of it filters rows, for views that are no list. */
export type FilterState = Pick<ListState, 'filters' | 'search' | 'tab' | 'where'> & Partial<Pick<ListState, 'filter'>>;

export const pageSizes = [10, 20, 50, 100];

/** Reads the state of a list from the address; anything odd falls back to the start. */
export function readState(params: URLSearchParams, list: ClientList): ListState {
  const page = Number(params.get('page') ?? 1);
  const pageSize = Number(params.get('pageSize') ?? list.pageSize);
  const tab = Number(params.get('tab') ?? 0);
  const sort = params.get('sort') ?? '';
  return {
    page: Number.isInteger(page) && page > 0 ? page : 1,
    pageSize: pageSizes.includes(pageSize) ? pageSize : list.pageSize,
    sort: list.columns.some((column) => column.sortable === true && column.name === sort.replace(/^-/, '')) ? sort : '',
    search: params.get('search') ?? '',
    tab: Number.isInteger(tab) && tab >= 0 && tab < list.tabs.length ? tab : 0,
    filters: Object.fromEntries(list.filters.map((field) => [field.name, params.get(`f.${field.name}`) ?? '']).filter(([, value]) => value !== '')),
    where: isCondition(params.get('where')) ? params.get('where') ?? '' : '',
    whereText: params.get('whereText') ?? '',
    filter: isCondition(params.get('q')) ? params.get('q') ?? '' : '',
    look: list.looks.find((look) => look === params.get('look')) ?? list.view,
    view: params.get('view') ?? '',
    day: /^\d{4}-\d\d-\d\d$/.test(params.get('day') ?? '') ? params.get('day') ?? '' : '',
    isWeek: params.get('week') === '1',
  };
}

/** Query of a list address that shows only what a condition allows, with words for people. */
export function whereQuery(condition: Record<string, unknown>, text: string): string {
  return new URLSearchParams({ where: JSON.stringify(condition), whereText: text }).toString();
}

function isCondition(text: string | null): boolean {
  try {
    const parsed: unknown = JSON.parse(text ?? '');
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}

/** Writes the state of a list as an address, leaving out what is as at the start. */
export function writeState(state: ListState, list: ClientList): URLSearchParams {
  const params = new URLSearchParams();
  if (state.tab > 0) params.set('tab', String(state.tab));
  if (state.search !== '') params.set('search', state.search);
  for (const [name, value] of Object.entries(state.filters)) if (value !== '') params.set(`f.${name}`, value);
  if (state.where !== '') {
    params.set('where', state.where);
    params.set('whereText', state.whereText);
  }
  if (state.filter !== '') params.set('q', state.filter);
  if (state.look !== list.view) params.set('look', state.look);
  if (state.view !== '') params.set('view', state.view);
  if (state.day !== '') params.set('day', state.day);
  if (state.isWeek) params.set('week', '1');
  if (state.sort !== '') params.set('sort', state.sort);
  if (state.page > 1) params.set('page', String(state.page));
  if (state.pageSize !== list.pageSize) params.set('pageSize', String(state.pageSize));
  return params;
}

/** The condition for the server: the tab's and every filled filter's. */
export function conditionOf(state: Omit<FilterState, 'search'>, list: Pick<ClientList, 'filters' | 'tabs'>): Record<string, unknown> | null {
  const parts: Record<string, unknown>[] = [];
  const where = list.tabs[state.tab]?.where;
  if (where !== undefined) parts.push(where);
  if (state.where !== '') parts.push(JSON.parse(state.where) as Record<string, unknown>);
  if (state.filter !== undefined && state.filter !== '') parts.push(JSON.parse(state.filter) as Record<string, unknown>);
  for (const field of list.filters) {
    const value = state.filters[field.name];
    if (value === undefined || value === '') continue;
    const condition = filterCondition(field, value);
    if (condition !== null) parts.push({ [field.name]: condition });
  }
  if (parts.length === 0) return null;
  return parts.length === 1 ? parts[0] ?? null : { $and: parts };
}

function filterCondition(field: ClientField, value: string): unknown {
  switch (field.type) {
    case 'date': case 'datetime': case 'integer': case 'decimal': case 'money': return rangeCondition(field, value);
    case 'boolean': return value === 'true';
    case 'area': return { $below: value.split('|')[0] };
    case 'reference': case 'org': case 'user': return value.split('|')[0];
    case 'choice': case 'multi-choice': return value;
    default: return { $contains: value };
  }
}

function rangeCondition(field: ClientField, value: string): Record<string, unknown> | null {
  const [from = '', to = ''] = value.split('~');
  const convert = (text: string, isEnd: boolean): unknown => {
    if (field.type === 'date') return text;
    // A day as a limit on instants: the whole day counts, in the server's zone.
    if (field.type === 'datetime') return `${text}T${isEnd ? '23:59:59.999' : '00:00:00'}+08:00`;
    return Number(text);
  };
  const condition = { ...(from === '' ? {} : { $gte: convert(from, false) }), ...(to === '' ? {} : { $lte: convert(to, true) }) };
  return Object.keys(condition).length === 0 ? null : condition;
}

/** Parameters of `GET /api/records/:app/:entity` for a state. */
export function listRequest(state: ListState, list: ClientList): Record<string, string | number | undefined> {
  const condition = conditionOf(state, list);
  return {
    list: `${list.app}/${list.name}`,
    fields: fieldsAsked(list).join(','),
    filter: condition === null ? undefined : JSON.stringify(condition),
    search: state.search === '' ? undefined : state.search,
    sort: state.sort === '' ? undefined : state.sort,
    page: state.page,
    pageSize: state.pageSize,
    count: 'exact',
    can: needsAbilities(list) ? 'true' : undefined,
  };
}

/** Fields that rows are read with: the columns, what names a record, what a row opens. */
export function fieldsAsked(list: ClientList, more: readonly string[] = []): string[] {
  const isShown = list.fields.some((field) => field.name === list.title);
  return [...new Set([...list.columns.map((column) => column.name), ...isShown ? [list.title] : [], ...(list.opens === undefined ? [] : [list.opens.field]), ...more])];
}

/** Are rows changed right in the list? */
export function needsAbilities(list: ClientList): boolean {
  return list.edit.length > 0 || hasBulk(list);
}

/** May something be done with several rows at once? */
export function hasBulk({ bulk, prints }: ClientList): boolean {
  return bulk.actions.length > 0 || bulk.delete || bulk.edit || prints.length > 0;
}
