import ExcelJS from 'exceljs';
import { finishedJob } from '../finished-job.ts';
import { personOf } from '../person-of.ts';
import { entityId, isObject, recordsPath } from '../records-api.ts';
import { resolveWhere } from '../resolve-values.ts';
import { describeAnswer, ScenarioFailure } from '../scenario-failure.ts';
import type { Answer, Person, ScenarioStep, ScenarioWorld, StepHandler } from '../world.ts';

type ExportStep = Extract<ScenarioStep, { export: string }>;

export const exportList: StepHandler<ExportStep> = async (world, step) => {
  const person = personOf(world, step.as);
  const id = entityId(world, step.export);
  const filter = step.where && await resolveWhere(world, person, step.where, id);
  const body = { format: 'xlsx', ...filter ? { filter } : {}, ...step.search ? { search: step.search } : {}, ...step.sort ? { sort: step.sort.join(',') } : {}, ...step.fields ? { fields: step.fields } : {} };
  return {
    send: () => world.send({ method: 'POST', path: recordsPath(id, '/export'), body, token: person.token }),
    accept: async (answer) => checkSheet(await readSheet(world, person, answer), step),
  };
};

/** The cells of the exported sheet, its header first. */
async function readSheet(world: ScenarioWorld, person: Person, started: Answer): Promise<string[][]> {
  const { result } = await finishedJob(world, person, started, 'an export');
  if (!isObject(result)) throw new ScenarioFailure('the file of the export', JSON.stringify(result));
  return rowsOf(await world.send({ method: 'GET', path: String(result.url), token: person.token }));
}

/** The cells of a received sheet. */
export async function rowsOf(file: Answer, at = 0): Promise<string[][]> {
  if (file.status !== 200) throw new ScenarioFailure('the exported file', describeAnswer(file));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(file.bytes).buffer);
  const rows: string[][] = [];
  workbook.worksheets[at]?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text));
    rows.push(cells);
  });
  return rows;
}

/** Compares cells with what a step expects of them; `more` are cells of further sheets. */
export function checkSheet([header = [], ...rows]: string[][], { rows: count, contains = [], absent = [] }: Pick<ExportStep, 'rows' | 'contains' | 'absent'>, more: string[][] = []): void {
  const seen = `header ${JSON.stringify(header)}, ${rows.length} rows: ${JSON.stringify(rows.slice(0, 10))}`;
  const cells = [header, ...rows, ...more].flat();
  if (count !== undefined && rows.length !== count) throw new ScenarioFailure(`${count} rows in the sheet`, seen);
  for (const text of contains) if (!cells.some((cell) => cell.includes(text))) throw new ScenarioFailure(`a cell with "${text}"`, seen);
  for (const text of absent) if (cells.some((cell) => cell.includes(text))) throw new ScenarioFailure(`no cell with "${text}"`, seen);
}
