import type { FoundScenario } from '../../runtime/testing/index.ts';
import { isJsonObject } from './change-json.ts';
import type { Mutant } from './mutant.ts';

/** A scenario with what is known of it: how long it takes and what it has killed. */
export interface Hunter { found: FoundScenario; text: string; milliseconds: number; kills: Map<string, number> }

/** The scenarios that could notice a mutant, the likeliest and quickest first. */
export function chooseScenarios(mutant: Mutant, hunters: Hunter[]): Hunter[] {
  const entity = entityOf(mutant);
  // By the usual scenario of this run, so that a slow machine does not change the order.
  const usual = hunters.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / hunters.length;
  const score = (hunter: Hunter): number => (
    (hunter.kills.get(placeOf(mutant)) ?? 0) * 20 + (hunter.kills.get(mutant.source.file) ?? 0) * 10 + (entity && hunter.text.includes(`"${entity}"`) ? 20 : 0) + (mentions(mutant, hunter) ? 5 : 0) - (5 * hunter.milliseconds) / usual
  );
  return hunters.filter((hunter) => canFeel(mutant, hunter)).map((hunter) => ({ hunter, score: score(hunter) })).sort((a, b) => b.score - a.score).map(({ hunter }) => hunter);
}

/** The scenario that killed one mutant probably kills its neighbours. */
export function rememberKill(mutant: Mutant, hunter: Hunter): void {
  for (const key of [mutant.source.file, placeOf(mutant)]) hunter.kills.set(key, (hunter.kills.get(key) ?? 0) + 1);
}

/** The rights of a role are felt only where somebody holds it: a person of the scenario or one of the seed who signs in. */
function canFeel(mutant: Mutant, { text }: Hunter): boolean {
  return mutant.role === undefined || text.includes(`"${mutant.role}"`) || text.includes('"login"') || text.includes('/api/session');
}

/** A place is known by its file and the first steps of its pointer, such as one field or one grant. */
function placeOf(mutant: Mutant): string {
  return `${mutant.source.file} ${mutant.pointer.split('/').slice(0, 3).join('/')}`;
}

function entityOf({ source, pointer }: Mutant): string | undefined {
  if (source.kind === 'entity') return source.name;
  if (source.kind === 'role') return pointer.split('/')[2]?.replaceAll('~1', '/');
  if (source.kind === 'process') return /tamga:entity="(?:[^"/]*\/)?([^"]+)"/.exec(String(source.content))?.[1];
  return isJsonObject(source.content) && typeof source.content.entity === 'string' ? source.content.entity.split('/').at(-1) : undefined;
}

/** The last name of the pointer, such as a field, stands in the scenario. */
function mentions({ pointer, source }: Mutant, { text, found }: Hunter): boolean {
  const names = pointer.split('/').filter((part) => /^[a-z][A-Za-z-]+$/.test(part) && !['fields', 'states', 'grants', 'required', 'checks'].includes(part));
  return names.some((name) => text.includes(`"${name}"`)) || found.file.split('/')[2] === source.file.split('/')[2];
}
