import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleDefinitions } from '../../testing/sample-definitions.ts';
import { startTestServer } from '../../testing/start-test-server.ts';
import type { TestServer } from '../../testing/start-test-server.ts';
import { systemContext } from '../context.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { queueDue, runJob, runPending, startJobs } from './index.ts';

let server: TestServer;
beforeAll(async () => { server = await startTestServer(sampleDefinitions); });
afterAll(() => server.stop());

const waiting = async () => (await server.pool.query<{ task: string }>('select task_identifier as task from graphile_worker.jobs order by id')).rows.map(({ task }) => task);

test('work belongs to its transaction', async () => {
  const done: unknown[] = [];
  const handlers = { note: async (_ctx: unknown, payload: Record<string, unknown>) => { done.push(payload['n']); } };
  const ctx = systemContext(server.services);
  await expect(inTransaction(ctx, async (tx) => { await server.services.enqueue(tx, 'note', { n: 1 }); throw new Error('no'); })).rejects.toThrow('no');
  await inTransaction(ctx, (tx) => server.services.enqueue(tx, 'note', { n: 2 }));
  await server.services.enqueue(ctx, 'note', { n: 3 }, { key: 'same' });
  await server.services.enqueue(ctx, 'note', { n: 4 }, { key: 'same' });
  await server.services.enqueue(ctx, 'note', { n: 5 }, { runAt: new Date(server.clock.now().getTime() + 3600_000) });
  await runPending(server.services, handlers);
  expect(done).toEqual([2, 4]);
  await server.pool.query('delete from graphile_worker._private_jobs');
});

test('a failure is told and tried again later', async () => {
  await server.services.enqueue(systemContext(server.services), 'broken', {});
  await expect(runPending(server.services, { broken: async () => { throw new Error('out of order'); } })).rejects.toThrow('out of order');
  expect(await waiting()).toEqual(['broken']);
  await server.pool.query('delete from graphile_worker._private_jobs');
});

test('a running server picks work up at once and stops cleanly', async () => {
  let done = 0;
  const jobs = await startJobs(server.services, { 'note': async () => { done = Date.now(); }, 'purge': async () => undefined, 'run-job': async () => undefined });
  const begun = Date.now();
  await server.services.enqueue(systemContext(server.services), 'note', {});
  while (done === 0 && Date.now() - begun < 10_000) await sleep(10);
  await jobs.stop();
  expect(done).toBeGreaterThan(0);
});

test('declared jobs run at their time in the zone of the installation, once, and one that was missed is caught up', async () => {
  const model = { ...server.model, jobs: new Map([['lab/daily', { app: 'lab', name: 'daily', label: { zh: '每日', en: 'Daily' }, cron: '0 6 * * *', run: [] }]]) };
  const services = { ...server.services, current: () => model };
  const at = async (text: string) => {
    server.clock.set(new Date(text));
    const twice = await Promise.all([queueDue(services), queueDue(services)]);
    return twice.flat().filter((key) => key === 'lab/daily').length;
  };
  // A job that never ran is caught up.
  expect(await at('2026-04-11T05:59:00+08:00')).toBe(1);
  expect(await at('2026-04-11T05:59:59+08:00')).toBe(0);
  expect(await at('2026-04-11T06:00:00+08:00')).toBe(1);
  expect(await at('2026-04-11T06:00:00+08:00')).toBe(0);
  expect(await at('2026-04-12T05:00:00+08:00')).toBe(0);
  expect(await at('2026-04-15T12:00:00+08:00')).toBe(1);
  expect(await waiting()).toContain('run-job');
  await runPending(services);
  expect(await waiting()).toEqual([]);
  await runJob(services, 'lab/daily');
  await expect(runJob(services, 'lab/nope')).rejects.toThrow('lab/nope');
});
