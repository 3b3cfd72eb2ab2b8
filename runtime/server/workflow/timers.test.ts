import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { retryIncidents, runDueTimers } from './index.ts';
import { deskSources } from './testing/desk-app.ts';
import { deskSteps, type DeskSteps } from './testing/desk-steps.ts';
import { startDesk, type Desk } from './testing/start-desk.ts';

let desk: Desk;
let on: DeskSteps;
beforeAll(async () => { desk = await startDesk(deskSources()); on = deskSteps(desk); });
afterAll(() => desk?.close());

async function reminders(person: string, id: string): Promise<number> {
  const { body } = await desk.ask(person, 'GET', '/messages?pageSize=200');
  return (body['items'] as { title: string; link: { id: string } | null }[]).filter(({ title, link }) => title.endsWith('超时') && link?.id === id).length;
}

test('a cycle reminds as often as it says, to all candidates, whoever looks for due timers', async () => {
  const id = await on.request('clerk');
  desk.pass(23);
  expect(await runDueTimers(desk.services)).toBe(0);
  desk.pass(2);
  const rounds = await Promise.all([1, 2, 3].map(() => runDueTimers(desk.services)));
  expect(rounds.reduce((sum, fired) => sum + fired)).toBe(1);
  for (const person of ['reviewer', 'second', 'both']) expect(await reminders(person, id)).toBe(1);
  expect(await reminders('clerk', id)).toBe(0);
  desk.pass(24);
  expect(await runDueTimers(desk.services)).toBe(1);
  desk.pass(24);
  expect(await runDueTimers(desk.services)).toBe(0);
  expect(await reminders('second', id)).toBe(2);
  expect(await on.instance(id)).toMatchObject({ status: 'running', active: ['review'], passed: expect.arrayContaining(['overdue', 'remind', 'reminded']) });
  expect(await on.act('second', id, 'review', 'complete', { outcome: 'approve' })).toMatchObject({ status: 200 });
  expect(await desk.services.pool.query('select 1 from tamga.timer t join tamga.process_instance i on i.id = t.instance_id where i.record_id = $1', [id])).toMatchObject({ rowCount: 0 });
});

test('a deadline closes the task and goes on by itself, after a long pause too', async () => {
  const id = await on.request('clerk');
  const task = await on.task(id, 'review');
  desk.pass(24 * 30);
  await runDueTimers(desk.services);
  expect(await on.record(id)).toMatchObject({ status: 'lapsed', booked: 5 });
  expect(await on.instance(id)).toMatchObject({ status: 'ended', passed: expect.arrayContaining(['deadline', 'close', 'lapsed']) });
  expect(await desk.ask('second', 'GET', `/tasks/${task}`)).toMatchObject({ body: { status: 'cancelled', can: { complete: false } } });
  expect(await desk.ask('second', 'POST', `/tasks/${task}/complete`, { outcome: 'approve' })).toMatchObject({ status: 409, body: { code: 'task.closed' } });
});

test('a deadline and a decision at the same moment: one of them', async () => {
  const id = await on.request('clerk');
  const task = await on.task(id, 'review');
  desk.pass(24 * 6);
  const [answer] = await Promise.all([desk.ask('second', 'POST', `/tasks/${task}/complete`, { outcome: 'approve' }), runDueTimers(desk.services)]);
  await runDueTimers(desk.services);
  expect(await on.record(id)).toMatchObject({ status: answer.status === 200 ? 'checking' : 'lapsed' });
  expect(await on.instance(id)).toMatchObject({ status: answer.status === 200 ? 'running' : 'ended' });
});

test('a service that fails after a timer leaves an incident; nothing half done, nothing again and again', async () => {
  const id = await on.request('clerk', { amount: 13 });
  desk.pass(24 * 6);
  await runDueTimers(desk.services);
  expect(await on.record(id)).toMatchObject({ status: 'review', booked: 0 });
  expect(await on.instance(id)).toMatchObject({ status: 'incident', active: ['close'], openTasks: [], incidents: [{ element: 'close', message: '十三不入账' }] });
  desk.pass(24);
  expect(await runDueTimers(desk.services)).toBe(0);
  expect(await on.submit('clerk', id)).toMatchObject({ status: 409, body: { code: 'process.running' } });
  const instance = String((await on.instance(id))['id']);
  expect(await retryIncidents(desk.services, instance)).toBe(false);
  expect(await on.instance(id)).toMatchObject({ status: 'incident', incidents: [{ element: 'close' }] });
  await desk.services.pool.query('update app_desk.request set amount = 14 where id = $1', [id]);
  expect(await retryIncidents(desk.services, instance)).toBe(true);
  expect(await on.record(id)).toMatchObject({ status: 'lapsed', booked: 14 });
  expect(await on.instance(id)).toMatchObject({ status: 'ended', incidents: [] });
});

test('work that was broken off in the middle is done again as a whole', async () => {
  const id = await on.request('clerk');
  desk.pass(24 * 6);
  const { pool } = desk.services;
  // Whoever looks at the record holds the timer's transaction up in its middle; there its connection is cut.
  const blocker = await pool.connect();
  await blocker.query('begin');
  await blocker.query('select 1 from app_desk.request where id = $1 for update', [id]);
  const round = runDueTimers(desk.services);
  for (let cut = 0; cut === 0;) {
    const { rows } = await pool.query<{ cut: boolean }>(`select pg_terminate_backend(pid) as cut from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`);
    cut = rows.length;
  }
  await blocker.query('rollback');
  blocker.release();
  await round;
  expect(await on.record(id)).toMatchObject({ status: 'review' });
  expect(await on.instance(id)).toMatchObject({ status: 'running', active: ['review'], incidents: [] });
  await runDueTimers(desk.services);
  expect(await on.record(id)).toMatchObject({ status: 'lapsed', booked: 5 });
});
