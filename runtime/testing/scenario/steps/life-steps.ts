import { findTarget } from '../find-target.ts';
import type { Target } from '../find-target.ts';
import { personOf } from '../person-of.ts';
import { readRecord, recordsPath } from '../records-api.ts';
import { ScenarioFailure } from '../scenario-failure.ts';
import type { Person, ScenarioStep, ScenarioWorld, StepHandler } from '../world.ts';

type StepWith<Verb extends string> = Extract<ScenarioStep, Record<Verb, unknown>>;

export const move: StepHandler<StepWith<'move'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const target = await findTarget(world, person, step.move, step.entity);
  const { version } = await readRecord(world, person, target);
  const near = async (name: 'before' | 'after') => step[name] === undefined ? {} : { [name]: await idOf(world, person, step[name], step.entity) };
  const parent = step.under === undefined ? {} : { parent: step.under === null ? null : await idOf(world, person, step.under, step.entity) };
  const body = { ...parent, ...await near('before'), ...await near('after'), version };
  return { send: () => world.send({ method: 'POST', path: recordsPath(target, `/${target.id}/move`), body, token: person.token }) };
};

export const merge: StepHandler<StepWith<'merge'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const target = await findTarget(world, person, step.merge, step.entity);
  const { version } = await readRecord(world, person, target);
  const into = await idOf(world, person, step.into, step.entity);
  return { send: () => world.send({ method: 'POST', path: recordsPath(target, `/${target.id}/merge`), body: { into, version }, token: person.token }) };
};

export const restore: StepHandler<StepWith<'restore'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const target = await findTarget(world, person, step.restore, step.entity);
  const { version } = await readRecord(world, person, target);
  const body = { version, ...step.reason === undefined ? {} : { changeReason: step.reason } };
  return { send: () => world.send({ method: 'POST', path: recordsPath(target, `/${target.id}/versions/${step.version}/restore`), body, token: person.token }) };
};

export const undelete: StepHandler<StepWith<'undelete'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const saved = typeof step.undelete === 'string' ? world.saved.get(step.undelete.replace(/^\$/, '')) : undefined;
  if (!saved) throw new ScenarioFailure('a saved record', JSON.stringify(step.undelete));
  return { send: () => world.send({ method: 'POST', path: recordsPath(saved, `/recycled/${saved.id}/restore`), body: {}, token: person.token }) };
};

async function idOf(world: ScenarioWorld, person: Person, target: Target, entity: string | undefined): Promise<string> {
  return (await findTarget(world, person, target, entity)).id;
}
