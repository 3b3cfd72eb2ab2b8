import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { v7 } from 'uuid';
import { entityOf, type Entity, type Model } from '../../model/model.ts';
import { ownSearchFields } from '../../model/own-search-fields.ts';
import { Problem } from '../../problems.ts';
import { postMovement } from '../actions/ledger.ts';
import { hashPassword, noteDemoPeople, storePassword } from '../auth/index.ts';
import { systemContext, type Services } from '../context.ts';
import { sql, toNative } from '../db/builder.ts';
import { applyComputed, applyDefaults, ownerOf } from '../operations/complete-row.ts';
import { inTransaction, type TransactionContext } from '../operations/in-transaction.ts';
import { parseInput } from '../operations/parse-input.ts';
import { searchTokens } from '../search/search-tokens.ts';
import { update } from '../operations/update.ts';
import { validateRow } from '../operations/validate-row.ts';
import { createKeyIndex, type KeyIndex } from './key-index.ts';
import { seedCell } from './seed-cell.ts';

type Values = Record<string, unknown>;
interface SeedFile { path: string; entity: Entity; rows: Record<string, string>[] }

const batch = 500;

/** Loads seeds such as `materials/demo` in the order of their references: known records are updated, new ones made. */
export async function loadSeeds(services: Services, root: string, names: readonly string[]): Promise<number> {
  const ctx = systemContext(services);
  const files: SeedFile[] = [];
  for (const name of names) files.push(...await readSeed(ctx.model, join(root, 'seed', name)));
  return inTransaction(ctx, async (tx) => {
    tx.tx.via = 'seed';
    await tx.db.query('set local statement_timeout = 0');
    const index = createKeyIndex(tx);
    let count = 0;
    for (const file of inOrder(files)) count += await loadFile(tx, file, index);
    await tx.db.query(`insert into tamga.setting (key, value) values ('seeds', $1) on conflict (key) do update set value = (select jsonb_agg(distinct x) from jsonb_array_elements(tamga.setting.value || excluded.value) x)`, [JSON.stringify(names)]);
    return count;
  });
}

async function readSeed(model: Model, folder: string): Promise<SeedFile[]> {
  const app = folder.split(/[\\/]/).at(-2)!;
  const names = (await readdir(folder).catch(() => [])).filter((n) => n.endsWith('.csv') || n.endsWith('.json')).sort();
  return Promise.all(names.map(async (name): Promise<SeedFile> => {
    const base = name.replace(/\.(csv|json)$/, '');
    const key = base.includes('--') ? base.replace('--', '/') : `${app}/${base}`;
    const entity = model.entities.get(key);
    const path = join(folder, name);
    if (!entity) throw new Error(`${path}: 没有名为 ${key} 的实体 / there is no entity ${key}`);
    const text = await readFile(path, 'utf8');
    const rows = name.endsWith('.json') ? JSON.parse(text) as Record<string, string>[] : parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true, comment: '#' }) as Record<string, string>[];
    return { path, entity, rows };
  }));
}

/** Files whose records others refer to come first; ledgers and what they need before all that looks at balances. */
function inOrder(files: SeedFile[]): SeedFile[] {
  const needed = new Set<string>();
  const need = ({ entity, rows }: SeedFile): void => {
    if (needed.has(entity.key)) return;
    needed.add(entity.key);
    for (const { reference: one, references: several, name } of entity.fields) {
      const reference = one ?? several;
      // Only references that some row gives count.
      if (reference && rows.some((row) => row[name])) files.filter((f) => f.entity.key === reference.entity).forEach(need);
    }
  };
  files.filter((f) => f.entity.ledger).forEach(need);
  return [...byReference(files.filter((f) => needed.has(f.entity.key))), ...byReference(files.filter((f) => !needed.has(f.entity.key)))];
}

function byReference(files: SeedFile[]): SeedFile[] {
  const done = new Set<string>();
  const left = [...files];
  const order: SeedFile[] = [];
  while (left.length > 0) {
    const pending = new Set(left.map((f) => f.entity.key));
    const i = left.findIndex(({ entity, rows }) => entity.fields.every((f) => { const to = rows.some((row) => row[f.name]) ? f.reference?.entity ?? f.references?.entity : undefined; return !to || to === entity.key || !pending.has(to) || done.has(to); }));
    const [next] = left.splice(Math.max(0, i), 1);
    order.push(next!);
    if (!left.some((f) => f.entity.key === next!.entity.key)) done.add(next!.entity.key);
  }
  return order;
}

async function loadFile(ctx: TransactionContext, file: SeedFile, index: KeyIndex): Promise<number> {
  const { entity } = file;
  const passwords: { username: string; password: string; id: string }[] = [];
  const fresh: Values[] = [];
  const positions = new Map<string, number>();
  for (const [i, raw] of file.rows.entries()) {
    const where = `${file.path} 第 ${i + 2} 行`;
    const { password, ...cells } = raw;
    const input = await resolveCells(ctx, entity, cells, index, where);
    const parsed = parseInput(ctx, entity, input);
    if (parsed.errors.length > 0) throw new Error(`${where}: ${parsed.errors.map((e) => new Problem(e.code, e.params).message).join('; ')}`);
    if (entity.ledger) {
      await applyDefaults(ctx, entity, parsed.values, new Set(Object.keys(parsed.values)));
      const row = await postMovement(ctx, entity, parsed.values, {}).catch((error: Error) => { throw new Error(`${where}: ${error.message}`); });
      await index.add(entity, row.id, row);
      continue;
    }
    // A row without any part of its key, such as a number still to be drawn, is a new one.
    const known = entity.keys.some((name) => (parsed.values[name] ?? null) !== null) ? await index.idOf(entity, await index.keyOf(entity, parsed.values)) : undefined;
    const id = known ?? v7();
    if (known) await updateKnown(ctx, entity, known, parsed.values, where);
    else {
      fresh.push(await complete(ctx, entity, id, parsed.values, where, positions));
      await index.add(entity, id, parsed.values);
      // A tree's children look at their parents while they are checked.
      if (entity.tree || fresh.length >= batch) await insertAll(ctx, entity, fresh.splice(0));
    }
    if (password) passwords.push({ username: String(parsed.values['username']), password, id });
  }
  await insertAll(ctx, entity, fresh);
  await advanceSequences(ctx, entity);
  await storePasswords(ctx, passwords);
  return file.rows.length;
}

/** Cells to input: relative times, and references by the key people write. */
async function resolveCells(ctx: TransactionContext, entity: Entity, cells: Record<string, unknown>, index: KeyIndex, where: string): Promise<Values> {
  const input: Values = {};
  for (const [name, cell] of Object.entries(cells)) {
    if (cell === '' || cell === null) continue;
    const field = entity.byName.get(name);
    const value = typeof cell === 'string' ? seedCell(cell, ctx.services.clock) : cell;
    if (field?.reference && field.reference.key === 'id') {
      const target = entityOf(ctx.model, field.reference.entity);
      const id = await index.idOf(target, String(value));
      if (id === undefined) throw new Error(`${where}: ${name} “${String(value)}” 不存在 / there is no such ${target.name}`);
      input[name] = id;
    } else if (field?.references && typeof value === 'string') {
      const target = entityOf(ctx.model, field.references.entity);
      input[name] = await Promise.all(value.split(/[;；]/).map(async (part) => {
        const id = await index.idOf(target, part.trim());
        if (id === undefined) throw new Error(`${where}: ${name} “${part}” 不存在 / there is no such ${target.name}`);
        return id;
      }));
    } else if (field?.type === 'multi-choice' && typeof value === 'string') input[name] = value.split(/[;；]/).map((s) => s.trim());
    else input[name] = value;
  }
  return input;
}

async function updateKnown(ctx: TransactionContext, entity: Entity, id: string, values: Values, where: string): Promise<void> {
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => name !== entity.states?.field));
  await update(ctx, entity, id, rest).catch((error: Error) => { throw new Error(`${where}: ${error.message}`); });
}

/** Defaults, computed fields and rules hold for seeds too. */
async function complete(ctx: TransactionContext, entity: Entity, id: string, values: Values, where: string, positions: Map<string, number>): Promise<Values> {
  await applyDefaults(ctx, entity, values, new Set(Object.keys(values)));
  await applyComputed(ctx, entity, values);
  // Lines come from a file of their own, after the record.
  const lines = new Set(entity.fields.filter((f) => f.lines).map((f) => f.name));
  const errors = (await validateRow(ctx, entity, values, new Set(), lines)).filter((e) => !lines.has(e.field ?? ''));
  if (errors.length > 0) throw new Error(`${where}: ${errors.map((e) => `${e.field ?? ''} ${e.message?.zh ?? new Problem(e.code, e.params).message}`).join('; ')}`);
  const owner = entity.lineOf ? await parentOwner(ctx, entity, values) : await ownerOf(ctx, entity, values, id);
  const now = ctx.services.clock.now();
  const by = values['applicant'] ?? values['operator'] ?? null;
  const columns: Values = { id, version: 1, created_at: now, created_by: by, updated_at: now, updated_by: by, owner_org: owner.org, area_code: owner.area };
  for (const field of entity.fields) if (field.column) columns[field.column] = field.type === 'json' && values[field.name] != null ? JSON.stringify(values[field.name]) : values[field.name] ?? null;
  const own = ownSearchFields(entity);
  if (own.length > 0) columns['search_tokens'] = searchTokens(own.map((name) => values[name]));
  if (entity.lineOf) {
    const parent = String(values[entity.lineOf.as]);
    columns['position'] = positions.get(parent) ?? 0;
    positions.set(parent, Number(columns['position']) + 1);
  }
  return columns;
}

async function parentOwner(ctx: TransactionContext, line: Entity, values: Values): Promise<{ org: string | null; area: string | null }> {
  const parent = entityOf(ctx.model, line.lineOf!.entity);
  const statement = toNative(sql(sql.ref(`${parent.schema}.${parent.table}`) as never).select('owner_org', 'area_code').where('id', values[line.lineOf!.as] as string));
  const row = (await ctx.db.query<{ owner_org: string | null; area_code: string | null }>(statement.text, statement.values)).rows[0];
  return { org: row?.owner_org ?? null, area: row?.area_code ?? null };
}

async function insertAll(ctx: TransactionContext, entity: Entity, rows: Values[]): Promise<void> {
  if (rows.length === 0) return;
  const statement = toNative(sql.insert(rows).into(sql.ref(`${entity.schema}.${entity.table}`) as never));
  await ctx.db.query(statement.text, statement.values);
  const touched = ctx.tx.touched.get(entity.key) ?? new Set();
  for (const row of rows) touched.add(String(row['id']));
  ctx.tx.touched.set(entity.key, touched);
}

/** Numbers given in seeds are never given again. */
async function advanceSequences(ctx: TransactionContext, entity: Entity): Promise<void> {
  for (const field of entity.fields.filter((f) => f.type === 'sequence')) {
    const digits = /\{n:(\d+)\}$/.exec(field.format ?? '')?.[1];
    if (!digits) continue;
    const statement = toNative(sql.raw(`insert into tamga.sequence_counter (key, value)
      select ? || left(??, -?::int), max(right(??, ?::int)::bigint) from ??.?? where ?? ~ ? group by 1
      on conflict (key) do update set value = greatest(tamga.sequence_counter.value, excluded.value)`,
    [`${entity.key}.${field.name}:`, field.column!, Number(digits), field.column!, Number(digits), entity.schema, entity.table, field.column!, `\\d{${digits}}$`]));
    await ctx.db.query(statement.text, statement.values);
  }
}

async function storePasswords(ctx: TransactionContext, people: { username: string; password: string; id: string }[]): Promise<void> {
  if (people.length === 0) return;
  // Production has no account that comes with the software.
  if (!ctx.services.demo) return;
  const hashes = new Map<string, string>();
  for (const { password, id } of people) {
    const hash = hashes.get(password) ?? await hashPassword(password);
    hashes.set(password, hash);
    await storePassword(ctx.services, ctx.db, id, hash);
  }
  await noteDemoPeople(ctx.db, people);
}
