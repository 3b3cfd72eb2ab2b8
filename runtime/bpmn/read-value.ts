import { problem } from './problem.ts';
import type { Problem } from './problem.ts';

export type ValuePlace = { id: string; name: string; problems: Problem[] };

/** The text when it is one of the allowed ones; anything else is a problem. */
export function oneOf<const T extends string>(text: string | undefined, allowed: readonly T[], at: ValuePlace): T | undefined {
  const found = allowed.find((value) => value === text);
  if (text !== undefined && found === undefined) at.problems.push(problem('bpmn.value', at.id, { name: at.name, allowed: allowed.join(', '), text }));
  return found;
}

/** A number within limits; anything else is a problem. */
export function numberIn(text: string | undefined, { from, to, whole = false }: { from: number; to: number; whole?: boolean }, at: ValuePlace): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value >= from && value <= to && (!whole || Number.isInteger(value))) return value;
  at.problems.push(problem('bpmn.value', at.id, { name: at.name, allowed: `${from}–${to}`, text }));
  return undefined;
}

/** The names of a list, each one of the allowed ones; `none` alone is the empty list. */
export function someOf<const T extends string>(texts: readonly string[], allowed: readonly T[], at: ValuePlace): T[] {
  if (texts.length === 1 && texts[0] === 'none') return [];
  return texts.flatMap((text) => oneOf(text, allowed, at) ?? []);
}
