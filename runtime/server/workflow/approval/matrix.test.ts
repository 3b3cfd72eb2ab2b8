import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
const agree = { outcome: 'agree' };
const toBoard: PlayStep[] = [['reviewer', 'complete review', approve], ['lawyer', 'complete legal'], ['lawyer', 'complete legal-again'], ['accountant', 'complete accounts']];

/** What must come of two things that get in each other's way. The README of this folder gives the same table in words. */
test.each<[name: string, steps: PlayStep[], active: string[], status: string]>([
  ['transfer: the new holder decides, nobody else', [['reviewer', 'transfer review', { to: 'second' }], ['reviewer', 'complete review', approve, 'task.claimed'], ['both', 'complete review', approve, 'task.claimed'], ['second', 'complete review', approve]], ['accounts', 'legal'], 'checking'],
  ['transfer to somebody without the role', [['reviewer', 'transfer review', { to: 'stranger' }, 'task.person'], ['reviewer', 'transfer review', { to: 'clerk' }, 'task.person'], ['reviewer', 'transfer review', { to: 'nobody' }, 'task.person']], ['review'], 'review'],
  ['transfer by somebody it is not for', [['lawyer', 'transfer review', { to: 'second' }, 'access.not-candidate'], ['clerk', 'transfer review', { to: 'second' }, 'access.own-request'], ['stranger', 'transfer review', { to: 'second' }, 404]], ['review'], 'review'],
  ['transfer twice, then back', [['reviewer', 'transfer review', { to: 'second' }], ['second', 'transfer review', { to: 'both' }], ['both', 'transfer review', { to: 'reviewer' }], ['reviewer', 'complete review', approve]], ['accounts', 'legal'], 'checking'],
  ['delegate: nobody decides before the advice', [['reviewer', 'delegate review', { to: 'lawyer' }], ['reviewer', 'complete review', approve, 'task.delegated'], ['lawyer', 'complete review', approve, 'task.delegated'], ['second', 'complete review', approve, 'access.not-candidate'],
    ['lawyer', 'resolve review', {}, 'task.opinion-required'], ['lawyer', 'resolve review', { opinion: '可行' }], ['lawyer', 'complete review', approve, 'access.not-candidate'], ['reviewer', 'complete review', approve]], ['accounts', 'legal'], 'checking'],
  ['delegate, then take back', [['reviewer', 'delegate review', { to: 'lawyer' }], ['second', 'take-back review', {}, 404], ['reviewer', 'take-back review'], ['lawyer', 'resolve review', { opinion: '迟了' }, 'access.not-candidate'], ['reviewer', 'take-back review', {}, 'task.not-delegated'], ['reviewer', 'complete review', approve]], ['accounts', 'legal'], 'checking'],
  ['a delegate hands nothing on', [['reviewer', 'delegate review', { to: 'lawyer' }], ['lawyer', 'transfer review', { to: 'second' }, 'task.operation'], ['lawyer', 'return review', { to: 'revise', opinion: '退' }, 'task.operation']], ['review'], 'review'],
  ['add-sign before: the handler waits', [['reviewer', 'add-sign review', { to: ['lawyer'], place: 'before' }], ['reviewer', 'complete review', approve, 'task.held'], ['lawyer', 'complete review', { outcome: 'disagree' }, 'task.opinion-required'], ['lawyer', 'complete review', { outcome: 'disagree', opinion: '有疑问' }], ['reviewer', 'complete review', approve]], ['accounts', 'legal'], 'checking'],
  ['add-sign twice of the same person', [['reviewer', 'add-sign review', { to: ['lawyer'] }], ['reviewer', 'add-sign review', { to: ['lawyer'] }, 'task.person'], ['reviewer', 'add-sign review', { to: ['clerk'] }, 'task.person']], ['review'], 'review'],
  ['add-sign after: goes on when they have signed', [['reviewer', 'add-sign review', { to: ['chief'], place: 'after' }], ['chief', 'complete review', agree, 'task.closed'], ['reviewer', 'complete review', approve], ['reviewer', 'complete review', approve, 'task.closed'], ['chief', 'complete review', agree]], ['accounts', 'legal'], 'checking'],
  ['add-sign after, objection: the handler decides anew', [['reviewer', 'add-sign review', { to: ['chief'], place: 'after' }], ['reviewer', 'complete review', approve], ['chief', 'complete review', { outcome: 'disagree', opinion: '不妥' }], ['reviewer', 'complete review', { outcome: 'reject', opinion: '按意见修改' }]], ['revise'], 'returned'],
  ['add-sign after, the handler rejects: nobody else is asked', [['reviewer', 'add-sign review', { to: ['chief'], place: 'after' }], ['reviewer', 'complete review', { outcome: 'reject', opinion: '改' }], ['chief', 'complete review', agree, 'task.closed']], ['revise'], 'returned'],
  ['add-sign parallel: both are needed, in any order', [['reviewer', 'add-sign review', { to: ['chief'], place: 'parallel' }], ['chief', 'complete review', agree], ['reviewer', 'complete review', approve]], ['accounts', 'legal'], 'checking'],
  ['add-sign parallel, the handler first', [['reviewer', 'add-sign review', { to: ['chief'], place: 'parallel' }], ['reviewer', 'complete review', approve], ['chief', 'complete review', agree]], ['accounts', 'legal'], 'checking'],
  ['nested add-sign', [['reviewer', 'add-sign review', { to: ['chief'], place: 'before' }], ['chief', 'add-sign review', { to: ['lawyer'], place: 'before' }], ['chief', 'complete review', agree, 'task.held'], ['lawyer', 'complete review', agree], ['reviewer', 'complete review', approve, 'task.held'], ['chief', 'complete review', agree], ['reviewer', 'complete review', approve]], ['accounts', 'legal'], 'checking'],
  ['nested add-sign after a signer who is after', [['reviewer', 'add-sign review', { to: ['chief'], place: 'after' }], ['reviewer', 'complete review', approve], ['chief', 'add-sign review', { to: ['lawyer'], place: 'after' }], ['chief', 'complete review', agree], ['lawyer', 'complete review', agree]], ['accounts', 'legal'], 'checking'],
  ['remove the only signer: the handler goes on', [['reviewer', 'add-sign review', { to: ['lawyer'] }], ['second', 'remove-sign review', { person: 'lawyer' }, 'task.not-added'], ['reviewer', 'remove-sign review', { person: 'lawyer' }], ['lawyer', 'complete review', agree, 'task.closed'], ['reviewer', 'complete review', approve]], ['accounts', 'legal'], 'checking'],
  ['remove the last signer who is waited for: the step goes on by itself', [['reviewer', 'add-sign review', { to: ['chief'], place: 'after' }], ['reviewer', 'complete review', approve], ['reviewer', 'remove-sign review', { person: 'chief' }]], ['accounts', 'legal'], 'checking'],
  ['remove a signer who has signed', [['reviewer', 'add-sign review', { to: ['lawyer'] }], ['lawyer', 'complete review', agree], ['reviewer', 'remove-sign review', { person: 'lawyer' }, 'task.not-added']], ['review'], 'review'],
  ['add-sign, then return: the signers are called off', [['reviewer', 'add-sign review', { to: ['lawyer'], place: 'parallel' }], ['reviewer', 'return review', { to: 'applicant', opinion: '先补材料' }], ['lawyer', 'complete review', agree, 'task.closed'], ['clerk', 'complete revise', { outcome: 'submit' }]], ['review'], 'review'],
  ['add-sign, then transfer: signer and holder stay apart', [['reviewer', 'add-sign review', { to: ['lawyer'] }], ['reviewer', 'transfer review', { to: 'second' }], ['second', 'complete review', approve, 'task.held'], ['lawyer', 'complete review', agree], ['second', 'complete review', approve]], ['accounts', 'legal'], 'checking'],
  ['return needs a reason and a target that is offered', [['reviewer', 'return review', { to: 'applicant' }, 'task.opinion-required'], ['reviewer', 'return review', { to: 'board', opinion: '退' }, 'task.target'], ['reviewer', 'return review', { to: 'nowhere', opinion: '退' }, 'task.target']], ['review'], 'review'],
  ['return out of a branch: the other branch ends', [['reviewer', 'complete review', approve], ['lawyer', 'return legal', { to: 'review', opinion: '重审' }], ['accountant', 'complete accounts', {}, 'task.closed'], ['reviewer', 'complete review', approve]], ['accounts', 'legal'], 'checking'],
  ['return out of a branch when the other has arrived: no stale token at the join', [['reviewer', 'complete review', approve], ['accountant', 'complete accounts'], ['lawyer', 'return legal', { to: 'review', opinion: '重审' }], ['reviewer', 'complete review', approve], ['lawyer', 'complete legal'], ['lawyer', 'complete legal-again']], ['accounts', 'join'], 'checking'],
  ['return within a branch: straight back to whoever returned it', [['reviewer', 'complete review', approve], ['lawyer', 'complete legal'], ['lawyer', 'return legal-again', { to: 'legal', opinion: '再看' }], ['lawyer', 'complete legal']], ['accounts', 'legal-again'], 'checking'],
  ['return within a branch keeps the other branch', [['reviewer', 'complete review', approve], ['accountant', 'complete accounts'], ['lawyer', 'complete legal'], ['lawyer', 'return legal-again', { to: 'legal', opinion: '再看' }], ['lawyer', 'complete legal'], ['lawyer', 'complete legal-again']], ['board'], 'checking'],
  ['return into the other branch is not offered', [['reviewer', 'complete review', approve], ['accountant', 'complete accounts'], ['lawyer', 'return legal', { to: 'accounts', opinion: '再看' }, 'task.target']], ['legal', 'join'], 'checking'],
  ['return during the vote: votes given count for nothing', [...toBoard, ['second', 'complete board', agree], ['reviewer', 'return board', { to: 'review', opinion: '材料有误' }], ['both', 'complete board', agree, 'task.closed'], ['reviewer', 'complete review', approve]], ['accounts', 'legal'], 'checking'],
  ['return over a service that was done is not offered', [...toBoard, ['reviewer', 'complete board', agree], ['second', 'complete board', agree], ['accountant', 'return file', { to: 'review', opinion: '退' }, 'task.target'], ['accountant', 'return file', { to: 'applicant', opinion: '退' }, 'task.target']], ['file'], 'checking'],
  ['vote: decided by two of three, the third is too late', [...toBoard, ['reviewer', 'complete board', agree], ['reviewer', 'complete board', agree, 'task.closed'], ['second', 'complete board', agree], ['both', 'complete board', agree, 'task.closed']], ['file'], 'checking'],
  ['vote: lost', [...toBoard, ['reviewer', 'complete board', { outcome: 'refuse' }], ['second', 'complete board', { outcome: 'refuse' }]], [], 'checking'],
  ['vote: transfer moves the seat, one person may not have two', [...toBoard, ['reviewer', 'complete board', agree], ['second', 'transfer board', { to: 'reviewer' }, 0]], ['board'], 'checking'],
  ['vote with an added seat: three of four', [...toBoard, ['reviewer', 'add-sign board', { to: ['chief'], place: 'parallel' }], ['reviewer', 'complete board', agree], ['second', 'complete board', agree], ['chief', 'complete board', agree]], ['file'], 'checking'],
  ['vote: a removed seat is counted out', [...toBoard, ['reviewer', 'add-sign board', { to: ['chief'], place: 'parallel' }], ['reviewer', 'complete board', agree], ['second', 'complete board', agree], ['reviewer', 'remove-sign board', { person: 'chief' }]], ['file'], 'checking'],
  ['a vote that was given stays', [...toBoard, ['reviewer', 'complete board', agree], ['reviewer', 'recall', {}, 'task.cannot-recall'], ['second', 'complete board', { outcome: 'refuse' }], ['both', 'complete board', agree]], ['file'], 'checking'],
  ['a signature is taken back before who asked has decided', [['reviewer', 'add-sign review', { to: ['lawyer'] }], ['lawyer', 'complete review', agree], ['lawyer', 'recall'], ['reviewer', 'complete review', approve, 'task.held'], ['lawyer', 'complete review', { outcome: 'disagree', opinion: '不妥' }], ['reviewer', 'complete review', approve]], ['accounts', 'legal'], 'checking'],
  ['recall by the last handler', [['reviewer', 'complete review', approve], ['reviewer', 'recall'], ['second', 'complete review', approve, 'task.claimed'], ['reviewer', 'complete review', { outcome: 'reject', opinion: '看错' }]], ['revise'], 'returned'],
  ['recall twice', [['reviewer', 'complete review', approve], ['reviewer', 'recall'], ['reviewer', 'recall', {}, 'task.cannot-recall']], ['review'], 'review'],
  ['recall after the next task was claimed', [['reviewer', 'complete review', approve], ['lawyer', 'claim legal'], ['reviewer', 'recall', {}, 'task.cannot-recall']], ['accounts', 'legal'], 'checking'],
  ['recall after the next task was transferred', [['reviewer', 'complete review', { outcome: 'reject', opinion: '改' }], ['clerk', 'complete revise', { outcome: 'submit' }], ['reviewer', 'transfer review', { to: 'second' }], ['clerk', 'recall', {}, 'task.cannot-recall']], ['review'], 'review'],
  ['recall by somebody who is not the last handler', [['reviewer', 'complete review', approve], ['second', 'recall', {}, 'task.cannot-recall'], ['clerk', 'recall', {}, 'task.cannot-recall'], ['stranger', 'recall', {}, 404]], ['accounts', 'legal'], 'checking'],
  ['recall in a branch', [['reviewer', 'complete review', approve], ['accountant', 'complete accounts'], ['accountant', 'recall'], ['lawyer', 'complete legal'], ['lawyer', 'complete legal-again'], ['accountant', 'complete accounts']], ['board'], 'checking'],
  ['recall into branches that have joined', [...toBoard, ['accountant', 'recall', {}, 'task.cannot-recall']], ['board'], 'checking'],
  ['recall over a service', [...toBoard, ['reviewer', 'complete board', agree], ['second', 'complete board', agree], ['second', 'recall', {}, 'task.cannot-recall']], ['file'], 'checking'],
  ['recall by the applicant before anybody looked', [['clerk', 'recall'], ['reviewer', 'complete review', approve, 'task.closed'], ['clerk', 'complete revise', { outcome: 'submit' }]], ['review'], 'review'],
  ['recall by the applicant when it was claimed', [['reviewer', 'claim review'], ['clerk', 'recall', {}, 'task.cannot-recall']], ['review'], 'review'],
  ['withdraw by the applicant', [['clerk', 'cancel', {}, 'task.opinion-required'], ['reviewer', 'cancel', { opinion: '不要了' }, 403], ['clerk', 'cancel', { opinion: '不要了' }], ['reviewer', 'complete review', approve, 'task.closed'], ['clerk', 'cancel', { opinion: '不要了' }, 'process.ended']], [], 'draft'],
  ['withdraw while advice is waited for', [['reviewer', 'delegate review', { to: 'lawyer' }], ['clerk', 'cancel', { opinion: '不要了' }], ['lawyer', 'resolve review', { opinion: '可' }, 'task.closed']], [], 'draft'],
  ['withdraw after a service was done', [...toBoard, ['reviewer', 'complete board', agree], ['second', 'complete board', agree], ['clerk', 'cancel', { opinion: '不要了' }, 'process.cannot-withdraw']], ['file'], 'checking'],
  ['urge: limits, and not after the end', [['clerk', 'urge'], ['clerk', 'urge', {}, 429], ['second', 'urge', {}, 403], ['clerk', 'cancel', { opinion: '不要了' }], ['clerk', 'urge', {}, 'process.ended']], [], 'draft'],
  ['copy: never a task', [['reviewer', 'copy', { to: ['lawyer', 'chief'] }], ['lawyer', 'read'], ['second', 'read', {}, 404], ['chief', 'complete review', approve, 'access.not-candidate'], ['reviewer', 'copy', { to: ['stranger'] }, 'task.person']], ['review'], 'review'],
])('%s', async (_name, steps, active, status) => {
  const id = await playSteps(desk, on, steps);
  const instance = await on.instance(id);
  expect({ active: [...instance['active'] as string[]].sort(), status: (await on.record(id))['status'] }).toEqual({ active: [...active].sort(), status });
});

test.each([1, 2, 3])('recall and the next decision at once: one of them happens (%i)', async () => {
  const id = await playSteps(desk, on, [['reviewer', 'complete review', approve]]);
  const instance = String((await on.instance(id))['id']);
  const task = await taskOf(desk, id, 'legal', 'lawyer');
  const [recalled, completed] = await Promise.all([desk.ask('reviewer', 'POST', `/instances/${instance}/recall`, {}), desk.ask('lawyer', 'POST', `/tasks/${task}/complete`, {})]);
  expect([recalled.status, completed.status].sort()).toEqual([200, 409]);
  expect((await on.instance(id))['active']).toEqual(recalled.status === 200 ? ['review'] : expect.arrayContaining(['legal-again', 'accounts']));
});

test('a batch does what can be done and says what can not', async () => {
  const ids = [await on.request('clerk'), await on.request('clerk'), await on.request('both'), await on.request('clerk')];
  const tasks = await Promise.all(ids.map((id) => taskOf(desk, id, 'review', 'reviewer')));
  const { version } = await on.record(ids[3]!);
  await desk.ask('clerk', 'POST', `/instances/${String((await on.instance(ids[1]!))['id'])}/cancel`, { opinion: '不要了' });
  const answer = await desk.ask('both', 'POST', '/tasks/batch', { items: [
    { id: tasks[0], outcome: 'approve' }, { id: tasks[1], outcome: 'approve' }, { id: tasks[2], outcome: 'approve' }, { id: tasks[3], outcome: 'approve', version: Number(version) - 1 }, { id: 'none', outcome: 'approve' }, { id: tasks[3], outcome: 'reject' },
  ] });
  expect(answer).toMatchObject({ status: 200, body: { results: [
    { ok: true, status: 200 }, { ok: false, status: 409, code: 'task.closed' }, { ok: false, status: 403, code: 'access.own-request' }, { ok: false, status: 409, code: 'record.stale' }, { ok: false, status: 404 }, { ok: false, status: 422, code: 'task.opinion-required' },
  ] } });
  expect(await on.instance(ids[0]!)).toMatchObject({ active: expect.arrayContaining(['legal', 'accounts']) });
});
