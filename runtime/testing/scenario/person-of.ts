import { ScenarioFailure } from './scenario-failure.ts';
import type { Person, ScenarioWorld } from './world.ts';

/** The person of a step; the system when none is named. */
export function personOf(world: ScenarioWorld, name: string | undefined): Person {
  if (name === undefined || name === 'system') return world.system;
  const person = world.people.get(name);
  if (!person) throw new ScenarioFailure(`a person "${name}" in given.people`, `only ${[...world.people.keys()].join(', ') || 'none'}`);
  return person;
}
