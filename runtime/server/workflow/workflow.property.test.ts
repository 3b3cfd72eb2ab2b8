import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { State } from '../../bpmn/index.ts';
import { runDueTimers } from './index.ts';
import { deskSources } from './testing/desk-app.ts';
import { deskSteps, type DeskSteps } from './testing/desk-steps.ts';
import { startDesk, type Desk } from './testing/start-desk.ts';

let desk: Desk;
let on: DeskSteps;
beforeAll(async () => { desk = await startDesk(deskSources()); on = deskSteps(desk); });
afterAll(() => desk?.close());

type Move = { kind: 'task'; person: string; node: string; verb: 'claim' | 'unclaim' | 'complete'; outcome: string } | { kind: 'submit'; person: string } | { kind: 'time'; hours: number };

const person = fc.constantFrom('clerk', 'other', 'both', 'reviewer', 'second', 'lawyer', 'accountant', 'stranger');
// People mostly do what is theirs, so that runs get somewhere; the rest is noise.
const sensible = fc.constantFrom(
  ['reviewer', 'review', 'approve'], ['second', 'review', 'return'], ['both', 'review', 'approve'], ['clerk', 'revise', 'submit'], ['other', 'revise', 'withdraw'], ['lawyer', 'legal', 'fine'], ['accountant', 'accounts', 'fine'],
).map(([who = '', node = '', outcome = '']): Move => ({ kind: 'task', person: who, node, verb: 'complete', outcome }));
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: sensible },
  { weight: 3, arbitrary: fc.record({
    kind: fc.constant('task' as const), person, node: fc.constantFrom('review', 'revise', 'legal', 'accounts'),
    verb: fc.constantFrom('claim' as const, 'unclaim' as const, 'complete' as const), outcome: fc.constantFrom('approve', 'return', 'submit', 'withdraw', 'fine'),
  }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('submit' as const), person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('time' as const), hours: fc.constantFrom(1, 25, 130) }) },
);

/** Makes a move; tells whether it completed a task. */
async function make(id: string, each: Move): Promise<boolean> {
  if (each.kind === 'time') {
    desk.pass(each.hours);
    await runDueTimers(desk.services);
    return false;
  }
  if (each.kind === 'submit') {
    const { status } = await on.submit(each.person, id);
    expect([200, 403, 404, 409]).toContain(status);
    return status === 200;
  }
  const body = { outcome: each.outcome, opinion: '意见', ...(each.node === 'accounts' ? { values: { account: '1' } } : {}) };
  const { status } = await on.act(each.person, id, each.node, each.verb, each.verb === 'complete' ? body : undefined);
  expect([200, 403, 404, 409, 422]).toContain(status);
  return status === 200 && each.verb === 'complete';
}

interface Rows { state: State; status: string; record: string; amount: number; booked: number; open: string[] | null; done: number; opinions: number; timers: string[] | null; inside: string[] | null }

async function rowsOf(id: string): Promise<Rows> {
  const { rows: [found] } = await desk.services.pool.query<Rows>(
    `select i.state, i.status, r.status as record, r.amount, r.booked,
       (select array_agg(task_key order by task_key) from tamga.user_task where instance_id = i.id and status = 'open') as open,
       (select count(*) from tamga.user_task where instance_id = i.id and status = 'completed') as done,
       (select count(*) from tamga.opinion where instance_id = i.id) as opinions,
       (select array_agg(timer_key order by timer_key) from tamga.timer where instance_id = i.id) as timers,
       (select array_agg(execution_id order by execution_id) from tamga.activity where instance_id = i.id and left_at is null) as inside
     from tamga.process_instance i join app_desk.request r on r.id = i.record_id where r.id = $1`, [id]);
  return found!;
}

const where: Record<string, string> = { review: 'review', revise: 'returned', legal: 'checking', accounts: 'checking', join: 'checking' };
const ends: Record<string, string> = { accepted: 'accepted', withdrawn: 'withdrawn', lapsed: 'lapsed' };

/** What is stored in rows is what the tokens say, and the record stands where they stand. */
async function expectLegal(id: string, completed: number): Promise<Rows> {
  const rows = await rowsOf(id);
  const { tokens, timers, ended } = rows.state;
  expect(rows.open ?? []).toEqual(tokens.flatMap(({ taskId }) => taskId ?? []).sort());
  expect(rows.timers ?? []).toEqual(timers.map((timer) => timer.id).sort());
  expect(rows.inside ?? []).toEqual(tokens.map(({ executionId }) => executionId).sort());
  expect(rows).toMatchObject({ done: completed, opinions: completed, status: ended ? 'ended' : 'running' });
  expect(tokens.length).toBeLessThanOrEqual(2);
  if (ended) expect(ends[rows.record]).toBeDefined();
  else expect([...new Set(tokens.map(({ nodeId }) => where[nodeId]))]).toEqual([rows.record]);
  expect(rows.booked).toBe(['accepted', 'lapsed'].includes(rows.record) ? rows.amount : 0);
  return rows;
}

test('whatever people do, one after the other and at once, no token is lost or doubled and an end is reached', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom('clerk', 'other', 'both'), fc.array(fc.array(move, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), async (applicant, turns) => {
    const id = await on.request(applicant);
    let completed = 0;
    await expectLegal(id, completed);
    for (const turn of turns) {
      completed += (await Promise.all(turn.map((each) => make(id, each)))).filter(Boolean).length;
      await expectLegal(id, completed);
    }
    // From everywhere the sensible people find an end; whoever of the reviewers holds the claim decides.
    for (const [who, node, outcome] of [[applicant, 'revise', 'submit'], ['second', 'review', 'approve'], ['reviewer', 'review', 'approve'], ['both', 'review', 'approve'], ['lawyer', 'legal', 'fine'], ['accountant', 'accounts', 'fine']]) {
      for (const verb of ['unclaim', 'complete'] as const) if (await make(id, { kind: 'task', person: who!, node: node!, verb, outcome: outcome! })) completed += 1;
    }
    expect(await expectLegal(id, completed)).toMatchObject({ status: 'ended' });
  }), { numRuns: 25 });
}, 300_000);
