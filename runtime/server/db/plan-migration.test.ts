import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Model } from '../../model/model.ts';
import type { Source } from '../../model/source.ts';
import { buildModel, loadSources } from '../load.ts';
import type { Catalogue } from './introspect.ts';
import { planMigration } from './plan-migration.ts';

type Json = Record<string, unknown>;
type Columns = Record<string, string>;

let platform: Source[];
beforeAll(async () => {
  platform = (await loadSources(join(import.meta.dirname, '..', '..', '..'))).sources.filter((s) => s.app === 'platform');
});

async function modelWith(content: Json): Promise<Model> {
  const place = { app: 'shop', file: 'shop' };
  const { model, problems } = await buildModel([...platform, { ...place, kind: 'app', name: 'app', content: { label: '店' } }, { ...place, kind: 'entity', name: 'thing', content: { label: '物', ...content } }]);
  if (!model) throw new Error(JSON.stringify(problems));
  return model;
}

const system: Columns = { id: 'uuid', version: 'integer', created_at: 'timestamp with time zone', created_by: 'uuid', updated_at: 'timestamp with time zone', updated_by: 'uuid', owner_org: 'uuid', area_code: 'text' };

/** Tables as they are: one, with some columns and unique constraints. */
function tables(columns: Columns, { name = 'thing', uniques = [], indexes = [] }: { name?: string; uniques?: string[]; indexes?: string[] } = {}): Catalogue {
  const all = Object.entries({ ...system, ...columns }).map(([column, type]) => [column, { type, notNull: false }] as const);
  return { tables: new Map([[`app_shop.${name}`, { columns: new Map(all), constraints: new Set(uniques), uniques: new Set(uniques) }]]), indexes: new Set(['thing_ownerOrg_idx', 'thing_area_code_idx', ...indexes].map((i) => `app_shop.${i}`)) };
}

const text = { type: 'text', label: '文' };
const plain = { a: { type: 'integer', label: 'a' } };

/** The steps for the shop's one table, without the quotes and without its schema. */
async function planned(content: Json, catalogue: Catalogue): Promise<string[]> {
  return planMigration(await modelWith({ search: [], ...content }), catalogue).filter((s) => s.sql.includes('app_shop') && !s.sql.startsWith('create schema')).map((s) => `${s.kind}: ${s.sql.replaceAll('"', '').replaceAll('app_shop.', '')}`);
}

describe('from tables as they are to the model', () => {
  test('a new entity gives a table with its constraints and indexes', async () => {
    const steps = await planned({ fields: { no: { ...text, unique: true }, other: { type: 'reference', label: '另', entity: 'thing' }, tags: { type: 'multi-choice', label: '签', options: { x: 'X' } } }, unique: [['no', 'other']], search: ['no'] }, { tables: new Map(), indexes: new Set() });
    expect(steps).toEqual([
      'safe: create table thing (id uuid primary key, version integer not null, created_at timestamptz not null, created_by uuid, updated_at timestamptz not null, updated_by uuid, owner_org uuid, area_code text, search_tokens text[], no text, other uuid, tags text[])',
      'safe: alter table thing add constraint thing_no_key unique (no)',
      expect.stringContaining('safe: alter table thing add constraint thing_no_other_key unique'),
      expect.stringContaining('safe: create index thing_other_idx on thing'),
      expect.stringContaining('safe: create index thing_searchTokens_idx on thing using gin (search_tokens)'),
      expect.stringContaining('safe: create index thing_ownerOrg_idx on thing'),
      expect.stringContaining('safe: create index thing_area_code_idx on thing'),
    ]);
  });

  test('tables that fit need nothing', async () => {
    expect(await planned({ fields: { ...plain, b: { type: 'decimal', label: 'b', scale: 3 }, c: { type: 'datetime', label: 'c' }, d: { type: 'time', label: 'd' }, e: { type: 'json', label: 'e' }, f: { type: 'file', label: 'f' } } }, tables({ a: 'bigint', b: 'numeric(18,3)', c: 'timestamp with time zone', d: 'time without time zone', e: 'jsonb', f: 'uuid[]' }))).toEqual([]);
  });

  test.each<[string, Json, Catalogue, string[]]>([
    ['a new field', { fields: { ...plain, dayOf: { type: 'date', label: '日' } } }, tables({ a: 'bigint' }), ['safe: alter table thing add column day_of date']],
    ['a field with a new name', { fields: { size: { ...plain.a, was: ['a'] } } }, tables({ a: 'bigint' }), ['safe: alter table thing rename column a to size']],
    ['a new name and a wider type', { fields: { size: { type: 'decimal', label: 's', was: ['a'] } } }, tables({ a: 'bigint' }), ['safe: alter table thing rename column a to size', 'safe: alter table thing alter column size type numeric(18,2) using size::text::numeric(18,2)']],
    ['a rename that was done before', { fields: { size: { ...plain.a, was: ['a'] } } }, tables({ size: 'bigint' }), []],
    ['an entity with a new name', { was: ['item'], fields: plain }, tables({ a: 'bigint' }, { name: 'item', indexes: [] }), ['safe: alter table item rename to thing']],
    ['a field that is gone', { fields: plain }, tables({ a: 'bigint', b: 'text' }), []],
    ['decimals instead of whole numbers', { fields: { a: { type: 'decimal', label: 'a' } } }, tables({ a: 'bigint' }), ['safe: alter table thing alter column a type numeric(18,2) using a::text::numeric(18,2)']],
    ['a text instead of a choice', { fields: { a: text } }, tables({ a: 'text' }), []],
    ['a text instead of a date', { fields: { a: text } }, tables({ a: 'date' }), ['safe: alter table thing alter column a type text using a::text::text']],
    ['a text instead of many choices', { fields: { a: text } }, tables({ a: 'text[]' }), ['destructive: alter table thing alter column a type text using a::text::text']],
    ['a whole number instead of decimals', { fields: plain }, tables({ a: 'numeric(18,2)' }), ['destructive: alter table thing alter column a type bigint using a::text::bigint']],
    ['fewer decimals', { fields: { a: { type: 'decimal', label: 'a', scale: 1 } } }, tables({ a: 'numeric(18,2)' }), ['destructive: alter table thing alter column a type numeric(18,1) using a::text::numeric(18,1)']],
    ['more decimals, so fewer digits before them', { fields: { a: { type: 'decimal', label: 'a', scale: 6 } } }, tables({ a: 'numeric(18,2)' }), ['destructive: alter table thing alter column a type numeric(18,6) using a::text::numeric(18,6)']],
    ['a date instead of a text', { fields: { a: { type: 'date', label: 'a' } } }, tables({ a: 'text' }), ['destructive: alter table thing alter column a type date using a::text::date']],
    ['a value that becomes unique', { fields: { a: { ...text, unique: true } } }, tables({ a: 'text' }), ['safe: alter table thing add constraint thing_a_key unique (a)']],
    ['a value that may repeat again', { fields: { a: text } }, tables({ a: 'text' }, { uniques: ['thing_a_key'] }), ['safe: alter table thing drop constraint thing_a_key']],
    ['an index on a table that is there', { fields: plain, index: [['-a']] }, tables({ a: 'bigint' }), ['online: create index thing_a_d_idx on thing  (a desc, id desc)']],
    ['a search that begins', { fields: { a: text }, search: ['a'] }, tables({ a: 'text' }), ['safe: alter table thing add column search_tokens text[]', 'online: create index thing_searchTokens_idx on thing using gin (search_tokens)']],
  ])('%s', async (_name, content, catalogue, steps) => {
    expect(await planned(content, catalogue)).toEqual(steps);
  });
});
