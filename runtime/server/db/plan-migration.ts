import { fieldTypeOf, type Field } from '../../fields/index.ts';
import type { Entity, Model } from '../../model/model.ts';
import { toSnake } from '../../model/link/index.ts';
import { ownSearchFields } from '../../model/own-search-fields.ts';
import { raw, toNative } from './builder.ts';
import type { Catalogue } from './introspect.ts';
import { constraintName, indexName } from './names.ts';

/** One statement of a migration. Destructive ones lose values and run only with consent; online ones run outside the transaction. */
export interface MigrationStep {
  sql: string;
  values?: readonly unknown[];
  kind: 'safe' | 'destructive' | 'online';
  about: string;
  /** What a destructive step makes of a column. */
  change?: { schema: string; table: string; column: string; from: string; to: string };
  /** Name of the index that an online step makes. */
  index?: { schema: string; name: string };
}

const systemColumns: readonly [string, string][] = [
  ['id', 'uuid primary key'], ['version', 'integer not null'], ['created_at', 'timestamptz not null'], ['created_by', 'uuid'],
  ['updated_at', 'timestamptz not null'], ['updated_by', 'uuid'], ['owner_org', 'uuid'], ['area_code', 'text'],
];

/** Compares the model with the tables as they are; says what is missing and what no longer fits. */
export function planMigration(model: Model, catalogue: Catalogue): MigrationStep[] {
  const steps: MigrationStep[] = [];
  for (const schema of new Set([...model.entities.values()].map((e) => e.schema))) steps.push({ sql: native('create schema if not exists ??', [schema]), kind: 'safe', about: schema });
  for (const entity of model.entities.values()) steps.push(...planEntity(entity, catalogue));
  return steps;
}

function planEntity(entity: Entity, catalogue: Catalogue): MigrationStep[] {
  const steps: MigrationStep[] = [];
  const about = `${entity.schema}.${entity.table}`;
  let table = catalogue.tables.get(about);
  const old = entity.was.map(toSnake).find((name) => catalogue.tables.has(`${entity.schema}.${name}`));
  if (!table && old) {
    steps.push({ sql: native('alter table ??.?? rename to ??', [entity.schema, old, entity.table]), kind: 'safe', about });
    table = catalogue.tables.get(`${entity.schema}.${old}`);
    // What was noted about its records stays theirs.
    for (const noted of ['history', 'recycled', 'draft', 'process_instance', 'process_definition', 'file_use']) {
      for (const name of entity.was) steps.push({ sql: native('update ??.?? set entity = $1 where entity = $2', ['tamga', noted]), values: [entity.key, `${entity.app}/${name}`], kind: 'safe', about });
    }
  }
  const wanted = entity.fields.flatMap((f) => { const type = fieldTypeOf(f).column(f); return type === null ? [] : [{ field: f, column: f.column!, type }]; });
  const extra: [string, string][] = [...(ownSearchFields(entity).length > 0 ? [['search_tokens', 'text[]'] as [string, string]] : []), ...(entity.lineOf ? [['position', 'integer'] as [string, string]] : [])];
  if (!table) {
    const columns = [...systemColumns, ...extra, ...wanted.map((w) => [w.column, w.type] as [string, string])];
    steps.push({ sql: native(`create table ??.?? (${columns.map(([, type]) => `?? ${type}`).join(', ')})`, [entity.schema, entity.table, ...columns.map(([name]) => name)]), kind: 'safe', about });
  } else {
    for (const [name, type] of extra) if (!table.columns.has(name)) steps.push({ sql: native(`alter table ??.?? add column ?? ${type}`, [entity.schema, entity.table, name]), kind: 'safe', about: `${about}.${name}` });
    for (const { field, column, type } of wanted) steps.push(...planColumn(entity, field, column, type, table.columns));
  }
  const kept = new Set(entity.unique.map((group) => constraintName(entity, group)));
  for (const name of table?.uniques ?? []) if (!kept.has(name)) steps.push({ sql: native('alter table ??.?? drop constraint ??', [entity.schema, entity.table, name]), kind: 'safe', about: name });
  for (const group of entity.unique) {
    const name = constraintName(entity, group);
    if (table?.constraints.has(name)) continue;
    // Lines are stored by one statement, in which two of them may change places.
    const nulls = repeatsWithoutValue(entity, group) ? '' : 'nulls not distinct ';
    steps.push({ sql: native(`alter table ??.?? add constraint ?? unique ${nulls}(${group.map(() => '??').join(', ')})${entity.lineOf ? ' deferrable' : ''}`, [entity.schema, entity.table, name, ...group.map((f) => entity.byName.get(f)!.column!)]), kind: 'safe', about: `${about} (${group.join(', ')})` });
  }
  for (const index of indexesOf(entity)) if (!catalogue.indexes.has(`${entity.schema}.${index.name}`)) steps.push({ sql: index.sql, kind: table ? 'online' : 'safe', about: index.name, index: { schema: entity.schema, name: index.name } });
  return steps;
}

/** A unique group with an optional field lets records without it repeat. */
function repeatsWithoutValue(entity: Entity, group: string[]): boolean {
  return group.length === 1 || group.some((f) => entity.byName.get(f)!.required === false && !entity.byName.get(f)!.reference);
}

function planColumn(entity: Entity, field: Field, column: string, type: string, columns: Map<string, { type: string }>): MigrationStep[] {
  const about = `${entity.schema}.${entity.table}.${column}`;
  const present = columns.get(column);
  if (!present) {
    const old = field.was.map(toSnake).find((name) => columns.has(name));
    return old ? [{ sql: native('alter table ??.?? rename column ?? to ??', [entity.schema, entity.table, old, column]), kind: 'safe', about }, ...planType(entity, column, type, columns.get(old)!.type)]
      : [{ sql: native(`alter table ??.?? add column ?? ${type}`, [entity.schema, entity.table, column]), kind: 'safe', about }];
  }
  return planType(entity, column, type, present.type);
}

function planType(entity: Entity, column: string, to: string, from: string): MigrationStep[] {
  if (same(from, to)) return [];
  const { schema, table } = entity;
  const sql = native(`alter table ??.?? alter column ?? type ${to} using ??::text::${to}`, [schema, table, column, column]);
  const about = `${schema}.${table}.${column}`;
  return [keepsEveryValue(from, to) ? { sql, kind: 'safe', about } : { sql, kind: 'destructive', about, change: { schema, table, column, from, to } }];
}

/** Can every value of the one type be told in the other? */
function keepsEveryValue(from: string, to: string): boolean {
  const digits = (type: string): [number, number] | undefined => {
    if (type === 'bigint') return [16, 0];
    const found = /^numeric\((\d+),(\d+)\)$/.exec(type);
    return found ? [Number(found[1]) - Number(found[2]), Number(found[2])] : undefined;
  };
  if (to === 'text') return !from.endsWith('[]') && from !== 'jsonb';
  const [old, wanted] = [digits(from), digits(to)];
  return old !== undefined && wanted !== undefined && wanted[0] >= old[0] && wanted[1] >= old[1];
}

function same(present: string, wanted: string): boolean {
  const names: Record<string, string> = { timestamptz: 'timestamp with time zone', time: 'time without time zone', bigint: 'bigint' };
  return present === (names[wanted] ?? wanted);
}

interface Index { name: string; sql: string }

/** Declared indexes, ending with the id as lists sort; references, owner, search and lines by convention. */
function indexesOf(entity: Entity): Index[] {
  const indexes: Index[] = [];
  const add = (keys: string[], using = '', tail = true) => {
    const name = indexName(entity, keys);
    if (indexes.some((i) => i.name === name)) return;
    const columns = keys.map((key) => ({ column: columnOf(entity, key.replace(/^-/, '')), down: key.startsWith('-'), pinyin: isPinyin(entity, key.replace(/^-/, '')) && keys.length > 1 }));
    const idDown = columns.at(-1)?.down === true;
    const parts = columns.map((c) => `??${c.pinyin ? ' collate "zh-x-icu"' : ''}${c.down ? ' desc' : ''}`).concat(tail ? [idDown ? '?? desc' : '??'] : []);
    indexes.push({ name, sql: native(`create index ?? on ??.?? ${using} (${parts.join(', ')})`, [name, entity.schema, entity.table, ...columns.map((c) => c.column), ...(tail ? ['id'] : [])]) });
  };
  for (const group of entity.indexes) add(group);
  for (const field of entity.fields) if (field.reference && field.column && field.type !== 'area' && !entity.unique.some((g) => g[0] === field.name)) add([field.name]);
  for (const field of entity.fields) if (field.references) add([field.name], 'using gin', false);
  if (ownSearchFields(entity).length > 0) add(['searchTokens'], 'using gin', false);
  if (!entity.lineOf) { add(['ownerOrg']); }
  const area = `${entity.table}_area_code_idx`;
  if (!entity.lineOf) indexes.push({ name: area, sql: native('create index ?? on ??.?? (?? text_pattern_ops)', [area, entity.schema, entity.table, 'area_code']) });
  return indexes;
}

function isPinyin(entity: Entity, name: string): boolean {
  const field = entity.byName.get(name);
  return field?.type === 'text' && !field.unique && name !== 'code';
}

function columnOf(entity: Entity, name: string): string {
  return entity.byName.get(name)?.column ?? toSnake(name);
}

/** Identifiers are quoted by the builder; DDL takes no parameters. */
function native(text: string, identifiers: readonly string[]): string {
  return toNative(raw(text, identifiers) as never).text;
}
