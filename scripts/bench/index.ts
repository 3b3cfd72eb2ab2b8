import type { Verdict } from './compare.ts';
import { measureBoot } from './measures/boot.ts';
import { measureComplete, measureCompleteInProcess } from './measures/complete.ts';
import { measureImport } from './measures/import.ts';
import { measureInbox } from './measures/inbox.ts';
import { measureGet, measureList } from './measures/read.ts';
import { measureReport } from './measures/report.ts';
import { measureThreeSteps } from './measures/three-steps.ts';
import { measureSearch } from './measures/search.ts';
import { measureCreate, measureUpdate } from './measures/write.ts';
import { openTasks } from './open-tasks.ts';
import { readOptions, type MeasureName, type Options } from './options.ts';
import { absoluteTable, statements, verdictTable, type Absolute } from './print.ts';
import { openWorld, type World } from './world.ts';

const say = (text: string): void => { console.log(text); };

/** Measures Tamga against the same few routes written by hand, and against the clock; prints figures, never judges by exit code. */
async function bench(options: Options): Promise<void> {
  const wants = (name: MeasureName): boolean => options.measures.includes(name);
  say(`${options.rows} rows, ${options.connections} connections, ${options.rounds} × ${options.seconds} s each in turns. Node ${process.version}.`);
  const world = await openWorld(options);
  const verdicts: Verdict[] = [];
  const absolutes: Absolute[] = [];
  try {
    if (wants('list')) verdicts.push(await measureList(world, false));
    if (wants('count')) verdicts.push(await measureList(world, true));
    if (wants('get')) verdicts.push(await measureGet(world));
    if (wants('create')) verdicts.push(await measureCreate(world));
    if (wants('update')) verdicts.push(await measureUpdate(world));
    if (wants('complete')) await measureTasks(world, verdicts, absolutes);
    if (wants('inbox')) {
      if (!wants('complete')) await openTasks(world, 10);
      absolutes.push(...await measureInbox(world));
    }
    if (wants('import')) absolutes.push(...await measureImport(world));
    if (wants('report')) absolutes.push(...await measureReport(world));
    if (wants('search')) absolutes.push(...await measureSearch(world));
    if (wants('boot')) absolutes.push(...await measureBoot(world));
  } finally {
    await world.close();
  }
  for (const verdict of verdicts) say(`\n${statements(verdict)}`);
  if (verdicts.length > 0) say(`\n${verdictTable(verdicts)}`);
  if (absolutes.length > 0) say(`\n${absoluteTable(absolutes)}`);
}

async function measureTasks(world: World, verdicts: Verdict[], absolutes: Absolute[]): Promise<void> {
  const tasks = await openTasks(world, world.options.tasks);
  const third = Math.floor(tasks.length / 3);
  const value = await measureCompleteInProcess(world, tasks.slice(0, third));
  absolutes.push({ title: `complete a task, in-process, ${world.options.connections} callers`, value, unit: '/s', bar: 500, goal: 1_000, least: true });
  absolutes.push({ title: `three steps of approval, in-process, ${world.options.connections} callers`, value: await measureThreeSteps(world), unit: '/s', bar: 500, goal: 1_000, least: true });
  verdicts.push(await measureComplete(world, tasks.slice(third)));
}

await bench(readOptions(process.argv.slice(2)));
