import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Scenario } from '../../schemas/generated/types.ts';
import type { DefinitionProblem, Source } from '../model/source.ts';
import { parseScenario } from './scenario/parse-scenario.ts';

/** A scenario that can be run: its file, its app and what it says. */
export interface FoundScenario { file: string; app: string; scenario: Scenario }
export interface FoundScenarios { scenarios: FoundScenario[]; problems: DefinitionProblem[] }

export interface WhichScenarios {
  /** Folder of the project. */
  root: string;
  /** Definitions known, to guess the app of a file from outside. */
  sources: Source[];
  /** Files or folders; left out: all of `app-definitions/`. */
  files?: string[];
  app?: string;
}

/** The scenarios asked for, with every problem of those that cannot be read. */
export async function collectScenarios({ root, sources, files, app }: WhichScenarios): Promise<FoundScenarios> {
  const inside = app === undefined ? 'app-definitions' : join('app-definitions', app);
  const paths = files?.length ? files.map(fullPath) : [join(root, inside)];
  const found: FoundScenarios = { scenarios: [], problems: [] };
  for (const path of paths.flatMap(scenarioFiles)) {
    const file = shortPath(root, path);
    if (!existsSync(path)) {
      found.problems.push({ file, pointer: '/', code: 'definition.file', message: 'there is no such file' });
      continue;
    }
    const { scenario, problems } = await parseScenario(file, readFileSync(path, 'utf8'));
    found.problems.push(...problems);
    if (scenario) found.scenarios.push({ file, app: appOf({ file, scenario, sources, app }), scenario });
  }
  return found;
}

function scenarioFiles(path: string): string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.scenario.json')).sort().map((name) => join(path, name));
}

/** npm runs scripts in the project's folder; a path is meant from where the person stands. */
function fullPath(file: string): string {
  const there = resolve(process.env.INIT_CWD ?? '.', file);
  return existsSync(there) ? there : resolve(file);
}

function shortPath(root: string, path: string): string {
  const short = relative(root, path);
  return short.startsWith('..') || isAbsolute(short) ? path : short.split(sep).join('/');
}

/** The app a scenario says, that of its folder, the one asked for, or the one that has most of the entities it names. */
function appOf({ file, scenario, sources, app }: { file: string; scenario: Scenario; sources: Source[]; app?: string }): string {
  const folder = /^app-definitions\/([^/]+)\//.exec(file)?.[1];
  if (scenario.app ?? folder ?? app) return (scenario.app ?? folder ?? app)!;
  const text = JSON.stringify(scenario);
  const counts = new Map<string, number>();
  for (const source of sources) {
    const weight = source.kind === 'app' ? (text.includes(`"${source.app}/`) ? 1 : 0) : source.kind === 'entity' && text.includes(`"${source.name}"`) ? 1 : 0;
    if (weight) counts.set(source.app, (counts.get(source.app) ?? 0) + weight);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'platform';
}
