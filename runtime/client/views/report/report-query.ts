import type { ClientField, ClientReport } from '../../../model/client-types.ts';
import { formatDateTime } from '../../widgets/format.ts';
import { conditionOf } from '../list/list-query.ts';
import type { FilterState } from '../list/list-query.ts';
import type { ReportAsk } from './report-data.ts';

const start: FilterState = { search: '', tab: 0, where: '', filters: {} };

/** The state of the filters as the address keeps it; until something is chosen, the defaults that the server used. */
export function stateFrom(params: URLSearchParams, report: ClientReport, used?: Record<string, unknown>): FilterState {
  const isChosen = params.has('set');
  const valueOf = (field: ClientField): string => isChosen ? params.get(`f.${field.name}`) ?? '' : presetText(field, used?.[field.name]);
  return { ...start, filters: Object.fromEntries(report.filters.map((field) => [field.name, valueOf(field)]).filter(([, value]) => value !== '')) };
}

/** What to ask of the server. Nothing chosen means its defaults. */
export function askFrom(params: URLSearchParams, report: ClientReport): ReportAsk {
  const grain = params.get('grain') ?? undefined;
  const level = params.get('level') ?? undefined;
  const filter = params.has('set') ? conditionOf(stateFrom(params, report), { filters: report.filters, tabs: [] }) ?? {} : undefined;
  return { filter, grain, level };
}

/** The address after the filters changed; an empty choice is a choice, a reset brings the defaults back. */
export function paramsOf(filters: Record<string, string>, before: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of ['grain', 'level']) { const value = before.get(name); if (value !== null) params.set(name, value); }
  if (Object.keys(filters).length > 0) params.set('set', '1');
  for (const [name, value] of Object.entries(filters)) if (value !== '') params.set(`f.${name}`, value);
  return params;
}

/** A default as the filter's input would have it. */
function presetText(field: ClientField, condition: unknown): string {
  if (condition === undefined || condition === null) return '';
  if (typeof condition !== 'object') return String(condition);
  const { $gte, $lte, $lt, $below } = condition as Record<string, unknown>;
  if (typeof $below === 'string') return `${$below}|${$below}`;
  const end = $lte ?? (typeof $lt === 'string' ? new Date(new Date($lt).getTime() - 1).toISOString() : undefined);
  const text = (value: unknown): string => value === undefined ? '' : field.type === 'datetime' ? formatDateTime(String(value)).slice(0, 10) : String(value);
  return $gte === undefined && end === undefined ? '' : `${text($gte)}~${text(end)}`;
}
