import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadSources } from '../runtime/server/load.ts';
import { collectScenarios, openScenarios, startTestDatabase } from '../runtime/testing/index.ts';
import { projectRoot } from './checks/project-files.ts';
import type { Hunter } from './mutate/choose-scenarios.ts';
import { enumerateMutants } from './mutate/enumerate-mutants.ts';
import { huntMutants } from './mutate/hunt-mutants.ts';
import type { MutantOutcome } from './mutate/hunt-mutants.ts';
import { mutationScore, scoreByClass } from './mutate/mutation-score.ts';
import { sample } from './scenarios/sample.ts';

/** Least share of mutants that the scenarios must notice. */
const wanted = 80;

const { values } = parseArgs({ options: { app: { type: 'string' }, limit: { type: 'string' }, report: { type: 'string' }, class: { type: 'string' }, wide: { type: 'boolean' }, jobs: { type: 'string', default: '2' } } });
const { sources } = await loadSources(projectRoot);
const apps = values.app ? [values.app] : [...new Set(sources.filter((source) => source.kind === 'scenario').map((source) => source.app))];
const database = await startTestDatabase();
const host = openScenarios({ root: projectRoot, sources, databaseUrl: database.url });
let good = true;
try {
  const reports: Record<string, unknown> = {};
  for (const app of apps) {
    const { report, passed } = await mutateApp(app);
    reports[app] = report;
    good &&= passed;
  }
  if (values.report) writeFileSync(values.report, `${JSON.stringify(reports, null, 2)}\n`);
} finally {
  await host.close();
  await database.stop();
}
process.exitCode = good ? 0 : 1;

async function mutateApp(app: string): Promise<{ report: unknown; passed: boolean }> {
  const began = Date.now();
  const hunters = await findHunters(app);
  const all = enumerateMutants(sources, app, { wide: values.wide ?? false }).filter((mutant) => !values.class || mutant.class === values.class);
  const mutants = sample(all, values.limit ? Number(values.limit) : undefined);
  console.log(`${app}: ${mutants.length} of ${all.length} mutants against ${hunters.length} scenarios`);
  let done = 0;
  const tell = (outcome: MutantOutcome): void => {
    done += 1;
    if (outcome.result === 'survived') console.log(lineOf(outcome));
    else if (done % 25 === 0) console.log(`  ${done} of ${mutants.length}, ${((Date.now() - began) / 1000).toFixed(0)} s`);
  };
  const outcomes = await huntMutants(mutants, { host, sources, hunters, jobs: Number(values.jobs), tell });
  const score = mutationScore(outcomes);
  const classes = scoreByClass(outcomes);
  console.log(`\n${app}: survivors`);
  for (const outcome of outcomes.filter(({ result }) => result === 'survived')) console.log(lineOf(outcome));
  console.log(`\n${app}: by class`);
  for (const [name, each] of Object.entries(classes)) console.log(`  ${name.padEnd(18)} ${String(each.killed).padStart(4)} killed ${String(each.survived).padStart(4)} survived ${String(each.invalid).padStart(4)} invalid  ${each.percent.toFixed(0)} %`);
  console.log(`\n${app}: ${score.percent.toFixed(1)} % of ${score.killed + score.survived} mutants noticed (${score.killed} killed, ${score.survived} survived, ${score.invalid} invalid) in ${((Date.now() - began) / 1000).toFixed(0)} s; wanted ${wanted} %`);
  const listed = outcomes.map(({ mutant, result, by, why }) => ({ class: mutant.class, file: mutant.source.file, pointer: mutant.pointer, what: mutant.what, result, ...by ? { by } : {}, ...why ? { why } : {} }));
  return { report: { ...score, classes, mutants: listed }, passed: score.percent >= wanted };
}

/** The app's scenarios that pass on the definitions as they are; others prove nothing. */
async function findHunters(app: string): Promise<Hunter[]> {
  const { scenarios } = await collectScenarios({ root: projectRoot, sources, app });
  const hunters: Hunter[] = [];
  for (const found of scenarios) {
    const { passed, milliseconds, error } = await host.run(found);
    if (passed) hunters.push({ found, text: JSON.stringify(found.scenario), milliseconds, kills: new Map() });
    else console.error(`not used, as it fails on the definitions as they are: ${found.file}\n    ${error?.replaceAll('\n', '\n    ')}`);
  }
  return hunters;
}

function lineOf({ mutant, tried }: MutantOutcome): string {
  return `  survived: ${mutant.source.file} ${mutant.pointer} ${mutant.what} [${mutant.class}] (${tried} scenarios)`;
}
