import type { Pool } from 'pg';
import type { Model } from '../../model/model.ts';
import { introspect } from './introspect.ts';
import { planMigration, type MigrationStep } from './plan-migration.ts';
import { systemTables } from './system-tables/index.ts';

const lockKey = 7_160_257;

/** Brings the tables up to the model: additive steps at once, indexes on filled tables online, destructive steps never by themselves. */
export async function migrate(pool: Pool, model: Model): Promise<{ done: number; refused: MigrationStep[] }> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    // Several servers may start at once; one of them migrates.
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const steps = planMigration(model, await introspect(client));
    const refused = steps.filter((s) => s.kind === 'destructive');
    if (refused.length > 0) return { done: 0, refused };
    await client.query('begin');
    await client.query("set local lock_timeout = '10s'");
    for (const statement of systemTables) await client.query(statement);
    const safe = steps.filter((s) => s.kind === 'safe');
    for (const step of safe) await client.query(step.sql);
    for (const step of safe) if (!step.sql.startsWith('create schema')) await client.query('insert into tamga.migration (statement) values ($1)', [step.sql]);
    await client.query('commit');
    for (const step of steps.filter((s) => s.kind === 'online')) {
      const online = step.sql.replace('create index', 'create index concurrently if not exists');
      await client.query(online);
      await client.query('insert into tamga.migration (statement) values ($1)', [online]);
    }
    return { done: steps.length, refused: [] };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined);
    await client.query('reset statement_timeout').catch(() => undefined);
    client.release();
  }
}
