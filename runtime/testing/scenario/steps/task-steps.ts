import { findTarget } from '../find-target.ts';
import type { Target } from '../find-target.ts';
import { personOf } from '../person-of.ts';
import { goodBody, isObject, readRecord } from '../records-api.ts';
import { resolveValues } from '../resolve-values.ts';
import { ScenarioFailure } from '../scenario-failure.ts';
import type { EntityId, Person, ScenarioStep, ScenarioWorld, StepHandler } from '../world.ts';

type StepWith<Verb extends string> = Extract<ScenarioStep, Record<Verb, unknown>>;
type RecordId = EntityId & { id: string };

export const claim: StepHandler<StepWith<'claim'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const { task } = await taskOf(world, person, step.claim);
  return { send: () => world.send({ method: 'POST', path: `/api/tasks/${task}/claim`, body: {}, token: person.token }) };
};

export const unclaim: StepHandler<StepWith<'unclaim'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const { task } = await taskOf(world, person, step.unclaim);
  return { send: () => world.send({ method: 'POST', path: `/api/tasks/${task}/unclaim`, body: {}, token: person.token }) };
};

export const complete: StepHandler<StepWith<'complete'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const { record, task } = await taskOf(world, person, step.complete);
  const opinion = step.complete.opinion ?? step.opinion;
  const values = step.complete.with && await resolveValues(world, person, step.complete.with, world.shapeOf(record));
  const version = await seenVersion(world, person, task);
  const body = { outcome: step.complete.outcome, ...opinion === undefined ? {} : { opinion }, ...values ? { values } : {}, ...step.complete.signers ? { signers: step.complete.signers.map((name) => personOf(world, name).id) } : {}, ...version === undefined ? {} : { version } };
  return { send: () => world.send({ method: 'POST', path: `/api/tasks/${task}/complete`, body, token: person.token }) };
};

/** The person's own open task of a record's process, else one that anybody may take, or the last one met when it is closed by now. */
export async function taskOf(world: ScenarioWorld, person: Person, { of, task }: { of: Target; task?: string }): Promise<{ record: RecordId; task: string }> {
  const record = await findTarget(world, person, of);
  const { instance } = await readRecord(world, world.system, record);
  if (typeof instance !== 'string') throw new ScenarioFailure('a process running on the record', 'none');
  const { openTasks } = goodBody(await world.send({ method: 'GET', path: `/api/instances/${instance}`, token: world.system.token }), 'the process instance');
  const open = Array.isArray(openTasks) ? openTasks.filter(isObject) : [];
  const fitting = task === undefined ? open : open.filter((each) => each.task === task);
  for (const each of open) {
    world.tasks.set(`${record.id} ${String(each.task)}`, String(each.id));
    world.tasks.set(`${record.id} ${String(each.task)} ${assigneeOf(each) ?? ''}`, String(each.id));
  }
  if (new Set(fitting.map((each) => each.task)).size > 1) throw new ScenarioFailure('one open task; name it with `task`', fitting.map((each) => each.task).join(', '));
  // Of several who sign one step each has a task of their own.
  const own = fitting.find((each) => assigneeOf(each) === person.id) ?? fitting.find((each) => assigneeOf(each) === undefined);
  const id = own?.id ?? world.tasks.get(`${record.id} ${task} ${person.id}`) ?? fitting[0]?.id ?? world.tasks.get(`${record.id} ${task}`);
  if (typeof id !== 'string') throw new ScenarioFailure(`an open task ${task ?? ''} of the record`, open.map((each) => each.task).join(', ') || 'no open task');
  return { record, task: id };
}

const assigneeOf = ({ assignee }: Record<string, unknown>): string | undefined => (isObject(assignee) ? String(assignee.id) : undefined);

/** The version shown to the person, or to the system when the person may not look. */
export async function seenVersion(world: ScenarioWorld, person: Person, task: string): Promise<number | undefined> {
  for (const reader of [person, world.system]) {
    const answer = await world.send({ method: 'GET', path: `/api/tasks/${task}`, token: reader.token });
    if (answer.status < 400 && isObject(answer.body) && typeof answer.body.version === 'number') return answer.body.version;
  }
  return undefined;
}
