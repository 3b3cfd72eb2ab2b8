import { v7 } from 'uuid';
import { entityOf, type Entity } from '../../model/model.ts';
import { ownSearchFields } from '../../model/own-search-fields.ts';
import { invalid } from '../../problems.ts';
import { sql, toNative } from '../db/builder.ts';
import type { TransactionContext } from './in-transaction.ts';
import { attachFiles, detachFiles } from './record-files.ts';
import { loadLines, type Row } from './rows.ts';
import { run, touch } from './store-row.ts';
import { searchTokens } from '../search/search-tokens.ts';

type Values = Record<string, unknown>;
type Owner = { org: string | null; area: string | null };

/** Stores the lines given for a record: new ones are inserted, known ones changed, missing ones deleted. */
export async function writeLines(ctx: TransactionContext, entity: Entity, id: string, values: Values, changed: ReadonlySet<string>, owner: Owner): Promise<void> {
  for (const field of entity.fields) {
    if (!field.lines || !changed.has(field.name)) continue;
    const line = entityOf(ctx.model, field.lines.entity);
    const given = (values[field.name] as Values[] | null) ?? [];
    const before = new Map(((await loadLines(ctx, line, [id])).get(id) ?? []).map((r) => [r.id, r]));
    const kept = new Set<unknown>();
    given.forEach((row, i) => {
      if (row['id'] === undefined) return;
      if (typeof row['id'] !== 'string' || !before.has(row['id']) || kept.has(row['id'])) throw invalid([{ field: `${field.name}[${i}].id`, code: 'field.reference', params: { label: field.label } }]);
      kept.add(row['id']);
    });
    requireUnique(line, given, before, field.name);
    const gone = [...before.keys()].filter((x) => !kept.has(x));
    if (gone.length > 0) {
      const statement = toNative(sql(sql.ref(`${line.schema}.${line.table}`) as never).whereIn('id', gone).delete());
      await ctx.db.query(statement.text, statement.values);
      await detachFiles(ctx, line, gone);
    }
    await upsertLines(ctx, line, id, given, before, owner);
    for (const [i, row] of given.entries()) await attachFiles(ctx, line, String(row['id']), row, new Set(Object.keys(row)), `${field.name}[${i}].`);
    for (const row of given) touch(ctx, line, String(row['id']));
  }
}

/** One statement for all lines: `insert … on conflict do update`. */
async function upsertLines(ctx: TransactionContext, line: Entity, parentId: string, given: Values[], before: Map<string, Row>, owner: Owner): Promise<void> {
  if (given.length === 0) return;
  const now = ctx.services.clock.now();
  const by = ctx.principal.user?.id ?? null;
  const own = ownSearchFields(line);
  const rows = given.map((row, i) => {
    const old = row['id'] === undefined ? undefined : before.get(String(row['id']));
    row['id'] ??= v7();
    const columns: Values = {
      id: row['id'], version: (old?.version ?? 0) + 1, created_at: old?.createdAt ?? now, created_by: old?.createdBy ?? by, updated_at: now, updated_by: by,
      owner_org: owner.org, area_code: owner.area, position: i, [line.byName.get(line.lineOf!.as)!.column!]: parentId,
    };
    for (const field of line.fields) {
      if (!field.column || field.name === line.lineOf!.as) continue;
      const value = field.name in row ? row[field.name] : old?.[field.name] ?? null;
      row[field.name] = value;
      columns[field.column] = field.type === 'json' && value !== null ? JSON.stringify(value) : value;
    }
    if (own.length > 0) columns['search_tokens'] = searchTokens(own.map((name) => row[name]));
    return columns;
  });
  // knex fills missing keys with DEFAULT; every row has the same keys here.
  await run(ctx, line, toNative(sql.insert(rows).into(sql.ref(`${line.schema}.${line.table}`) as never).onConflict('id').merge()), {});
}

/** Lines of one record that repeat each other are told by their number; PostgreSQL would only say that some do. */
export function requireUnique(line: Entity, given: Values[], before: ReadonlyMap<string, Row>, name: string): void {
  const as = line.lineOf!.as;
  for (const group of line.unique) {
    const own = group.filter((n) => n !== as);
    const field = line.byName.get(own.at(-1) ?? '');
    if (!field) continue;
    const seen = new Set<string>();
    given.forEach((row, i) => {
      const old = before.get(String(row['id']));
      const values = own.map((n) => (n in row ? row[n] : old?.[n]) ?? null);
      if (values.includes(null)) return;
      const key = JSON.stringify(values);
      if (seen.has(key)) throw invalid([{ field: `${name}[${i}].${field.name}`, code: 'record.not-unique', params: { label: field.label, value: field.reference ? '' : String(values.at(-1)) } }]);
      seen.add(key);
    });
  }
}

/** Are these other lines than before: more, fewer, in another order, or with other values? */
export function linesChanged(line: Entity, before: Values[], after: Values[]): boolean {
  if (before.length !== after.length) return true;
  const names = line.fields.map((f) => f.name).filter((name) => name !== line.lineOf?.as);
  return after.some((row, i) => row['id'] !== before[i]!['id'] || names.some((name) => name in row && JSON.stringify(row[name] ?? null) !== JSON.stringify(before[i]![name] ?? null)));
}
