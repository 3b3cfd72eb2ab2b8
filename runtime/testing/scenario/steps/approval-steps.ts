import { findTarget, type Target } from '../find-target.ts';
import { personOf } from '../person-of.ts';
import { goodBody, isObject, readRecord } from '../records-api.ts';
import { ScenarioFailure } from '../scenario-failure.ts';
import type { Person, PreparedStep, ScenarioStep, ScenarioWorld, StepHandler } from '../world.ts';
import { seenVersion, taskOf } from './task-steps.ts';

type StepWith<Verb extends string> = Extract<ScenarioStep, Record<Verb, unknown>>;
interface TaskTarget { of: Target; task?: string }

/** Posts to `/api/tasks/:id/…`. */
async function onTask(world: ScenarioWorld, person: Person, { target, path, body }: { target: TaskTarget; path: string; body: Record<string, unknown> }): Promise<PreparedStep> {
  const { task } = await taskOf(world, person, target);
  return { send: () => world.send({ method: 'POST', path: `/api/tasks/${task}/${path}`, body, token: person.token }) };
}

/** Posts to `/api/instances/:id/…`. */
async function onInstance(world: ScenarioWorld, person: Person, { of, path, body }: { of: Target; path: string; body: Record<string, unknown> }): Promise<PreparedStep> {
  const record = await findTarget(world, person, of);
  const { instance } = await readRecord(world, world.system, record);
  if (typeof instance !== 'string') throw new ScenarioFailure('a process on the record', 'none');
  return { send: () => world.send({ method: 'POST', path: `/api/instances/${instance}/${path}`, body, token: person.token }) };
}

const noted = (note: string | undefined): Record<string, unknown> => (note === undefined ? {} : { note });
const said = (opinion: string | undefined): Record<string, unknown> => (opinion === undefined ? {} : { opinion });

export const transfer: StepHandler<StepWith<'transfer'>> = async (world, step) =>
  onTask(world, personOf(world, step.as), { target: step.transfer, path: 'transfer', body: { to: personOf(world, step.transfer.to).id, ...noted(step.transfer.opinion) } });

export const delegate: StepHandler<StepWith<'delegate'>> = async (world, step) =>
  onTask(world, personOf(world, step.as), { target: step.delegate, path: 'delegate', body: { to: personOf(world, step.delegate.to).id, ...noted(step.delegate.opinion) } });

export const resolve: StepHandler<StepWith<'resolve'>> = async (world, step) =>
  onTask(world, personOf(world, step.as), { target: step.resolve, path: 'resolve', body: said(step.resolve.opinion) });

export const takeBack: StepHandler<StepWith<'takeBack'>> = async (world, step) => onTask(world, personOf(world, step.as), { target: step.takeBack, path: 'take-back', body: {} });

export const addSign: StepHandler<StepWith<'addSign'>> = async (world, step) => {
  const { to, place, opinion } = step.addSign;
  return onTask(world, personOf(world, step.as), { target: step.addSign, path: 'add-sign', body: { to: to.map((name) => personOf(world, name).id), ...place ? { place } : {}, ...noted(opinion) } });
};

export const removeSign: StepHandler<StepWith<'removeSign'>> = async (world, step) =>
  onTask(world, personOf(world, step.as), { target: step.removeSign, path: 'remove-sign', body: { person: personOf(world, step.removeSign.person).id, ...noted(step.removeSign.opinion) } });

export const returnTask: StepHandler<StepWith<'return'>> = async (world, step) =>
  onTask(world, personOf(world, step.as), { target: step.return, path: 'return', body: { to: step.return.to, ...said(step.return.opinion) } });

export const recall: StepHandler<StepWith<'recall'>> = async (world, step) => onInstance(world, personOf(world, step.as), { of: step.recall.of, path: 'recall', body: noted(step.recall.opinion) });

export const urge: StepHandler<StepWith<'urge'>> = async (world, step) => onInstance(world, personOf(world, step.as), { of: step.urge.of, path: 'urge', body: noted(step.urge.opinion) });

export const cancel: StepHandler<StepWith<'cancel'>> = async (world, step) => onInstance(world, personOf(world, step.as), { of: step.cancel.of, path: 'cancel', body: said(step.cancel.opinion) });

export const copy: StepHandler<StepWith<'copy'>> = async (world, step) =>
  onInstance(world, personOf(world, step.as), { of: step.copy.of, path: 'copy', body: { to: step.copy.to.map((name) => personOf(world, name).id), ...noted(step.copy.opinion) } });

export const batch: StepHandler<StepWith<'batch'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const items: Record<string, unknown>[] = [];
  for (const { outcome, opinion, ...target } of step.batch) {
    const { task } = await taskOf(world, person, target);
    const version = await seenVersion(world, person, task);
    items.push({ id: task, outcome, ...said(opinion), ...version === undefined ? {} : { version } });
  }
  return {
    send: () => world.send({ method: 'POST', path: '/api/tasks/batch', body: { items }, token: person.token }),
    accept: (answer) => {
      const { results } = goodBody(answer, 'the results');
      const rows = Array.isArray(results) ? results.filter(isObject) : [];
      for (const [at, expected] of (step.results ?? step.batch.map(() => ({ ok: true }))).entries()) {
        for (const [key, value] of Object.entries(expected)) if (rows[at]?.[key] !== value) throw new ScenarioFailure(`result ${at + 1}: ${JSON.stringify(expected)}`, JSON.stringify(rows[at]));
      }
    },
  };
};
