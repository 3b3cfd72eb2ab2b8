import type { ClientField, ClientList } from '../../../model/client-types.ts';
import { api } from '../../api.ts';
import { conditionOf, readState, type ListState } from './list-query.ts';

export interface ChosenColumn { name: string; width?: number }
export interface ViewState { look?: string; tab?: number; search?: string; filters?: Record<string, string>; filter?: Record<string, unknown>; sort?: string; pageSize?: number; columns?: ChosenColumn[] }
export interface Share { role?: string; org?: string }
export interface SavedView { id: string; name: string; state: ViewState; isMine: boolean; by: string; share: Share | null; version: number }
/** What `GET /api/views/:app/:list` answers. */
export interface ListViews { items: SavedView[]; columns: ChosenColumn[] | null; defaultView: string | null; shareWith: { roles: { name: string; label: string }[]; org: { id: string; title: string } | null } }

export const noViews: ListViews = { items: [], columns: null, defaultView: null, shareWith: { roles: [], org: null } };

export const viewsPath = (list: Pick<ClientList, 'app' | 'name'>, ...rest: string[]): string => `/api/views/${[list.app, list.name, ...rest].map(encodeURIComponent).join('/')}`;

/** Views and settings; a list works without them. */
export async function loadViews(list: Pick<ClientList, 'app' | 'name'>, signal?: AbortSignal): Promise<ListViews> {
  return api.get<ListViews>(viewsPath(list), {}, signal);
}

/** The state of a list that a view stands for. */
export function stateOfView(view: SavedView, list: ClientList): ListState {
  const { look, tab, search, filters, filter, sort, pageSize } = view.state;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters ?? {})) params.set(`f.${name}`, value);
  if (filter !== undefined) params.set('q', JSON.stringify(filter));
  for (const [name, value] of Object.entries({ look, tab, search, sort, pageSize, view: view.id })) if (value !== undefined) params.set(name, String(value));
  return readState(params, list);
}

/** What a view keeps of the list as it stands. */
export function viewOf(state: ListState, columns: ChosenColumn[] | null): ViewState {
  return {
    look: state.look, ...(state.tab > 0 ? { tab: state.tab } : {}), ...(state.search === '' ? {} : { search: state.search }),
    ...(Object.keys(state.filters).length === 0 ? {} : { filters: state.filters }), ...(state.filter === '' ? {} : { filter: JSON.parse(state.filter) as Record<string, unknown> }),
    ...(state.sort === '' ? {} : { sort: state.sort }), ...([10, 20, 50, 100].includes(state.pageSize) ? { pageSize: state.pageSize } : {}), ...(columns === null ? {} : { columns }),
  };
}

/** The columns to show: those of the view, else those that the person chose, else the list's own. */
export function shownColumns(list: ClientList, chosen: ChosenColumn[] | null): ClientField[] {
  if (chosen === null) return list.columns;
  const shown = chosen.flatMap(({ name, width }): ClientField[] => {
    const field = list.columns.find((column) => column.name === name) ?? list.fields.find((candidate) => candidate.name === name);
    return field === undefined ? [] : [{ ...field, ...(width === undefined ? {} : { width }) }];
  });
  return shown.length > 0 ? shown : list.columns;
}

/** The condition of a state as a text for the server. */
export function filterText(state: ListState, list: ClientList, more: Record<string, unknown>[] = []): string | undefined {
  const condition = conditionOf(state, list);
  const parts = [...(condition === null ? [] : [condition]), ...more];
  return parts.length === 0 ? undefined : JSON.stringify(parts.length === 1 ? parts[0] : { $and: parts });
}
