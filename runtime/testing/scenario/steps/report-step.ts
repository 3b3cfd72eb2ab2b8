import { parse } from 'csv-parse/sync';
import { expectRows } from '../expect-rows.ts';
import { personOf } from '../person-of.ts';
import { goodBody, isObject } from '../records-api.ts';
import { resolveWhere } from '../resolve-values.ts';
import { describeAnswer, ScenarioFailure } from '../scenario-failure.ts';
import { hasValues } from '../same-value.ts';
import type { Person, ScenarioStep, ScenarioWorld, StepHandler } from '../world.ts';

type ReportStep = Extract<ScenarioStep, { report: string }>;
type Row = Record<string, unknown>;

export const report: StepHandler<ReportStep> = async (world, step) => {
  const person = personOf(world, step.as);
  const [app, name] = step.report.includes('/') ? step.report.split('/') as [string, string] : [world.app, step.report];
  const entity = world.reportEntity({ app, name });
  if (!entity) throw new ScenarioFailure(`a report "${app}/${name}"`, 'no such report in the model');
  const query = new URLSearchParams();
  if (step.where) query.set('filter', JSON.stringify(await resolveWhere(world, person, step.where, entity)));
  if (step.by) query.set('by', step.by.join(','));
  if (step.grain) query.set('grain', step.grain);
  if (step.level) query.set('level', step.level);
  const path = (rest = '', more: Record<string, string> = {}) => `/api/reports/${app}/${name}${rest}?${new URLSearchParams([...query, ...Object.entries(more)])}`;
  return {
    send: () => world.send({ method: 'GET', path: path(), token: person.token }),
    accept: async (answer) => {
      const body = goodBody(answer, 'a report');
      const rows = (Array.isArray(body.rows) ? body.rows : []).filter(isObject);
      const { ordered = false } = step;
      await expectRows(world, rows, { expected: step, ordered });
      if (step.totals) await expectRows(world, [body.totals], { expected: { equal: [step.totals] } });
      for (const drill of step.drill ?? []) await expectDrill({ world, person, path }, drill, rows, Array.isArray(body.columns) ? body.columns.filter(isObject) : []);
      if (step.sheet) await expectSheet({ world, person, path }, step.sheet);
    },
  };
};

interface Way { world: ScenarioWorld; person: Person; path: (rest?: string, more?: Record<string, string>) => string }

/** Clicks on a figure and counts the records of the list that opens. */
async function expectDrill({ world, person, path }: Way, drill: NonNullable<ReportStep['drill']>[number], rows: Row[], columns: Row[]): Promise<void> {
  const dimensions = columns.filter((c) => c['role'] === 'dimension').map((c) => String(c['name']));
  const row = drill.row && await rowLike(world, rows, drill.row);
  const values = Object.fromEntries(row ? dimensions.filter((d) => d in row).map((d) => [d, row[d]]) : []);
  const found = goodBody(await world.send({ method: 'GET', path: path('/drill', { row: JSON.stringify(values), measure: drill.measure }), token: person.token }), 'the way behind a figure');
  const { app, list } = found as { app: string; list: string };
  const { app: owner, entity } = world.listEntity({ app, name: list }) ?? { app, entity: list };
  const query = new URLSearchParams({ list: `${app}/${list}`, filter: JSON.stringify(found.filter), count: 'exact', pageSize: '200' });
  const page = goodBody(await world.send({ method: 'GET', path: `/api/records/${owner}/${entity}?${query}`, token: person.token }), 'the list behind a figure');
  if (page.total !== drill.count) throw new ScenarioFailure(`${drill.count} records behind ${drill.measure}`, `${String(page.total)} by ${JSON.stringify(found.filter)}`);
  if (drill.contains) await expectRows(world, Array.isArray(page.items) ? page.items : [], { expected: { contains: drill.contains } });
}

async function rowLike(world: ScenarioWorld, rows: Row[], values: Row): Promise<Row> {
  for (const row of rows) if (await hasValues(world, row, values)) return row;
  throw new ScenarioFailure(`a row with ${JSON.stringify(values)}`, JSON.stringify(rows.slice(0, 5)));
}

/** The sheet tells the figures as the page shows them. */
async function expectSheet({ world, person, path }: Way, sheet: NonNullable<ReportStep['sheet']>): Promise<void> {
  const answer = await world.send({ method: 'GET', path: path('/export', { format: 'csv' }), token: person.token });
  if (answer.status !== 200) throw new ScenarioFailure('an exported sheet', describeAnswer(answer));
  const lines = parse(Buffer.from(answer.bytes).toString(), { bom: true }) as string[][];
  for (const texts of sheet.contains ?? []) if (!lines.some((line) => texts.every((text) => line.includes(text)))) throw new ScenarioFailure(`a row of the sheet with ${JSON.stringify(texts)}`, JSON.stringify(lines.slice(0, 8)));
  for (const text of sheet.absent ?? []) if (lines.flat().includes(text)) throw new ScenarioFailure(`no "${text}" in the sheet`, JSON.stringify(lines.slice(0, 8)));
}
