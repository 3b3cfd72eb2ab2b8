import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { entityOf } from '../../../model/model.ts';
import { systemContext } from '../../context.ts';
import { create } from '../../operations/create.ts';
import { remove } from '../../operations/remove.ts';
import { runDueTimers } from '../run-due-timers.ts';
import { deskSources } from '../testing/desk-app.ts';
import { deskSteps, type DeskSteps } from '../testing/desk-steps.ts';
import { paperDrawing } from '../testing/paper-drawing.ts';
import { playSteps, taskOf, type PlayStep } from '../testing/play-steps.ts';
import { startDesk, type Desk } from '../testing/start-desk.ts';

let desk: Desk;
let on: DeskSteps;
beforeAll(async () => {
  desk = await startDesk(deskSources({ drawing: paperDrawing() }));
  on = deskSteps(desk);
});
afterAll(() => desk.close());

const approve = { outcome: 'approve' };
const toBoard: PlayStep[] = [['reviewer', 'complete review', approve], ['lawyer', 'complete legal'], ['lawyer', 'complete legal-again'], ['accountant', 'complete accounts']];
const boxOf = async (person: string, box: string, id: string, filter = '') => (await on.box(person, `${box}${filter}`)).items.filter((item) => (item['record'] as { id: string }).id === id);
const messages = async (person: string): Promise<string[]> => ((await desk.ask(person, 'GET', '/messages?unread=1&pageSize=200')).body['items'] as { title: string }[]).map(({ title }) => title);
const day = (moved: number): string => new Date(desk.services.clock.now().getTime() + 8 * 3_600_000 + moved * 86_400_000).toISOString().slice(0, 10);
const system = () => systemContext(desk.services);

test('an opinion is sealed with what was seen and can not be changed', async () => {
  const id = await playSteps(desk, on, [['reviewer', 'complete review', { outcome: 'approve', opinion: '同意' }]]);
  const instance = String((await on.instance(id))['id']);
  const seals = async () => (await desk.ask('reviewer', 'GET', `/instances/${instance}/seals`)).body['items'];
  expect(await seals()).toEqual([{ opinion: expect.any(String), holds: true, row: true, signature: true, values: true, files: true }]);
  for (const statement of ['update tamga.opinion set opinion = \'不同意\' where instance_id = $1', 'delete from tamga.opinion where instance_id = $1']) {
    await expect(desk.services.pool.query(statement, [instance])).rejects.toThrow('what was said is never changed');
  }
  await expect(desk.services.pool.query('truncate tamga.opinion')).rejects.toThrow('what was said is never changed');
  expect(await desk.ask('stranger', 'GET', `/instances/${instance}/seals`)).toMatchObject({ status: 404 });
  // Whoever gets past the trigger still leaves a trace.
  await desk.services.pool.query('alter table tamga.opinion disable trigger opinion_unchanging');
  await desk.services.pool.query(`update tamga.opinion set opinion = '不同意' where instance_id = $1`, [instance]);
  expect(await seals()).toMatchObject([{ holds: false, row: false, signature: true }]);
  await desk.services.pool.query(`update tamga.opinion set opinion = '同意' where instance_id = $1`, [instance]);
  await desk.services.pool.query(`update tamga.user_task set seen = seen || '{"amount": 500}' where instance_id = $1 and seen is not null`, [instance]);
  expect(await seals()).toMatchObject([{ holds: false, row: true, values: false }]);
  await desk.services.pool.query(`update tamga.opinion set signature = reverse(signature) where instance_id = $1`, [instance]);
  expect(await seals()).toMatchObject([{ holds: false, signature: false }]);
  await desk.services.pool.query(`update tamga.opinion set key_id = 'opinion.99' where instance_id = $1`, [instance]);
  expect(await seals()).toMatchObject([{ holds: false, signature: 'unknown-key' }]);
  await desk.services.pool.query('alter table tamga.opinion enable trigger opinion_unchanging');
});

test('a substitute does the tasks of the days and processes named, and no own request', async () => {
  const id = await playSteps(desk, on, [['reviewer', 'claim review']]);
  const name = (values: Record<string, unknown>) => desk.ask('reviewer', 'POST', '/substitutes', values);
  expect(await name({ deputy: desk.people['reviewer'], from: day(0), until: day(1) })).toMatchObject({ status: 422, body: { errors: [{ code: 'substitute.self' }] } });
  expect(await name({ deputy: desk.people['stranger'] ?? '', from: day(1), until: day(0) })).toMatchObject({ status: 422, body: { errors: [{ field: 'until' }] } });
  expect(await name({ deputy: 'nobody', from: day(0), until: day(1) })).toMatchObject({ status: 422, body: { errors: [{ code: 'task.person' }] } });
  expect(await name({ deputy: desk.people['lawyer'], from: day(1), until: day(2), processes: ['request'] })).toMatchObject({ status: 201 });
  expect(await boxOf('lawyer', 'todo', id)).toEqual([]);
  desk.pass(24);
  expect(await boxOf('lawyer', 'todo', id)).toMatchObject([{ inStead: { title: 'reviewer' } }]);
  expect(await desk.ask('lawyer', 'POST', '/substitutes', { deputy: desk.people['reviewer'], from: day(0), until: day(5) })).toMatchObject({ status: 422, body: { errors: [{ code: 'substitute.cycle' }] } });
  expect(await desk.ask('lawyer', 'POST', `/tasks/${await taskOf(desk, id, 'review', 'reviewer')}/complete`, approve)).toMatchObject({ status: 200 });
  expect(await on.instance(id)).toMatchObject({ opinions: [{ by: { title: 'lawyer' }, onBehalf: { title: 'reviewer' } }] });
  expect(await boxOf('reviewer', 'delegated', id)).toHaveLength(1);
  // The request of the person stood in for stays closed to the deputy as well; so does the deputy's own.
  const own = await on.request('both');
  await desk.ask('both', 'POST', '/substitutes', { deputy: desk.people['accountant'], from: day(0), until: day(0) });
  expect(await desk.ask('accountant', 'POST', `/tasks/${await taskOf(desk, own, 'review', 'none')}/complete`, approve)).toMatchObject({ status: 403 });
  const other = await on.request('clerk');
  expect(await desk.ask('accountant', 'POST', `/tasks/${await taskOf(desk, other, 'review', 'none')}/claim`, {})).toMatchObject({ status: 200, body: { assignee: { title: 'both' } } });
  desk.pass(24 * 3);
  expect(await desk.ask('accountant', 'POST', `/tasks/${await taskOf(desk, other, 'review', 'none')}/complete`, approve)).toMatchObject({ status: 403 });
  expect(await desk.ask('both', 'POST', `/tasks/${await taskOf(desk, other, 'review', 'none')}/complete`, approve)).toMatchObject({ status: 200 });
});

test('delegated to somebody who is away: the deputy gives the advice', async () => {
  const { body } = await desk.ask('chief', 'POST', '/substitutes', { deputy: desk.people['accountant'], from: day(0), until: day(0) });
  await playSteps(desk, on, [['second', 'delegate review', { to: 'chief' }], ['accountant', 'resolve review', { opinion: '可行' }], ['second', 'complete review', approve]]);
  const [rule] = body['items'] as { id: string }[];
  expect(await desk.ask('accountant', 'POST', `/substitutes`, { deputy: desk.people['chief'], from: day(0), until: day(0) })).toMatchObject({ status: 422 });
  const ended = await fetchDelete(`/substitutes/${rule!.id}`, 'accountant');
  expect([ended, await fetchDelete(`/substitutes/${rule!.id}`, 'chief')]).toEqual([404, 204]);
});

test('whoever lost the role loses the claim; the others may take it', async () => {
  const person = (await create(system(), entityOf(desk.services.current(), 'platform/user'), { username: 'leaver', name: 'leaver', org: await unitOf() })).id;
  const grant = (await create(system(), entityOf(desk.services.current(), 'platform/role-grant'), { user: person, role: 'desk.reviewer', scope: 'unit', org: await unitOf() })).id;
  desk.people['leaver'] = person;
  const id = await playSteps(desk, on, [['leaver', 'claim review'], ['second', 'complete review', approve, 'task.claimed']]);
  await remove(system(), entityOf(desk.services.current(), 'platform/role-grant'), grant);
  expect(await boxOf('second', 'claimable', id)).toHaveLength(1);
  expect(await on.instance(id)).toMatchObject({ events: [{ kind: 'claim' }, { kind: 'release', person: { title: 'leaver' } }] });
  expect(await desk.ask('second', 'POST', `/tasks/${await taskOf(desk, id, 'review', 'second')}/complete`, approve)).toMatchObject({ status: 200 });
});

test('a grant that runs out by date takes the claim with it', async () => {
  const person = (await create(system(), entityOf(desk.services.current(), 'platform/user'), { username: 'temporary', name: 'temporary', org: await unitOf() })).id;
  await create(system(), entityOf(desk.services.current(), 'platform/role-grant'), { user: person, role: 'desk.reviewer', scope: 'unit', org: await unitOf(), validUntil: day(0) });
  desk.people['temporary'] = person;
  const id = await playSteps(desk, on, [['temporary', 'claim review']]);
  desk.pass(24);
  await runDueTimers(desk.services);
  expect(await boxOf('second', 'claimable', id)).toHaveLength(1);
});

test('deadlines count working days; their people are warned, and those above are told once', async () => {
  const id = await on.request('clerk');
  const title = String((await on.record(id))['no']);
  const [line] = await boxOf('second', 'claimable', id);
  const hours = (new Date(String(line!['dueAt'])).getTime() - desk.services.clock.now().getTime()) / 3_600_000;
  expect(Math.round(hours) % 24).toBe(0);
  desk.pass(hours - 1);
  await runDueTimers(desk.services);
  const about = async (person: string) => (await messages(person)).filter((text) => text.includes(title)).map((text) => text.split('：')[0]);
  expect(await about('second')).toEqual(expect.arrayContaining(['即将超时']));
  expect(await about('chief')).toEqual([]);
  expect(await boxOf('second', 'claimable', id, '&due=soon')).toHaveLength(1);
  desk.pass(2);
  await runDueTimers(desk.services);
  await runDueTimers(desk.services);
  expect((await about('second')).filter((text) => text === '已超时')).toHaveLength(1);
  expect(await about('chief')).toEqual(['超时升级']);
  expect([await boxOf('second', 'claimable', id, '&due=overdue'), await boxOf('second', 'claimable', id, '&due=soon')].map((rows) => rows.length)).toEqual([1, 0]);
});

test('boxes are narrowed by process, app, applicant and text', async () => {
  const id = await on.request('other');
  const title = String((await on.record(id))['no']);
  const count = async (filter: string) => (await boxOf('second', 'claimable', id, filter)).length;
  expect(await Promise.all(['&process=request', '&app=desk', '&applicant=other', `&search=${title}`, '&search=other', '&process=x', '&app=des', '&applicant=clerk', '&search=%25'].map(count))).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0]);
  expect(await desk.ask('second', 'GET', '/tasks?box=claimable&due=never')).toMatchObject({ status: 400 });
  expect((await desk.ask('second', 'GET', '/tasks?box=claimable')).body['processes']).toContainEqual({ name: 'request', label: '申请审批', count: expect.any(Number) });
});

test('finished, copied and handed-on requests are found again', async () => {
  const id = await playSteps(desk, on, [...toBoard, ['reviewer', 'complete board', { outcome: 'agree' }], ['second', 'complete board', { outcome: 'agree' }], ['accountant', 'complete file'], ['clerk', 'copy', { to: ['chief'], note: '供参考' }]]);
  expect(await boxOf('lawyer', 'finished', id)).toMatchObject([{ outcome: { name: 'accepted' } }]);
  expect(await boxOf('chief', 'copied', id)).toMatchObject([{ note: '供参考', readAt: null }]);
  expect(await boxOf('lawyer', 'done', id)).toHaveLength(2);
  const instance = String((await on.instance(id))['id']);
  expect(await desk.ask('chief', 'POST', `/instances/${instance}/read`, {})).toMatchObject({ status: 204 });
  expect(await desk.ask('clerk', 'GET', `/instances/${instance}`)).toMatchObject({ body: { copies: [{ person: { title: 'chief' }, readAt: expect.any(String) }] } });
  expect(await desk.ask('clerk', 'POST', `/instances/${instance}/copy`, { to: [desk.people['chief']] })).toMatchObject({ body: { sent: 0, already: 1 } });
});

test('opinion templates: own ones first, shared ones for all', async () => {
  await create(system(), entityOf(desk.services.current(), 'platform/opinion-template'), { text: '同意' });
  expect(await desk.ask('second', 'POST', '/opinion-templates', { text: '请补充' })).toMatchObject({ status: 201, body: { items: [{ text: '请补充', own: true }, { text: '同意', own: false }] } });
  const { body } = await desk.ask('reviewer', 'GET', '/opinion-templates');
  expect(body['items']).toMatchObject([{ text: '同意' }]);
  const [own] = (await desk.ask('second', 'GET', '/opinion-templates')).body['items'] as { id: string }[];
  expect([await fetchDelete(`/opinion-templates/${own!.id}`, 'reviewer'), await fetchDelete(`/opinion-templates/${own!.id}`, 'second')]).toEqual([404, 204]);
});

test('what is new since one decided last, why it came, and where it may go', async () => {
  const id = await playSteps(desk, on, [['reviewer', 'complete review', { outcome: 'reject', opinion: '数额有误' }], ['clerk', 'complete revise', { outcome: 'submit', values: { amount: 7 } }]]);
  const task = await taskOf(desk, id, 'review', 'reviewer');
  expect(await desk.ask('reviewer', 'GET', `/tasks/${task}`)).toMatchObject({ body: {
    changes: [{ field: 'amount', before: 5, after: 7 }], came: { outcome: 'submit', by: { title: 'clerk' } },
    next: [{ outcome: 'approve', steps: [{ node: 'legal' }, { node: 'accounts' }] }, { outcome: 'reject', steps: [{ node: 'revise' }] }],
    can: { complete: true, operations: ['transfer', 'delegate', 'add-sign', 'return', 'copy'] },
  } });
  expect((await desk.ask('second', 'GET', `/tasks/${task}`)).body['changes']).toEqual([]);
  expect((await desk.ask('reviewer', 'GET', `/tasks/${task}/targets`)).body['items']).toMatchObject([{ node: 'revise', kind: 'applicant' }]);
  expect((await desk.ask('reviewer', 'GET', `/tasks/${task}/people?for=transfer`)).body['items']).toMatchObject([{ title: 'both' }, { title: 'second' }]);
  expect(await desk.ask('stranger', 'GET', `/tasks/${task}/people?for=transfer`)).toMatchObject({ status: 404 });
});

test.each<[name: string, drawing: Parameters<typeof paperDrawing>[0], steps: PlayStep[], active: string[]]>([
  ['any: the first decision counts', { board: 'tamga:sign="any"' }, [...toBoard, ['second', 'complete board', { outcome: 'refuse' }], ['reviewer', 'complete board', { outcome: 'agree' }, 'task.closed']], []],
  ['all: one who objects decides', { board: 'tamga:sign="all"' }, [...toBoard, ['second', 'complete board', { outcome: 'agree' }], ['reviewer', 'complete board', { outcome: 'refuse' }]], []],
  ['all: everybody is needed', { board: 'tamga:sign="all"' }, [...toBoard, ['second', 'complete board', { outcome: 'agree' }], ['reviewer', 'complete board', { outcome: 'agree' }], ['both', 'complete board', { outcome: 'agree' }]], ['file']],
  ['vote with a veto', { board: 'tamga:sign="vote" tamga:veto="true"' }, [...toBoard, ['second', 'complete board', { outcome: 'refuse' }]], []],
  ['a share that only all reach', { board: 'tamga:sign="vote" tamga:pass="0.9"' }, [...toBoard, ['second', 'complete board', { outcome: 'agree' }], ['reviewer', 'complete board', { outcome: 'agree' }], ['both', 'complete board', { outcome: 'agree' }]], ['file']],
  ['signers that nobody has chosen', { board: 'tamga:sign="all" tamga:signers="chosen"' }, [...toBoard.slice(0, 3), ['accountant', 'complete accounts', {}, 'task.signers'], ['accountant', 'complete accounts', { signers: ['lawyer'] }, 'task.person'], ['accountant', 'complete accounts', { signers: ['second'] }], ['reviewer', 'complete board', { outcome: 'agree' }, 'access.not-candidate'], ['second', 'complete board', { outcome: 'agree' }]], ['file']],
  ['the last chosen signer stays', { board: 'tamga:sign="all" tamga:signers="chosen"' }, [...toBoard.slice(0, 3), ['accountant', 'complete accounts', { signers: ['second'] }], ['second', 'remove-sign board', { person: 'second' }, 'task.not-added']], ['board']],
  ['a step that allows nothing more', { review: 'tamga:operations="none"' }, [['reviewer', 'transfer review', { to: 'second' }, 'task.operation'], ['reviewer', 'return review', { to: 'applicant', opinion: '退' }, 'task.operation'], ['reviewer', 'complete review', approve], ['reviewer', 'recall', {}, 'task.cannot-recall']], ['accounts', 'legal']],
  ['a process that allows nothing', { process: 'tamga:operations="none"' }, [['clerk', 'urge', {}, 'process.operation'], ['clerk', 'recall', {}, 'process.operation'], ['clerk', 'cancel', { opinion: '不要了' }, 'process.operation'], ['clerk', 'copy', { to: ['chief'] }, 'process.operation']], ['review']],
])('%s', async (_name, drawing, steps, active) => {
  await desk.use(deskSources({ drawing: paperDrawing(drawing) }));
  const id = await playSteps(desk, on, steps);
  expect([...(await on.instance(id))['active'] as string[]].sort()).toEqual(active);
  await desk.use(deskSources({ drawing: paperDrawing() }));
});

async function unitOf(): Promise<string> {
  const { rows: [unit] } = await desk.services.pool.query<{ id: string }>(`select id from app_platform.organization where code = 'a'`);
  return unit!.id;
}

async function fetchDelete(path: string, person: string): Promise<number> {
  return (await desk.ask(person, 'DELETE' as never, path)).status;
}
