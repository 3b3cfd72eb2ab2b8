import { entityOf } from '../../../model/model.ts';
import { fieldMessage } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { bodyOf, headerOfTable } from './group-rows.ts';
import { importColumns } from './import-columns.ts';
import { keysOf, requireImport, type ImportRequest } from './import-request.ts';
import { mapColumns, requireColumns } from './map-columns.ts';
import { openTable } from './open-table.ts';
import type { Cell } from './table.ts';

/** Refuses a sheet that is none, that the person may not import, or whose columns are not understood: before any row is read. */
export async function checkSheet(ctx: Context, request: ImportRequest, path: string): Promise<void> {
  const entity = requireImport(ctx, request);
  const { table, close } = await openTable(path, request.name);
  try {
    requireColumns(ctx, entity, await headerOfTable(table), { updates: request.key !== undefined, ...(request.mapping ? { mapping: request.mapping } : {}) });
  } finally {
    close();
  }
}

/** What a person sees of a sheet before importing it. */
export interface SheetPreview {
  columns: { header: string; path: string | null; ignored: boolean; message?: string }[];
  /** Columns that could be meant. */
  fields: { path: string; label: string; required: boolean }[];
  keys: { fields: string[]; label: string }[];
  rows: Cell[][];
  total: number | null;
}

const shownRows = 5;

/** The columns of a sheet with what they seem to mean, and its first rows. */
export async function previewSheet(ctx: Context, request: Pick<ImportRequest, 'entity' | 'name' | 'existing'>, path: string): Promise<SheetPreview> {
  const entity = requireImport(ctx, request);
  const { table, close } = await openTable(path, request.name);
  try {
    const { columns, errors } = mapColumns(ctx, entity, await headerOfTable(table));
    const rows: Cell[][] = [];
    for await (const { cells } of bodyOf(table)) {
      rows.push(columns.map((_, i) => cells[i] ?? null));
      if (rows.length >= shownRows) break;
    }
    const fields = importColumns(ctx, entityOf(ctx.model, request.entity)).map(({ path: name, label, required }) => ({ path: name, label, required }));
    const known = new Set(fields.map((field) => field.path));
    const label = (name: string): string => fields.find((field) => field.path === name)?.label ?? name;
    return {
      columns: columns.map(({ header, column, ignored }) => {
        const error = errors.find(({ field }) => field === header);
        return { header, path: column?.path ?? null, ignored: ignored ?? false, ...(error ? { message: fieldMessage(error, ctx.locale) } : {}) };
      }),
      fields, keys: keysOf(entity).filter((group) => group.every((name) => known.has(name))).map((group) => ({ fields: group, label: group.map(label).join(' + ') })),
      rows, total: table.total === null ? null : Math.max(0, table.total - 1),
    };
  } finally {
    close();
  }
}
