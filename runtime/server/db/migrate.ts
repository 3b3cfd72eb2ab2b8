import { escapeIdentifier } from 'pg';
import type { Pool, PoolClient } from 'pg';
import type { Model } from '../../model/model.ts';
import { introspect } from './introspect.ts';
import { planMigration, type MigrationStep } from './plan-migration.ts';
import { systemTables } from './system-tables/index.ts';

const lockKey = 7_160_257;
// PostgreSQL keeps a lock for every table and index that a transaction makes, and has room for some thousand.
const portion = 400;

/** A change that would lose values, or that the stored values do not allow. */
export interface RefusedChange { about: string; reason: string }

/** The definitions ask for changes that would lose values; nothing was changed. */
export class MigrationRefused extends Error {
  readonly refused: RefusedChange[];
  constructor(refused: RefusedChange[]) {
    super(`以下变更会丢失数据，或与已有数据冲突，因此未作任何修改。请改回定义，或先处理这些数据。\nThese changes would lose values or contradict them, so nothing was changed. Undo them in the definitions, or deal with the values first.\n${refused.map((r) => `  ${r.about}: ${r.reason}`).join('\n')}`);
    this.refused = refused;
  }
}

/** Brings the tables up to the model: additive steps at once, indexes on filled tables online, destructive steps never by themselves. Tells what was changed. */
export async function migrate(pool: Pool, model: Model): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    // Several servers may start at once; one of them migrates.
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const steps = planMigration(model, await introspect(client));
    const refused = await Promise.all(steps.filter((s) => s.kind === 'destructive').map((step) => describeLoss(client, step)));
    // A column without values loses none.
    const lost = refused.filter((r) => r.values > 0);
    if (lost.length > 0) throw new MigrationRefused(lost);
    await inOneTransaction(client, async () => { for (const statement of systemTables) await client.query(statement); });
    const safe = steps.filter((s) => s.kind !== 'online');
    // A start that was interrupted between two portions plans the rest anew.
    for (let i = 0; i < safe.length; i += portion) await inOneTransaction(client, async () => { for (const step of safe.slice(i, i + portion)) await runStep(client, step); });
    for (const step of steps.filter((s) => s.kind === 'online')) {
      // One that a broken start left behind counts for nothing and bars the name.
      if (step.index) await client.query(`drop index concurrently if exists ${escapeIdentifier(step.index.schema)}.${escapeIdentifier(step.index.name)}`);
      const online = step.sql.replace('create index', 'create index concurrently');
      await client.query(online);
      await client.query('insert into tamga.migration (statement) values ($1)', [online]);
    }
    return steps.map((step) => step.about);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined);
    await client.query('reset statement_timeout').catch(() => undefined);
    client.release();
  }
}

async function inOneTransaction(client: PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  await client.query("set local lock_timeout = '10s'");
  await work();
  await client.query('commit');
}

async function runStep(client: PoolClient, step: MigrationStep): Promise<void> {
  try {
    await client.query(step.sql, [...step.values ?? []]);
  } catch (error) {
    const { code, detail } = error as { code?: string; detail?: string };
    if (code === '23505') throw new MigrationRefused([{ about: step.about, reason: `已有记录的值重复，不能改为唯一 / values repeat, so they cannot be made unique${detail ? ` (${detail})` : ''}` }]);
    throw error;
  }
  if (!step.sql.startsWith('create schema')) await client.query('insert into tamga.migration (statement) values ($1)', [step.sql]);
}

async function describeLoss(client: PoolClient, { about, change }: MigrationStep): Promise<RefusedChange & { values: number }> {
  if (!change) return { about, reason: '', values: 0 };
  const { rows } = await client.query<{ count: number }>(`select count(${escapeIdentifier(change.column)})::int as count from ${escapeIdentifier(change.schema)}.${escapeIdentifier(change.table)}`);
  const values = rows[0]?.count ?? 0;
  return { about, reason: `${change.from} → ${change.to}，${values} 个值 / ${values} values`, values };
}
