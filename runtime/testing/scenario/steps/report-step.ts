import { expectRows } from '../expect-rows.ts';
import { personOf } from '../person-of.ts';
import { goodBody } from '../records-api.ts';
import { resolveWhere } from '../resolve-values.ts';
import { ScenarioFailure } from '../scenario-failure.ts';
import type { ScenarioStep, StepHandler } from '../world.ts';

type ReportStep = Extract<ScenarioStep, { report: string }>;

export const report: StepHandler<ReportStep> = async (world, step) => {
  const person = personOf(world, step.as);
  const [app, name] = step.report.includes('/') ? step.report.split('/') as [string, string] : [world.app, step.report];
  const entity = world.reportEntity({ app, name });
  if (!entity) throw new ScenarioFailure(`a report "${app}/${name}"`, 'no such report in the model');
  const filter = step.where && await resolveWhere(world, person, step.where, entity);
  const query = filter ? `?${new URLSearchParams({ filter: JSON.stringify(filter) })}` : '';
  return {
    send: () => world.send({ method: 'GET', path: `/api/reports/${app}/${name}${query}`, token: person.token }),
    accept: async (answer) => {
      const { rows, totals } = goodBody(answer, 'a report');
      await expectRows(world, Array.isArray(rows) ? rows : [], { expected: step });
      if (step.totals) await expectRows(world, [totals], { expected: { equal: [step.totals] } });
    },
  };
};
