import { expect } from '@jest/globals';
import type { DeskSteps } from './desk-steps.ts';
import type { Answer, Desk } from './start-desk.ts';

/**
 * `[person, 'verb node', body?, expected?]`: verbs of a task with its node, `recall`, `urge`, `cancel` and `copy` of the instance, `submit`, or `pass hours`.
 * `expected` is a status or a code; left out, it must work. Names of people in `to`, `person` and `signers` stand for their ids.
 */
export type PlayStep = [person: string, act: string, body?: Record<string, unknown>, expected?: number | string];

/** Plays the steps on a new request of the clerk; gives its id. */
export async function playSteps(desk: Desk, on: DeskSteps, steps: readonly PlayStep[]): Promise<string> {
  const id = await on.request('clerk');
  for (const [person, act, body = {}, expected = 0] of steps) {
    const answer = await doStep(desk, on, { id, person, act, body: withIds(desk, body) });
    const code = (answer.body['errors'] as { code: string }[] | undefined)?.[0]?.code ?? answer.body['code'];
    const got = typeof expected === 'string' ? code : expected === 0 && answer.status < 300 ? 0 : answer.status;
    expect(`${person} ${act}: ${String(got)} ${got === expected ? '' : JSON.stringify(answer.body)}`).toBe(`${person} ${act}: ${String(expected)} `);
  }
  return id;
}

async function doStep(desk: Desk, on: DeskSteps, { id, person, act, body }: { id: string; person: string; act: string; body: Record<string, unknown> }): Promise<Answer> {
  const [verb = '', node] = act.split(' ');
  if (verb === 'pass') {
    desk.pass(Number(node));
    return { status: 200, body: {} };
  }
  if (verb === 'submit') return on.submit(person, id);
  if (node === undefined) return desk.ask(person, 'POST', `/instances/${String((await on.instance(id))['id'])}/${verb}`, body);
  return desk.ask(person, 'POST', `/tasks/${await taskOf(desk, id, node, person)}/${verb}`, body);
}

/** The person's own open task on the node before one that anybody may take, before the last that was there. */
export async function taskOf(desk: Desk, record: string, node: string, person: string): Promise<string> {
  const { rows: [task] } = await desk.services.pool.query<{ id: string }>(
    `select t.id from tamga.user_task t join tamga.process_instance i on i.id = t.instance_id where i.record_id = $1 and t.node_id = $2
     order by (t.assignee is not distinct from $3::uuid and t.status in ('open', 'decided')) desc, (t.status = 'open' and t.assignee is null) desc, t.assignee is not distinct from $3::uuid desc, t.status = 'open' desc, t.parent is null desc, t.created_at desc, t.id desc limit 1`, [record, node, desk.people[person]]);
  return task?.id ?? 'none';
}

function withIds(desk: Desk, body: Record<string, unknown>): Record<string, unknown> {
  const named = (value: unknown): unknown => (Array.isArray(value) ? value.map(named) : typeof value === 'string' ? desk.people[value] ?? value : value);
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, ['to', 'person', 'signers'].includes(key) ? named(value) : value]));
}
