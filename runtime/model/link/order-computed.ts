import type { Entity, Field } from '../model.ts';
import type { Linker, Place } from './linker.ts';

/** Puts computed and looked-up fields into the order in which they can be worked out; a field that depends on itself is a problem. */
export function orderComputed(entity: Entity, place: Place, linker: Linker): void {
  const visiting = new Set<string>();
  const done = new Set<string>();
  const visit = (name: string): string[] | undefined => {
    if (done.has(name)) return undefined;
    const path = [...visiting];
    if (visiting.has(name)) return [...path.slice(path.indexOf(name)), name];
    visiting.add(name);
    const circle = dependsOn(entity.byName.get(name)).filter((n) => isWorkedOut(entity.byName.get(n))).map(visit).find((found) => found !== undefined);
    visiting.delete(name);
    done.add(name);
    return circle;
  };
  for (const field of entity.fields) {
    const circle = isWorkedOut(field) ? visit(field.name) : undefined;
    if (circle) linker.report(place, `/fields/${circle[0]!}/${entity.byName.get(circle[0]!)?.lookup ? 'lookup' : 'computed'}`, 'definition.cycle', `"${circle[0]!}" depends on itself (${circle.join(' → ')})`);
  }
  // Later computed fields may use earlier ones: evaluate in order of dependence.
  const order = new Map<string, number>();
  const depth = (name: string): number => {
    const known = order.get(name);
    if (known !== undefined) return known;
    order.set(name, 0);
    const value = 1 + Math.max(0, ...dependsOn(entity.byName.get(name)).filter((n) => isWorkedOut(entity.byName.get(n))).map(depth));
    order.set(name, value);
    return value;
  };
  entity.computedOrder = entity.fields.filter(isWorkedOut).sort((a, b) => depth(a.name) - depth(b.name)).map((f) => f.name);
}

const isWorkedOut = (field: Field | undefined): boolean => field?.computed !== undefined || field?.lookup !== undefined;

/** The names that a computed or looked-up field is worked out from. */
function dependsOn(field: Field | undefined): readonly string[] {
  return [...field?.computed?.names ?? [], ...Object.values(field?.lookup ?? {}).flatMap((expression) => expression.names)];
}
