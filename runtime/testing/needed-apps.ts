import type { Scenario } from '../../schemas/generated/types.ts';
import type { Source } from '../model/source.ts';

/** The apps a scenario needs: its own, those of the seeds and roles it names, and all that these need. */
export function neededApps(app: string, scenario: Scenario, sources: Source[]): string[] {
  const needs = new Map(sources.filter((source) => source.kind === 'app').map((source) => [source.app, (source.content as { needs?: string[] }).needs ?? []]));
  const { seed = [], people = {} } = scenario.given ?? {};
  const roles = Object.values(people).flatMap(({ role }) => [role].flat());
  // A step may name an entity, report or job of another app.
  const named = [...JSON.stringify(scenario).matchAll(/"([a-z][a-z0-9-]*)\/[a-z][a-z0-9-]*"/g)].map(([, name]) => name!);
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name) || !needs.has(name)) return;
    found.add(name);
    for (const each of needs.get(name)!) add(each);
  };
  for (const name of ['platform', app, ...seed.map((each) => each.split('/')[0]!), ...roles.map((each) => each.split('.')[0]!), ...named]) add(name);
  return [...found].sort();
}

/** The seeds a scenario starts from, each after what it builds on. */
export function neededSeeds(scenario: Scenario, apps: string[], available: Set<string>): string[] {
  const given = scenario.given?.seed ?? apps.map((app) => `${app}/base`);
  const wanted = ['platform/base', ...given.flatMap((seed) => (seed.endsWith('/demo') ? [seed.replace(/demo$/, 'base'), seed] : [seed]))];
  return [...new Set(wanted)].filter((seed) => available.has(seed) || scenario.given?.seed?.includes(seed));
}
