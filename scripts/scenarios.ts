import { writeFileSync } from 'node:fs';
import { collectScenarios, openScenarios, provedRows, startTestDatabase } from '../runtime/testing/index.ts';
import type { FoundScenario, ScenarioResult } from '../runtime/testing/index.ts';
import { formatProblem } from '../runtime/model/source.ts';
import { loadSources } from '../runtime/server/load.ts';
import { projectRoot } from './checks/project-files.ts';
import { readArguments, usage } from './scenarios/read-arguments.ts';
import { sample } from './scenarios/sample.ts';
import type { ScenarioArguments } from './scenarios/read-arguments.ts';

/** Rows of the tender. */
const tenderRows = 506;

async function main(wanted: ScenarioArguments): Promise<boolean> {
  const { sources, problems: unread } = await loadSources(projectRoot);
  const { scenarios, problems } = await collectScenarios({ root: projectRoot, sources, files: wanted.files, ...wanted.app ? { app: wanted.app } : {} });
  for (const problem of [...unread, ...problems]) console.error(formatProblem(problem));
  const unreadable = new Set([...unread, ...problems].map((problem) => problem.file)).size;
  const began = Date.now();
  const results = await runAll(sample(scenarios, wanted.sample), sources, wanted.jobs);
  const report = provedRows(results);
  const passed = results.filter((result) => result.passed).length;
  const failed = results.length - passed + unreadable;
  if (wanted.report) writeFileSync(wanted.report, `${JSON.stringify(report, null, 2)}\n`);
  if (wanted.counts) writeFileSync(wanted.counts, JSON.stringify({ passed, failed }));
  const proved = Object.entries(report.rows).filter(([, row]) => row.proved).map(([row]) => row);
  console.log(`\n${proved.length} of ${tenderRows} rows of the tender proved${proved.length ? ` (${proved.join(', ')})` : ''} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

/** Some run at the same time, each in a database of its own; results keep the order of the files. */
async function runAll(scenarios: FoundScenario[], sources: Parameters<typeof openScenarios>[0]['sources'], jobs: number): Promise<ScenarioResult[]> {
  if (!scenarios.length) return [];
  const database = await startTestDatabase();
  const host = openScenarios({ root: projectRoot, sources, databaseUrl: database.url });
  const results: ScenarioResult[] = [];
  const waiting = [...scenarios.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, found] = next;
      const result = await host.run(found);
      results[at] = result;
      console.log(`${result.passed ? '✓' : '✗'} ${result.title}  ${(result.milliseconds / 1000).toFixed(2)} s  ${result.file}`);
      if (result.error) console.log(`    ${result.error.replaceAll('\n', '\n    ')}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: jobs }, work));
  } finally {
    await host.close();
    await database.stop();
  }
  return results;
}

try {
  process.exitCode = await main(readArguments(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') ? `${(error as Error).message}\nUsage: ${usage}` : error);
  process.exitCode = 2;
}
