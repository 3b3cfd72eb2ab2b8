import { findTarget } from '../find-target.ts';
import { personOf } from '../person-of.ts';
import { entityId, goodBody, isObject, recordsPath } from '../records-api.ts';
import { resolveValues } from '../resolve-values.ts';
import { describeAnswer, ScenarioFailure } from '../scenario-failure.ts';
import type { ScenarioStep, StepHandler } from '../world.ts';
import { checkSheet, rowsOf } from './export-step.ts';

type StepWith<Verb extends string> = Extract<ScenarioStep, Record<Verb, unknown>>;

/** The action, then the file behind the link that it handed out. */
export const download: StepHandler<StepWith<'download'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const target = await findTarget(world, person, step.download, step.entity);
  await world.doPending();
  return {
    send: () => world.send({ method: 'POST', path: recordsPath(target, `/${target.id}/actions/${step.action ?? 'download'}`), body: {}, token: person.token }),
    accept: async (answer) => {
      const handed = goodBody(answer, 'a file that is handed out')['download'];
      if (!isObject(handed)) throw new ScenarioFailure('a file that is handed out', describeAnswer(answer));
      const file = await world.send({ method: 'GET', path: String(handed['url']), token: person.token });
      checkSheet(await rowsOf(file), step, await rowsOf(file, 1));
      const again = await world.send({ method: 'GET', path: String(handed['url']), token: person.token });
      if (again.status !== 404) throw new ScenarioFailure('a link that works once', describeAnswer(again));
    },
  };
};

export const bulk: StepHandler<StepWith<'bulk'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const id = entityId(world, step.bulk);
  const records = await Promise.all(step.records.map(async (record) => ({ id: (await findTarget(world, person, record, step.bulk)).id })));
  const set = step.set && await resolveValues(world, person, step.set, world.shapeOf(id));
  const body = { records, ...step.action ? { action: step.action } : {}, ...step.input ? { input: step.input } : {}, ...set ? { set } : {}, ...step.delete ? { delete: true } : {} };
  return {
    send: () => world.send({ method: 'POST', path: recordsPath(id, '/bulk'), body, token: person.token }),
    accept: (answer) => {
      const items = goodBody(answer, 'the result of every record')['items'] as { done: boolean; problem?: { status: number; code: string } }[];
      const got = items.map(({ done, problem }) => done ? 'done' : `${problem?.status} ${problem?.code}`);
      const wanted = step.results ?? got.map(() => 'done');
      if (wanted.length !== got.length || wanted.some((text, i) => got[i] !== text && !got[i]!.startsWith(`${text} `))) throw new ScenarioFailure(wanted.join(', '), got.join(', '));
    },
  };
};

export const search: StepHandler<StepWith<'searchEverywhere'>> = async (world, step) => {
  const person = personOf(world, step.as);
  const id = step.entity === undefined ? undefined : entityId(world, step.entity);
  const query = new URLSearchParams({ q: step.searchEverywhere, limit: '50', ...id ? { entity: `${id.app}/${id.entity}` } : {} });
  return {
    send: () => world.send({ method: 'GET', path: `/api/search?${query}`, token: person.token }),
    accept: (answer) => {
      const groups = goodBody(answer, 'groups of hits')['groups'] as { total: number; items: { title: string }[] }[];
      const total = groups.reduce((sum, group) => sum + group.total, 0);
      if (step.count !== undefined && total !== step.count) throw new ScenarioFailure(`${step.count} hits`, describeAnswer(answer));
      const titles = groups.flatMap((group) => group.items.map((item) => item.title));
      for (const text of step.contains ?? []) if (!titles.some((title) => title.includes(text))) throw new ScenarioFailure(`a hit "${text}"`, describeAnswer(answer));
      for (const text of step.absent ?? []) if (JSON.stringify(groups).includes(text)) throw new ScenarioFailure(`nothing with "${text}"`, describeAnswer(answer));
    },
  };
};
