import type { Condition, Entity, List, Model } from '../../model/model.ts';
import { entityOf } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import type { FindInput } from '../operations/find.ts';

/** What is to be exported, as it is kept with the job. */
export interface ExportRequest { entity: string; filter?: Condition; search?: string; sort?: string[]; fields?: string[]; list?: string; format?: 'csv'; /** Somebody else allowed it: the right to export is not asked for. */ approved?: boolean; /** Text that the file carries. */ watermark?: string }

/** Reads a stored or received request. */
export function toExportRequest(raw: Record<string, unknown>): ExportRequest {
  const { entity, filter, search, sort, fields, list, format } = raw;
  return {
    entity: String(entity),
    ...(isObject(filter) ? { filter } : {}), ...(typeof search === 'string' && search !== '' ? { search } : {}),
    ...names('sort', sort), ...names('fields', fields), ...(typeof list === 'string' ? { list } : {}), ...(format === 'csv' ? { format } : {}),
  };
}

function names(key: 'sort' | 'fields', value: unknown): Partial<ExportRequest> {
  const parts = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value.map(String) : [];
  const clean = parts.map((part) => part.trim()).filter(Boolean);
  return clean.length > 0 ? { [key]: clean } : {};
}

function isObject(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entity, the list and the query of a request; columns and order are the list's where none are named. */
export function resolveExport(model: Model, request: ExportRequest): { entity: Entity; list: List | undefined; input: FindInput } {
  const entity = entityOf(model, request.entity);
  const list = request.list === undefined ? undefined : model.lists.get(request.list);
  if (request.list !== undefined && list?.entity !== entity.key) throw problem('request.bad-value', { name: 'list' });
  const fields = request.fields ?? list?.columns.map((column) => column.path);
  const sort = request.sort ?? (list && list.sort.length > 0 ? list.sort : undefined);
  return {
    entity, list,
    input: {
      ...(request.filter ? { filter: request.filter } : {}), ...(request.search ? { search: request.search } : {}),
      ...(list?.where ? { where: list.where } : {}), ...(sort ? { sort } : {}), ...(fields ? { fields } : {}),
    },
  };
}
