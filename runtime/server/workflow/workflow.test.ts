import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runDueTimers } from './index.ts';
import { deskSources } from './testing/desk-app.ts';
import { deskSteps, type DeskSteps } from './testing/desk-steps.ts';
import { startDesk, type Desk } from './testing/start-desk.ts';

let desk: Desk;
let on: DeskSteps;
beforeAll(async () => { desk = await startDesk(deskSources()); on = deskSteps(desk); });
afterAll(() => desk?.close());

const approve = { outcome: 'approve' };

test('a request goes back, comes again, is checked twice at once and ends; everything can be read afterwards', async () => {
  const id = await on.request('clerk');
  expect(await on.record(id)).toMatchObject({ status: 'review' });
  expect(await on.act('reviewer', id, 'review', 'complete', { outcome: 'return', opinion: ' 请补充说明 ' })).toMatchObject({ status: 200, body: { status: 'completed', outcome: { name: 'return' } } });
  expect(await on.record(id)).toMatchObject({ status: 'returned' });
  expect(await on.act('clerk', id, 'revise', 'complete', { outcome: 'submit', values: { amount: 7, note: '补充' } })).toMatchObject({ status: 200 });
  expect(await on.record(id)).toMatchObject({ status: 'review', amount: 7, note: '补充' });
  expect(await on.act('second', id, 'review', 'complete', approve)).toMatchObject({ status: 200 });
  expect(await on.instance(id)).toMatchObject({ status: 'running', active: expect.arrayContaining(['legal', 'accounts']) });
  expect(await on.act('lawyer', id, 'legal', 'complete')).toMatchObject({ status: 200 });
  expect(await on.act('accountant', id, 'accounts', 'complete', { outcome: 'fine', values: { account: '6602' } })).toMatchObject({ status: 200 });
  expect(await on.record(id)).toMatchObject({ status: 'accepted', booked: 7, account: '6602' });
  const instance = await on.instance(id);
  expect(instance).toMatchObject({
    status: 'ended', active: [], openTasks: [], incidents: [], process: { name: 'request', label: '申请审批', version: 1 }, applicant: { title: 'clerk' },
    passed: ['start', 'again', 'review', 'reviewed', 'revise', 'revised', 'split', 'legal', 'accounts', 'join', 'book', 'accepted'],
    opinions: [
      { task: 'review', outcome: 'return', opinion: '请补充说明', by: { title: 'reviewer' } }, { task: 'revise', outcome: 'submit', opinion: null, by: { title: 'clerk' } },
      { task: 'review', outcome: 'approve', by: { title: 'second' } }, { task: 'legal', outcome: 'fine' }, { task: 'accounts', outcome: 'fine' },
    ],
  });
  expect(String(instance['xml'])).toContain('bpmn:process');
  const history = await desk.ask('reviewer', 'GET', `/records/desk/request/${id}/history`);
  expect((history.body['items'] as { via: string | null }[]).map(({ via }) => via)).toContain('申请审批');
});

test.each<[string, string, string, Record<string, unknown>, Record<string, unknown>]>([
  ['own request', 'both', 'review', approve, { status: 403, body: { code: 'access.own-request' } }],
  ['reads the record, has no role', 'lawyer', 'review', approve, { status: 403, body: { code: 'access.not-candidate' } }],
  ['the role in another unit', 'stranger', 'review', approve, { status: 404, body: { code: 'not-found' } }],
  ['wrong outcome', 'reviewer', 'review', { outcome: 'maybe' }, { status: 422, body: { code: 'task.outcome', errors: [{ field: 'outcome' }] } }],
  ['no outcome where there are two', 'reviewer', 'review', {}, { status: 422, body: { code: 'task.outcome' } }],
  ['no opinion', 'reviewer', 'review', { outcome: 'return', opinion: '  ' }, { status: 422, body: { code: 'task.opinion-required', errors: [{ field: 'opinion' }] } }],
  ['a field the task does not change', 'reviewer', 'review', { outcome: 'approve', values: { amount: 9 } }, { status: 422, body: { code: 'field.read-only', errors: [{ field: 'amount' }] } }],
  ['an unknown field', 'reviewer', 'review', { outcome: 'approve', values: { amont: 9 } }, { status: 422, body: { code: 'field.unknown', errors: [{ field: 'amont' }] } }],
  ['an old version', 'reviewer', 'review', { outcome: 'approve', version: 1 }, { status: 409, body: { code: 'record.stale' } }],
  ['a decision of the wrong shape', 'reviewer', 'review', { outcome: 5 }, { status: 422 }],
])('refused and nothing changed: %s', async (_case, person, node, decision, expected) => {
  const id = await on.request('both');
  const before = await on.record(id);
  expect(await on.act(person, id, node, 'complete', decision)).toMatchObject(expected);
  expect(await on.record(id)).toEqual(before);
  expect(await on.instance(id)).toMatchObject({ status: 'running', active: ['review'], opinions: [] });
});

test('the applicant without the role is told the same', async () => {
  const id = await on.request('clerk');
  expect(await on.act('clerk', id, 'review', 'complete', approve)).toMatchObject({ status: 403, body: { code: 'access.own-request' } });
  expect(await on.act('clerk', id, 'review', 'claim')).toMatchObject({ status: 403, body: { code: 'access.own-request' } });
});

test('no such task, no such instance', async () => {
  expect(await desk.ask('reviewer', 'POST', '/tasks/none/claim')).toMatchObject({ status: 404 });
  expect(await desk.ask('reviewer', 'GET', '/tasks/018f0000-0000-7000-8000-000000000000')).toMatchObject({ status: 404 });
  expect(await desk.ask('reviewer', 'GET', '/instances/018f0000-0000-7000-8000-000000000000')).toMatchObject({ status: 404 });
});

test('a field that an outcome needs, and the rules of the record', async () => {
  const id = await on.request('clerk');
  await on.act('reviewer', id, 'review', 'complete', approve);
  expect(await on.act('accountant', id, 'accounts', 'complete', { outcome: 'fine' })).toMatchObject({ status: 422, body: { code: 'field.required', errors: [{ field: 'account' }] } });
  const returned = await on.request('clerk');
  await on.act('reviewer', returned, 'review', 'complete', { outcome: 'return', opinion: '改' });
  expect(await on.act('clerk', returned, 'revise', 'complete', { outcome: 'submit', values: { amount: 0, note: '一二三四五六七八九十一二三四五六七八九十一' } }))
    .toMatchObject({ status: 422, body: { errors: [{ field: 'amount' }, { field: 'note' }] } });
});

test('a service that refuses takes the whole decision back', async () => {
  const id = await on.request('clerk', { amount: 13 });
  await on.act('reviewer', id, 'review', 'complete', approve);
  await on.act('lawyer', id, 'legal', 'complete');
  expect(await on.act('accountant', id, 'accounts', 'complete', { outcome: 'fine', values: { account: '1' } })).toMatchObject({ status: 422, body: { errors: [{ field: 'amount', message: '十三不入账' }] } });
  expect(await on.record(id)).toMatchObject({ status: 'checking', account: null, booked: 0 });
  expect(await on.instance(id)).toMatchObject({ status: 'running', opinions: [{ task: 'review' }, { task: 'legal' }], openTasks: [{ task: 'accounts' }], incidents: [] });
});

test('submitting: once, by who may, in the right state; again from the open task of the applicant', async () => {
  const id = await on.request('clerk', {}, true);
  expect(await desk.ask('clerk', 'GET', `/records/desk/request/${id}`)).toMatchObject({ body: { can: { actions: ['submit'] } } });
  expect(await on.submit('lawyer', id)).toMatchObject({ status: 403 });
  expect(await on.submit('stranger', id)).toMatchObject({ status: 404 });
  expect(await on.submit('clerk', id, { version: 9 })).toMatchObject({ status: 409, body: { code: 'record.stale' } });
  const both = await Promise.all([on.submit('clerk', id), on.submit('other', id)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await desk.services.pool.query('select 1 from tamga.process_instance where record_id = $1', [id])).toMatchObject({ rowCount: 1 });
  expect(await on.submit('clerk', id)).toMatchObject({ status: 409, body: { code: 'process.running' } });
  await on.act('reviewer', id, 'review', 'complete', { outcome: 'return', opinion: '改' });
  const { applicant } = await on.instance(id) as { applicant: { title: string } };
  const wrong = applicant.title === 'clerk' ? 'other' : 'clerk';
  expect(await on.submit(wrong, id)).toMatchObject({ status: 409, body: { code: 'process.running' } });
  expect(await desk.ask(wrong, 'GET', `/records/desk/request/${id}`)).toMatchObject({ body: { can: { actions: [] } } });
  expect(await on.submit(applicant.title, id)).toMatchObject({ status: 200, body: { record: { status: 'review' } } });
  await on.act('reviewer', id, 'review', 'complete', { outcome: 'return', opinion: '改' });
  await on.act(applicant.title, id, 'revise', 'complete', { outcome: 'withdraw' });
  expect(await on.instance(id)).toMatchObject({ status: 'ended' });
  expect(await on.submit(applicant.title, id)).toMatchObject({ status: 409, body: { code: 'record.state' } });
});

test('claiming: one of two gets it, the other may neither do it nor give it back', async () => {
  const id = await on.request('clerk');
  const task = await on.task(id, 'review');
  const people = ['reviewer', 'second'] as const;
  const claims = await Promise.all(people.map((person) => desk.ask(person, 'POST', `/tasks/${task}/claim`)));
  expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
  const has = people[claims.findIndex(({ status }) => status === 200)]!;
  const not = has === 'reviewer' ? 'second' : 'reviewer';
  expect(await on.act(not, id, 'review', 'complete', approve)).toMatchObject({ status: 409, body: { code: 'task.claimed' } });
  expect(await on.act(not, id, 'review', 'unclaim')).toMatchObject({ status: 409 });
  expect((await on.box(has, 'todo')).items.map((item) => item['id'])).toContain(task);
  expect((await on.box(not, 'claimable')).items.map((item) => item['id'])).not.toContain(task);
  expect(await on.act(has, id, 'review', 'claim')).toMatchObject({ status: 409, body: { code: 'task.claimed' } });
  expect(await on.act(has, id, 'review', 'unclaim')).toMatchObject({ status: 200, body: { assignee: null, can: { claim: true } } });
  expect(await on.act(not, id, 'review', 'complete', approve)).toMatchObject({ status: 200 });
  expect(await on.act(has, id, 'review', 'complete', approve)).toMatchObject({ status: 409, body: { code: 'task.closed' } });
});

test.each([1, 2, 3])('two people decide at once: exactly one succeeds (%i)', async () => {
  const id = await on.request('clerk');
  const task = await on.task(id, 'review');
  const answers = await Promise.all([
    desk.ask('reviewer', 'POST', `/tasks/${task}/complete`, approve),
    desk.ask('second', 'POST', `/tasks/${task}/complete`, { outcome: 'return', opinion: '改' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)).toMatchObject({ body: { code: 'task.closed' } });
  expect((await on.instance(id))['opinions']).toHaveLength(1);
});

test('both sides of a parallel gateway at once: both count', async () => {
  const id = await on.request('clerk');
  await on.act('reviewer', id, 'review', 'complete', approve);
  const [legal, accounts] = [await on.task(id, 'legal'), await on.task(id, 'accounts')];
  const answers = await Promise.all([
    desk.ask('lawyer', 'POST', `/tasks/${legal}/complete`, {}), desk.ask('accountant', 'POST', `/tasks/${accounts}/complete`, { outcome: 'fine', values: { account: '1' } }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await on.record(id)).toMatchObject({ status: 'accepted', booked: 5 });
});

test('boxes, messages and the page of a task', async () => {
  const id = await on.request('clerk', { note: '看' });
  const title = String((await on.record(id))['no']);
  const task = await on.task(id, 'review');
  const of = async (person: string, box: string) => (await on.box(person, box)).items.find((item) => (item['record'] as { id: string }).id === id);
  expect(await of('second', 'claimable')).toMatchObject({ id: task, task: 'review', app: 'desk', entity: 'request', entityLabel: '申请', record: { title }, applicant: { title: 'clerk' }, assignee: null, outcome: null, dueAt: expect.any(String) });
  expect(await of('both', 'claimable')).toBeDefined();
  expect(await of('stranger', 'claimable')).toBeUndefined();
  expect(await of('clerk', 'started')).toMatchObject({ task: 'review', label: 'review', completedAt: null });
  const page = await desk.ask('reviewer', 'GET', `/tasks/${task}`);
  expect(page).toMatchObject({ status: 200, body: {
    status: 'open', can: { claim: true, unclaim: false, complete: true }, outcomes: [{ name: 'approve' }, { name: 'return', opinion: 'required' }], edits: [], seen: { id, note: '看' }, form: { kind: 'detail', entity: 'request' }, version: 2,
  } });
  expect(await desk.ask('clerk', 'GET', `/tasks/${task}`)).toMatchObject({ status: 200, body: { can: { complete: false, reason: expect.any(String) } } });
  const messages = await desk.ask('second', 'GET', '/messages?unread=1');
  expect(messages.body['items']).toContainEqual(expect.objectContaining({ title: `待办：申请审批 · ${title} · review`, link: { app: 'desk', entity: 'request', id, task } }));
  await on.act('reviewer', id, 'review', 'complete', { outcome: 'return', opinion: '改' });
  expect(await of('reviewer', 'done')).toMatchObject({ id: task, outcome: { name: 'return' }, completedAt: expect.any(String) });
  const revise = await on.task(id, 'revise');
  expect(await of('clerk', 'todo')).toMatchObject({ id: revise, assignee: { title: 'clerk' } });
  expect(await desk.ask('clerk', 'GET', `/tasks/${revise}`)).toMatchObject({ body: { edits: [{ name: 'amount' }, { name: 'note' }] } });
  await on.act('clerk', id, 'revise', 'complete', { outcome: 'submit', values: { note: '新' } });
  // What was decided on stays as it was seen then.
  expect(await desk.ask('reviewer', 'GET', `/tasks/${task}`)).toMatchObject({ body: { status: 'completed', seen: { note: '看' }, can: { complete: false }, outcomes: [] } });
});

test('what the applicant changed after it was looked at is not approved unseen', async () => {
  const id = await on.request('clerk');
  await on.act('reviewer', id, 'review', 'complete', { outcome: 'return', opinion: '改' });
  const { version } = await on.record(id);
  await on.act('clerk', id, 'revise', 'complete', { outcome: 'submit', values: { amount: 99 } });
  expect(await on.act('second', id, 'review', 'complete', { outcome: 'approve', version })).toMatchObject({ status: 409, body: { code: 'record.stale' } });
  expect(await on.act('second', id, 'review', 'complete', { outcome: 'approve', version: (await on.record(id))['version'] })).toMatchObject({ status: 200 });
});

test('a new version is for new requests; those that run stay on theirs, also after a restart of the model', async () => {
  const id = await on.request('clerk');
  const changed = deskSources().map((source) => source.kind === 'process' ? { ...source, content: String(source.content).replace('labelEn="Approve"', 'labelEn="Yes"') } : source);
  await desk.use(changed);
  const newer = await on.request('clerk');
  expect(await on.instance(id)).toMatchObject({ process: { version: 1 } });
  expect(await on.instance(newer)).toMatchObject({ process: { version: 2 } });
  for (const each of [id, newer]) expect(await on.act('reviewer', each, 'review', 'complete', approve)).toMatchObject({ status: 200 });
  expect(await on.instance(id)).toMatchObject({ active: expect.arrayContaining(['legal', 'accounts']) });
  await desk.use(deskSources());
});

test('nothing is due before its time', async () => {
  await on.request('clerk');
  expect(await runDueTimers(desk.services)).toBe(0);
});
