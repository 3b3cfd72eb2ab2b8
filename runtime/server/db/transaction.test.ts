import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { startDatabase } from './embedded/index.ts';
import type { RunningDatabase } from './embedded/index.ts';
import { createPool } from './pool.ts';
import { transaction } from './transaction.ts';

let home: string;
let database: RunningDatabase;
let pool: Pool;
const broken: string[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tamga-'));
  database = await startDatabase({ home, log: { info() {}, warn() {} }, durable: false });
  pool = createPool(database.url, { statementTimeout: 500, onError: (error) => broken.push(error.message) });
  await pool.query('create table account (name text primary key, amount int); insert into account values (\'a\', 10), (\'b\', 10)');
});

afterAll(async () => {
  await pool.end();
  await database.stop();
  await rm(home, { recursive: true, force: true });
});

async function amounts(): Promise<unknown[]> {
  return (await pool.query('select amount from account order by name')).rows.map((row) => row.amount);
}

test.each([
  ['5::bigint', 5],
  ['9007199254740993::bigint', '9007199254740993'],
  ['1.50::numeric', 1.5],
  ["date '2026-04-10'", '2026-04-10'],
  ["timestamptz '2026-04-10T09:00+08:00'", new Date('2026-04-10T01:00:00Z')],
  ['array[1, 2]::bigint[]', [1, 2]],
  ['array[array[1.5], array[2]]::numeric[]', [[1.5], [2]]],
  ["array[date '2026-04-10', null]", ['2026-04-10', null]],
  ["'{\"a\": 1}'::jsonb", { a: 1 }],
])('%s is read as %j', async (expression, value) => {
  expect((await pool.query(`select ${expression} as value`)).rows[0].value).toEqual(value);
});

test('a statement that takes too long is ended', async () => {
  await expect(pool.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
});

test('a transaction commits its result and undoes everything when it throws', async () => {
  expect(await transaction(pool, async (client) => (await client.query("update account set amount = 11 where name = 'a'")).rowCount)).toBe(1);
  await expect(transaction(pool, async (client) => {
    await client.query("update account set amount = 99 where name = 'a'");
    throw new Error('no');
  })).rejects.toThrow('no');
  await expect(transaction(pool, async (client) => {
    await client.query("update account set amount = 98 where name = 'a'");
    await client.query('select 1 / 0').catch(() => undefined);
  })).rejects.toThrow('failed in a statement');
  expect(await amounts()).toEqual([11, 10]);
});

test('serialisation failures run again: no update is lost', async () => {
  await pool.query('update account set amount = 0');
  const add = async (client: PoolClient): Promise<void> => {
    const { rows: [row] } = await client.query("select amount from account where name = 'a'");
    await client.query("update account set amount = $1 where name = 'a'", [row.amount + 1]);
  };
  await Promise.all(Array.from({ length: 4 }, () => transaction(pool, add, { isolation: 'serializable', retries: 20 })));
  expect(await amounts()).toEqual([4, 0]);
});

test('a deadlock runs again', async () => {
  await pool.query('update account set amount = 0');
  const slow = createPool(database.url);
  const both = (first: string, second: string) => transaction(slow, async (client) => {
    await client.query('update account set amount = amount + 1 where name = $1', [first]);
    await client.query('select pg_sleep(0.1)');
    await client.query('update account set amount = amount + 1 where name = $1', [second]);
  });
  await Promise.all([both('a', 'b'), both('b', 'a')]);
  await slow.end();
  expect(await amounts()).toEqual([2, 2]);
});

test('a killed backend fails its own transaction only, and its client does not return to the pool', async () => {
  const before = await amounts();
  await expect(transaction(pool, async (client) => {
    await client.query('update account set amount = -1');
    const { rows: [row] } = await client.query('select pg_backend_pid() as pid');
    await pool.query('select pg_terminate_backend($1)', [row.pid]);
    await client.query('select 1');
  })).rejects.toThrow();
  expect(await amounts()).toEqual(before);
  expect(broken.length).toBeGreaterThan(0);
  expect(await Promise.all(Array.from({ length: 20 }, () => pool.query('select 1')))).toHaveLength(20);
});
