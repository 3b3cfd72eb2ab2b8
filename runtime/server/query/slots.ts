import type { Predicate } from './condition.ts';

/** Stands for a value in a statement that is compiled once and run with many values. */
export class Slot {
  readonly index: number;
  constructor(index: number) { this.index = index; }
}

/** The shape of a predicate without its values, which are appended to `values` in a fixed order. */
export function shapeOf(predicate: Predicate, values: unknown[]): string {
  switch (predicate.kind) {
    case 'all': return 'A';
    case 'none': return 'N';
    case 'not': return `!(${shapeOf(predicate.part, values)})`;
    case 'and': case 'or': return `${predicate.kind}(${predicate.parts.map((p) => shapeOf(p, values)).join(',')})`;
    case 'compare': {
      const { path, operator, value } = predicate;
      if (operator === '$exists') return `${path.text}${operator}${value === true ? '1' : '0'}`;
      if (value === null) return `${path.text}${operator}null`;
      values.push(value);
      return `${path.text}${operator}?`;
    }
  }
}

/** The same predicate with slots for its values, numbered as `shapeOf` appends them. */
export function slotted(predicate: Predicate, counter: { next: number }): Predicate {
  switch (predicate.kind) {
    case 'all': case 'none': return predicate;
    case 'not': return { kind: 'not', part: slotted(predicate.part, counter) };
    case 'and': case 'or': return { kind: predicate.kind, parts: predicate.parts.map((p) => slotted(p, counter)) };
    case 'compare': return predicate.operator === '$exists' || predicate.value === null ? predicate : { ...predicate, value: new Slot(counter.next++) };
  }
}

/** Puts values into the slots of a compiled statement. */
export function fillSlots(bindings: readonly unknown[], values: readonly unknown[]): unknown[] {
  return bindings.map((b) => b instanceof Slot ? values[b.index] : b);
}
