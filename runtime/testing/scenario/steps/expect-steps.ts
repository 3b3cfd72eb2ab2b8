import { expectRows } from '../expect-rows.ts';
import { findTarget } from '../find-target.ts';
import { personOf } from '../person-of.ts';
import { entityId, goodBody, isObject, listQuery, readPages, readRecord, recordsPath } from '../records-api.ts';
import { resolveWhere } from '../resolve-values.ts';
import { hasValues } from '../same-value.ts';
import { ScenarioFailure } from '../scenario-failure.ts';
import type { Answer, EntityId, EntityShape, Person, ScenarioStep, ScenarioWorld, StepHandler } from '../world.ts';

type Expect<Kind extends string> = Extract<ScenarioStep, { expect: Kind }>;

export const records: StepHandler<Expect<'records'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const id = entityId(world, step.entity);
  const shape = world.shapeOf(id)!;
  const filter = step.where && await resolveWhere(world, person, step.where, id);
  const named = [step.equal, step.contains, step.absent].flatMap((rows) => rows ?? []).flatMap((row) => Object.keys(row));
  const asked = { filter, search: step.search, sort: step.sort, fields: fieldsAsked(shape, named), list: step.list && (step.list.includes('/') ? step.list : `${world.app}/${step.list}`) };
  return {
    send: () => readPages(world, person, (page, pageSize) => recordsPath(id, listQuery(asked, page, pageSize))),
    accept: async (answer) => {
      const rows = await withLines(world, person, id, itemsOf(answer), named.some((name) => shape.fields[name]?.lines));
      await expectRows(world, rows, { expected: step, shape, ordered: step.sort !== undefined });
    },
  };
};

export const tasks: StepHandler<Expect<'tasks'>> = async (world, step) => {
  const person = personOf(world, step.as);
  return {
    send: () => readPages(world, person, (page, pageSize) => `/api/tasks?${new URLSearchParams({ box: step.box ?? 'todo', page: String(page), pageSize: String(pageSize) })}`),
    accept: (answer) => expectRows(world, itemsOf(answer), { expected: step }),
  };
};

export const messages: StepHandler<Expect<'messages'>> = async (world, step) => {
  const person = personOf(world, step.as);
  return {
    send: () => readPages(world, person, (page, pageSize) => `/api/messages?${new URLSearchParams({ ...step.unread ? { unread: '1' } : {}, page: String(page), pageSize: String(pageSize) })}`),
    accept: (answer) => expectRows(world, itemsOf(answer), { expected: step, texts: 'contained' }),
  };
};

export const history: StepHandler<Expect<'history'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const target = await findTarget(world, person, step.of, step.entity);
  return {
    send: () => world.send({ method: 'GET', path: recordsPath(target, `/${target.id}/history`), token: person.token }),
    accept: async (answer) => {
      const entries = itemsOf(answer).filter(isObject);
      // One entry tells of several fields: an expectation may name one of them beside the entry's own values.
      const rows = entries.flatMap((entry) => [entry, ...(Array.isArray(entry.changes) ? entry.changes.filter(isObject).map((change) => ({ ...entry, ...change })) : [])]);
      if (step.count !== undefined && entries.length !== step.count) throw new ScenarioFailure(`${step.count} entries`, `${entries.length}`);
      if (step.contains) await expectRows(world, rows, { expected: { contains: step.contains.map((entry) => ({ ...entry })) } });
    },
  };
};

export const instance: StepHandler<Expect<'instance'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const target = await findTarget(world, person, step.of, step.entity);
  const id = (await readRecord(world, world.system, target)).instance;
  if (typeof id !== 'string') throw new ScenarioFailure('a process on the record', 'none');
  return {
    send: () => world.send({ method: 'GET', path: `/api/instances/${id}`, token: person.token }),
    accept: async (answer) => {
      const body = goodBody(answer, 'the process instance');
      const { status, active, passed, opinions } = body;
      if (step.status && status !== step.status) throw new ScenarioFailure(`status ${step.status}`, String(status));
      if (step.active && !sameTexts(active, step.active)) throw new ScenarioFailure(`active ${JSON.stringify(step.active)}`, JSON.stringify(active));
      for (const element of step.passed ?? []) if (!Array.isArray(passed) || !passed.includes(element)) throw new ScenarioFailure(`passed ${element}`, JSON.stringify(passed));
      if (step.opinions) await expectOpinions(world, opinions, step.opinions);
    },
  };
};

async function expectOpinions(world: ScenarioWorld, opinions: unknown, expected: NonNullable<Expect<'instance'>['opinions']>): Promise<void> {
  const rows = Array.isArray(opinions) ? opinions : [];
  const fits = await Promise.all(expected.map(({ by, ...values }, at) => {
    const author = by === undefined ? {} : { by: world.people.has(by) ? { id: world.people.get(by)!.id } : by };
    return hasValues(world, rows[at], { ...values, ...author }, undefined, 'contained');
  }));
  if (rows.length === expected.length && fits.every(Boolean)) return;
  throw new ScenarioFailure(`opinions ${JSON.stringify(expected)}`, JSON.stringify(rows.filter(isObject).map(({ task, outcome, opinion, by }) => ({ task, outcome, opinion, by }))));
}

function itemsOf(answer: Answer): unknown[] {
  const { items } = goodBody(answer, 'a list');
  if (!Array.isArray(items)) throw new ScenarioFailure('items', JSON.stringify(answer.body));
  return items;
}

/** Paths over references come only when asked for; the other fields named are then asked for too. */
function fieldsAsked(shape: EntityShape, named: string[]): string[] | undefined {
  if (!named.some((name) => name.includes('.'))) return undefined;
  return [...new Set(named)].filter((name) => name.includes('.') || (shape.fields[name] && !shape.fields[name].lines));
}

/** Lists leave lines out, so rows are read one by one when lines are looked at. */
async function withLines(world: ScenarioWorld, person: Person, id: EntityId, rows: unknown[], needed: boolean): Promise<unknown[]> {
  if (!needed) return rows;
  const whole = [];
  for (const row of rows) whole.push(isObject(row) ? { ...row, ...await readRecord(world, person, { ...id, id: String(row.id) }) } : row);
  return whole;
}

function sameTexts(actual: unknown, expected: string[]): boolean {
  return Array.isArray(actual) && [...actual].sort().join('\n') === [...expected].sort().join('\n');
}
