import type { Entity } from '../../model/model.ts';
import { toNative } from '../db/builder.ts';
import { prepare, withValues, type Prepared } from '../db/prepared.ts';
import type { QueryConfig } from 'pg';
import type { Predicate } from './condition.ts';
import { Slot, fillSlots, shapeOf, slotted } from './slots.ts';

interface Shaped { statement: Prepared; bindings: readonly unknown[] }

// An entity belongs to one model: a new model begins with new statements.
const known = new WeakMap<Entity, Map<string, Shaped>>();
const most = 500;

/** What a statement is made of: its kind, predicates whose values differ from run to run, and further values. */
export interface Shape<V extends readonly unknown[]> {
  key: string;
  predicates?: readonly Predicate[];
  values: V;
  /** Builds it with placeholders in place of the values; everything else follows from `key`. */
  build: (values: { readonly [K in keyof V]: Slot }, predicates: readonly Predicate[]) => Parameters<typeof toNative>[0];
}

/** A statement over an entity, built once per shape, prepared by PostgreSQL, and run with other values. */
export function shapedStatement<V extends readonly unknown[]>(entity: Entity, { key, predicates = [], values, build }: Shape<V>): QueryConfig<unknown[]> {
  let statements = known.get(entity);
  if (!statements) known.set(entity, (statements = new Map()));
  const all: unknown[] = [];
  const shape = [key, ...predicates.map((predicate) => shapeOf(predicate, all))].join('|');
  all.push(...values);
  let shaped = statements.get(shape);
  if (!shaped) {
    const counter = { next: 0 };
    const open = predicates.map((predicate) => slotted(predicate, counter));
    const slots = values.map(() => new Slot(counter.next++)) as unknown as { readonly [K in keyof V]: Slot };
    const native = toNative(build(slots, open));
    shaped = { statement: prepare(native.text), bindings: native.values };
    if (statements.size >= most) statements.clear();
    statements.set(shape, shaped);
  }
  return withValues(shaped.statement, fillSlots(shaped.bindings, all));
}
