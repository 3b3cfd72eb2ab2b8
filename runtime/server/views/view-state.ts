import { entityOf, type Condition, type List } from '../../model/model.ts';
import { invalid, Problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import { fieldAt } from '../client-model/client-field.ts';
import type { Context } from '../context.ts';
import { buildQuery } from '../operations/find.ts';

/** A column that a person chose, in order; width in pixels. */
export interface ChosenColumn { name: string; width?: number }

/** What a view keeps of a list: everything that the address of the list can say. */
export interface ViewState { look?: string; tab?: number; search?: string; filters?: Record<string, string>; filter?: Condition; sort?: string; pageSize?: number; columns?: ChosenColumn[] }

const label = { zh: '视图', en: 'View' };

/** Refuses a view that asks for what its maker may not see. */
export function checkViewState(ctx: Context, list: List, state: ViewState): void {
  const entity = entityOf(ctx.model, list.entity);
  buildQuery(ctx, entity, questionOf(state), accessTo(ctx, entity).rows('read'), 1, 0);
  const unknown = state.columns?.find(({ name }) => !fieldAt(ctx, entity, name));
  if (unknown) throw invalid([{ field: 'state.columns', code: 'field.unknown', params: { label, name: unknown.name, suggestion: '' } }]);
}

/**
 * A view as this reader may use it: columns that the reader may not see are left out.
 * A condition that the reader may not ask leaves nothing to use: without it the view would show other rows than its maker meant.
 */
export function usableState(ctx: Context, list: List, state: ViewState): ViewState | undefined {
  const entity = entityOf(ctx.model, list.entity);
  const usable = { ...state, ...state.columns ? { columns: visibleColumns(ctx, list, state.columns) } : {} };
  try {
    buildQuery(ctx, entity, questionOf(usable), accessTo(ctx, entity).rows('read'), 1, 0);
    return usable;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** Those of some columns that the reader may see. */
export function visibleColumns(ctx: Context, list: List, columns: readonly ChosenColumn[]): ChosenColumn[] {
  const entity = entityOf(ctx.model, list.entity);
  return columns.filter(({ name }) => fieldAt(ctx, entity, name) !== undefined);
}

function questionOf(state: ViewState): { filter?: Condition; sort?: string[] } {
  const named = Object.keys(state.filters ?? {}).map((name): Condition => ({ [name]: { $exists: true } }));
  const parts = [...state.filter ? [state.filter] : [], ...named];
  return { ...parts.length > 0 ? { filter: { $and: parts } } : {}, ...state.sort ? { sort: state.sort.split(',') } : {} };
}
