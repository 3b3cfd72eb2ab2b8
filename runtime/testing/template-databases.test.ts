import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { openTemplates } from './template-databases.ts';
import type { TemplateDatabases } from './template-databases.ts';
import { startTestDatabase } from './test-database.ts';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let templates: TemplateDatabases;

beforeAll(async () => {
  server = await startTestDatabase();
  templates = openTemplates(server.url);
});
afterAll(async () => {
  await templates.close();
  await server.stop();
});

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

test('copies are apart from each other, also when taken at once, and the template is made once', async () => {
  let made = 0;
  const make = async (url: string): Promise<void> => {
    made += 1;
    await query(url, 'create table thing as select 1 as a');
  };
  const copies = await Promise.all([1, 2, 3].map(() => templates.copy('things', make)));
  for (const [at, copy] of copies.entries()) await query(copy.url, `insert into thing select ${at + 2}`);
  const sums = await Promise.all(copies.map((copy) => query(copy.url, 'select sum(a)::int as sum from thing')));
  expect(sums.flat().map((row) => row.sum)).toEqual([3, 4, 5]);
  expect(made).toBe(1);
});

test('a dropped copy is gone and close leaves nothing behind', async () => {
  const copy = await templates.copy('empty', async () => undefined);
  await copy.drop();
  await expect(query(copy.url, 'select 1')).rejects.toThrow('does not exist');
  await templates.close();
  expect(await query(server.url, `select datname from pg_database where datname like 'tamga_test_${process.pid}_%'`)).toEqual([]);
});
