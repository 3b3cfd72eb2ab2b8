import type * as S from '../../../schemas/generated/types.ts';
import type { Entity, Field, List, Model } from '../model.ts';
import { fieldTypeOf } from '../../fields/index.ts';
import { suggest } from '../suggest.ts';
import { checkCondition, resolvePath } from './check-condition.ts';
import { toText, type Linker, type Place } from './linker.ts';

const unlisted = ['lines', 'file', 'image', 'json', 'long-text', 'multi-choice', 'location', 'references'];
const uneditable = ['lines', 'file', 'image', 'json', 'location', 'sequence'];
const summable: Record<string, readonly string[]> = { sum: ['integer', 'decimal', 'money'], avg: ['integer', 'decimal', 'money'], min: ['integer', 'decimal', 'money', 'date', 'datetime'], max: ['integer', 'decimal', 'money', 'date', 'datetime'] };
const days = ['date', 'datetime'];

/** The list that an entity has without a file of its own. */
export function defaultList(entity: Entity): List {
  const columns = entity.fields.filter((f) => !unlisted.includes(f.type)).slice(0, 8).map((f) => ({ path: f.name, sortable: true }));
  return { app: entity.app, name: entity.name, entity: entity.key, label: entity.label, columns, filters: defaultFilters(entity), sort: entity.sort, tabs: [], open: 'detail', create: true, pageSize: 20, view: 'table', summary: [], edit: [], bulk: [] };
}

function defaultFilters(entity: Entity): string[] {
  return entity.fields.filter((f) => ['choice', 'reference', 'date', 'area', 'org'].includes(f.type)).slice(0, 4).map((f) => f.name);
}

/** Links a list file. */
export function linkList(source: S.List, name: string, place: Place, linker: Linker, actions: Model['actions'], processed: (entity: string) => boolean): List | undefined {
  const entity = linker.entity(place, '/entity', source.entity);
  if (!entity) return undefined;
  const base = defaultList(entity);
  const columns = source.columns?.map((raw, i) => {
    const column = typeof raw === 'string' ? { field: raw } : raw;
    const field = resolvePath(column.field, entity, place, `/columns/${i}`, linker);
    return { path: column.field, sortable: (column.sortable ?? true) && (!field || fieldTypeOf(field).sortable), ...(column.label ? { label: toText(column.label) } : {}), ...(column.width ? { width: column.width } : {}) };
  });
  source.filters?.forEach((path, i) => resolvePath(path, entity, place, `/filters/${i}`, linker));
  source.sort?.forEach((key, i) => resolvePath(key.replace(/^-/, ''), entity, place, `/sort/${i}`, linker));
  if (source.where) checkCondition(source.where, entity, place, '/where', linker);
  source.tabs?.forEach((tab, i) => { if (tab.where) checkCondition(tab.where, entity, place, `/tabs/${i}/where`, linker); });
  if (source.opens !== undefined && !entity.byName.get(source.opens)?.reference && !linker.isVague(entity, source.opens)) linker.report(place, '/opens', 'definition.unknown-field', `"${source.opens}" is no reference`, suggest(source.opens, entity.byName.keys()));
  checkLooks(source, entity, place, linker);
  const listed = { edit: checkEdit(source, entity, place, linker), bulk: checkBulk(source, entity, place, linker, { actions, processed }) };
  return {
    ...base, app: place.app, name, label: source.label ? toText(source.label) : entity.label, columns: columns ?? base.columns, filters: source.filters ?? base.filters,
    sort: source.sort ?? entity.sort, tabs: (source.tabs ?? []).map((t) => ({ label: toText(t.label), ...(t.where ? { where: t.where } : {}) })),
    open: source.open ?? 'detail', create: (source.create ?? true), pageSize: source.pageSize ?? 20,
    view: source.view ?? 'table', ...listed, summary: linkSummary(source, entity, place, linker),
    ...(source.where ? { where: source.where } : {}), ...(source.opens ? { opens: source.opens } : {}),
    ...(source.calendar ? { calendar: source.calendar } : {}), ...(source.board ? { board: { by: source.board.by, card: source.board.card ?? (columns ?? base.columns).map((c) => c.path).filter((path) => path !== entity.title && path !== source.board!.by).slice(0, 3) } } : {}),
  };
}

function checkLooks(source: S.List, entity: Entity, place: Place, linker: Linker): void {
  const report = (pointer: string, message: string): void => linker.report(place, pointer, 'definition.view', message);
  const own = (name: string, pointer: string): Field | undefined => resolvePath(name, entity, place, pointer, linker);
  if (source.view === 'tree' && !entity.tree && !linker.isVague(entity, '/tree')) report('/view', `"${entity.name}" has no tree`);
  if (source.view === 'calendar' && !source.calendar) report('/view', 'a calendar needs "calendar": { "date": … }');
  if (source.view === 'board' && !source.board) report('/view', 'a board needs "board": { "by": … }');
  for (const key of ['date', 'end'] as const) {
    const name = source.calendar?.[key];
    const field = name === undefined ? undefined : own(name, `/calendar/${key}`);
    if (field && !days.includes(field.type)) report(`/calendar/${key}`, `"${name}" is neither date nor datetime`);
  }
  if (source.calendar?.title) own(source.calendar.title, '/calendar/title');
  const choices: [string | undefined, string][] = [[source.calendar?.color, '/calendar/color'], [source.board?.by, '/board/by']];
  for (const [name, pointer] of choices) {
    const field = name === undefined ? undefined : own(name, pointer);
    if (field && field.type !== 'choice') report(pointer, `"${name}" is no choice`);
  }
  source.board?.card?.forEach((path, i) => own(path, `/board/card/${i}`));
}

function checkEdit(source: S.List, entity: Entity, place: Place, linker: Linker): string[] {
  source.edit?.forEach((name, i) => {
    const field = resolvePath(name, entity, place, `/edit/${i}`, linker);
    if (field && (field.computed || field.readOnly || uneditable.includes(field.type) || entity.states?.field === name)) linker.report(place, `/edit/${i}`, 'definition.view', `"${name}" cannot be changed in a cell`);
  });
  return source.edit ?? [];
}

function checkBulk(source: S.List, entity: Entity, place: Place, linker: Linker, { actions, processed }: { actions: Model['actions']; processed: (entity: string) => boolean }): string[] {
  const known = [...actions.get(entity.key)?.values() ?? []].filter((action) => action.on === 'record' && !action.internal).map((action) => action.name);
  const names = ['delete', 'edit', ...processed(entity.key) ? ['submit'] : [], ...known];
  source.bulk?.forEach((name, i) => {
    if (!names.includes(name) && !linker.isDeclared('action', `${entity.app}/${name}`)) linker.report(place, `/bulk/${i}`, 'definition.unknown-action', `"${name}" is no action on a record of ${entity.name}`, suggest(name, names));
    if (name === 'edit' && !source.edit) linker.report(place, `/bulk/${i}`, 'definition.missing-property', '"edit" must list the fields that may be changed');
  });
  return source.bulk ?? [];
}

function linkSummary(source: S.List, entity: Entity, place: Place, linker: Linker): List['summary'] {
  return Object.entries(source.summary ?? {}).map(([name, of]) => {
    const field = resolvePath(name, entity, place, `/summary/${name}`, linker);
    if (name.includes('.') || (field && !summable[of]?.includes(field.type))) linker.report(place, `/summary/${name}`, 'definition.view', `${of} of "${name}" is no figure`);
    return { field: name, of };
  });
}
