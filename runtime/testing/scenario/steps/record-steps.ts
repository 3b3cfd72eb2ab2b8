import { expectRows } from '../expect-rows.ts';
import { findTarget } from '../find-target.ts';
import { personOf } from '../person-of.ts';
import { entityId, isObject, readRecord, recordsPath } from '../records-api.ts';
import { resolveValues } from '../resolve-values.ts';
import { describeAnswer, ScenarioFailure } from '../scenario-failure.ts';
import type { Answer, EntityId, ScenarioStep, ScenarioWorld, StepHandler } from '../world.ts';

type StepWith<Verb extends string> = Extract<ScenarioStep, Record<Verb, unknown>>;

export const create: StepHandler<StepWith<'create'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const id = entityId(world, step.create);
  const body = await resolveValues(world, person, step.with, world.shapeOf(id));
  return {
    send: () => world.send({ method: 'POST', path: recordsPath(id), body, token: person.token }),
    accept: (answer) => keep(world, step.save, id, answer),
  };
};

export const update: StepHandler<StepWith<'update'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const target = await findTarget(world, person, step.update, step.entity);
  const values = await resolveValues(world, person, step.with, world.shapeOf(target));
  const version = step.version ?? (await readRecord(world, person, target)).version;
  return { send: () => world.send({ method: 'PATCH', path: recordsPath(target, `/${target.id}`), body: { ...values, version }, token: person.token }) };
};

export const remove: StepHandler<StepWith<'delete'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const target = await findTarget(world, person, step.delete, step.entity);
  const version = step.version ?? (await readRecord(world, person, target)).version;
  return { send: () => world.send({ method: 'DELETE', path: recordsPath(target, `/${target.id}`), headers: { 'if-match': String(version) }, token: person.token }) };
};

export const get: StepHandler<StepWith<'get'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const target = await findTarget(world, person, step.get, step.entity);
  const past = step.asOf !== undefined ? `/versions/as-of?moment=${encodeURIComponent(step.asOf)}` : step.version !== undefined ? `/versions/${step.version}` : '';
  return {
    send: () => world.send({ method: 'GET', path: recordsPath(target, `/${target.id}${past}`), token: person.token }),
    accept: async (answer) => {
      const { body } = answer;
      if (step.equal) await expectRows(world, [body], { expected: { equal: [step.equal] }, shape: world.shapeOf(target) });
      if (step.can && isObject(body)) await expectRows(world, [body.can], { expected: { equal: [step.can] } });
      for (const field of step.absent ?? []) if (isObject(body) && field in body) throw new ScenarioFailure(`no field ${field}`, JSON.stringify(body[field]));
      if (step.save && isObject(body)) world.saved.set(step.save, { ...target, record: body });
    },
  };
};

export const submit: StepHandler<StepWith<'submit'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const target = await findTarget(world, person, step.submit, step.entity);
  return { send: () => world.send({ method: 'POST', path: recordsPath(target, `/${target.id}/actions/submit`), body: {}, token: person.token }) };
};

export const act: StepHandler<StepWith<'act'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const target = step.on === undefined ? undefined : await findTarget(world, person, step.on, step.entity);
  if (!target && !step.list) throw new ScenarioFailure('`on` (a record) or `list` (an entity) beside `act`', 'neither');
  const id = target ?? entityId(world, step.list!);
  // The input's fields belong to the action, not to the entity; names it shares with the entity mean the same.
  const input = step.input && await resolveValues(world, person, step.input, actionShape(world, id, step.act));
  const body = { ...step.version === undefined ? {} : { version: step.version }, ...input ? { input } : {} };
  return {
    send: () => world.send({ method: 'POST', path: recordsPath(id, `${target ? `/${target.id}` : ''}/actions/${step.act}`), body, token: person.token }),
    accept: (answer) => keep(world, step.save, id, answer),
  };
};

/** Fields of an action's input, over those of its entity. */
function actionShape(world: ScenarioWorld, id: EntityId, action: string) {
  const entity = world.shapeOf(id)!;
  return { ...entity, fields: { ...entity.fields, ...world.inputOf(id, action) } };
}

function keep(world: ScenarioWorld, name: string | undefined, id: EntityId, answer: Answer): void {
  if (!name) return;
  const record = isObject(answer.body) && isObject(answer.body.record) ? answer.body.record : answer.body;
  if (!isObject(record) || typeof record.id !== 'string') throw new ScenarioFailure(`a record to save as "${name}"`, describeAnswer(answer));
  world.saved.set(name, { app: id.app, entity: id.entity, id: record.id, record });
}
