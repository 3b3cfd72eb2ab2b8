import { entityOf, type Entity, type List } from '../../model/model.ts';
import type { ClientBoard, ClientField, ClientList, ListLook } from '../../model/client-types.ts';
import { fieldTypeOf } from '../../fields/index.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { isClear } from '../operations/find.ts';
import { resolvePath } from '../query/path.ts';
import { clientActions } from './client-action.ts';
import { clientPrints } from './client-prints.ts';
import { clientField, fieldAt, say } from './client-field.ts';

const unlisted = ['lines', 'json'];
const systemColumns = ['createdAt', 'createdBy', 'updatedAt'];

/** A list as this person may see it. */
export function clientList(ctx: Context, key: string): ClientList | undefined {
  const list = ctx.model.lists.get(key);
  const entity = list && entityOf(ctx.model, list.entity);
  if (!list || !entity || !accessTo(ctx, entity).can('read')) return undefined;
  const access = accessTo(ctx, entity);
  const columns = list.columns.flatMap((c): ClientField[] => {
    const found = fieldAt(ctx, entity, c.path);
    if (!found) return [];
    const field = clientField(ctx, found.entity, found.field, c.path, c.label);
    return [{ ...field, sortable: c.sortable && field.sortable === true && field.masked !== true, ...(c.width ? { width: c.width } : {}) }];
  });
  const filters = list.filters.flatMap((path) => { const found = fieldAt(ctx, entity, path); return found ? [clientField(ctx, found.entity, found.field, path)] : []; }).filter((f) => !f.masked);
  const searchLabels = entity.search.flatMap((path) => { const found = fieldAt(ctx, entity, path); return found ? [say(ctx, found.field.label)] : []; });
  const opens = list.opens === undefined ? undefined : entity.byName.get(list.opens)?.reference?.entity.split('/');
  const mayEdit = !entity.managed && !entity.lineOf && access.can('update');
  const edit = mayEdit ? list.edit.filter((name) => access.writable(name) && fieldAt(ctx, entity, name)) : [];
  const board = clientBoard(ctx, entity, list);
  const calendar = clientCalendar(ctx, entity, list);
  const recordActions = clientActions(ctx, entity, 'record');
  return {
    kind: 'list', app: list.app, name: list.name, entity: entity.name, entityApp: entity.app, label: say(ctx, list.label), columns, filters, title: entity.title,
    ...(searchLabels.length > 0 ? { search: [...new Set(searchLabels)].join(ctx.locale === 'en' ? ', ' : '、') } : {}),
    sort: list.sort.join(','), pageSize: list.pageSize, tabs: list.tabs.map((t) => ({ label: say(ctx, t.label), ...(t.where ? { where: t.where } : {}) })),
    open: list.open, ...(opens && list.opens ? { opens: { field: list.opens, app: opens[0]!, entity: opens[1]! } } : {}),
    can: { create: list.create && access.can('create') && !entity.managed && !entity.lineOf, export: access.can('export'), ...(entity.softDelete && access.can('delete') ? { recycle: true } : {}), import: access.can('import') && access.can('create') && !entity.managed && !entity.lineOf },
    actions: clientActions(ctx, entity, 'list'),
    fields: choosable(ctx, entity, columns),
    ...looksOf(entity, list, { board: board !== undefined, calendar: calendar !== undefined }), ...(board ? { board } : {}), ...(calendar ? { calendar } : {}),
    summary: list.summary.filter(({ field }) => fieldAt(ctx, entity, field) && isClear(ctx, entity, resolvePath(ctx.model, entity, field))), edit,
    prints: clientPrints(ctx, entity),
    bulk: { actions: recordActions.filter((action) => list.bulk.includes(action.name)), delete: list.bulk.includes('delete') && access.can('delete') && !entity.managed, edit: list.bulk.includes('edit') && edit.length > 0 },
  };
}

/** Own fields, those of the columns, and when and by whom records were made; a masked one is shown but not asked about. */
function choosable(ctx: Context, entity: Entity, columns: readonly ClientField[]): ClientField[] {
  const own = [...entity.fields.filter((f) => !unlisted.includes(f.type) && f.column).map((f) => f.name), ...systemColumns];
  const paths = [...new Set([...own, ...columns.map((c) => c.name)])];
  return paths.flatMap((path): ClientField[] => {
    const found = fieldAt(ctx, entity, path);
    const column = columns.find((c) => c.name === path);
    if (!found) return [];
    const field = column ?? clientField(ctx, found.entity, found.field, path);
    const operators = isClear(ctx, entity, resolvePath(ctx.model, entity, path)) ? fieldTypeOf(found.field).operators : [];
    return [{ ...field, ...(operators.length > 0 ? { operators: [...operators] } : {}) }];
  });
}

function looksOf(entity: Entity, list: List, has: { board: boolean; calendar: boolean }): { view: ListLook; looks: ListLook[] } {
  const looks: ListLook[] = ['table', ...(entity.tree && list.view === 'tree' ? ['tree' as const] : []), ...(has.calendar ? ['calendar' as const] : []), ...(has.board ? ['board' as const] : []), ...(list.view === 'cards' ? ['cards' as const] : [])];
  // Whoever may not see what the form is drawn by gets the table.
  return { view: looks.includes(list.view) ? list.view : 'table', looks };
}

function clientCalendar(ctx: Context, entity: Entity, list: List): ClientList['calendar'] {
  const calendar = list.calendar;
  if (!calendar || !fieldAt(ctx, entity, calendar.date) || !isClear(ctx, entity, resolvePath(ctx.model, entity, calendar.date))) return undefined;
  const end = calendar.end !== undefined && fieldAt(ctx, entity, calendar.end) ? calendar.end : undefined;
  const color = calendar.color !== undefined && fieldAt(ctx, entity, calendar.color) ? calendar.color : undefined;
  return { date: calendar.date, title: calendar.title ?? entity.title, ...(end ? { end } : {}), ...(color ? { color } : {}) };
}

function clientBoard(ctx: Context, entity: Entity, list: List): ClientBoard | undefined {
  const field = list.board && entity.byName.get(list.board.by);
  if (!list.board || !field || !fieldAt(ctx, entity, field.name) || !isClear(ctx, entity, resolvePath(ctx.model, entity, field.name))) return undefined;
  const card = list.board.card.flatMap((path) => { const found = fieldAt(ctx, entity, path); return found ? [clientField(ctx, found.entity, found.field, path)] : []; });
  const by = clientField(ctx, entity, field);
  if (entity.states?.field !== field.name) return { by, card };
  const actions = clientActions(ctx, entity, 'record');
  const moves = entity.states.transitions.flatMap(({ from, to, by: names }) => actions.filter((action) => names.includes(action.name)).map((action) => ({ from, to, action })));
  return { by, card, moves };
}
