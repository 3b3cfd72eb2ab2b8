import type { Entity } from '../../model/model.ts';
import type { Predicate } from '../query/condition.ts';
import type { Access } from './access.ts';

/** Ways in which a person comes to know a value, or changes it. */
export const channels = ['list', 'detail', 'filter', 'search', 'history', 'export', 'change'] as const;
export type Channel = (typeof channels)[number];

/** Rows in which a field is known on a channel at all, and those in which it is known whole. */
export interface Reach { some: Predicate; whole: Predicate }

/** What one person's rules give on a channel; `detail` is also what tasks, prints and APIs show, `filter` also sorts and figures. */
export function reachOn(access: Access, entity: Entity, field: string, channel: Channel): Reach {
  const read = access.rows('read');
  const seen: Reach = { some: both(read, access.visible(field)), whole: both(read, access.clear(field)) };
  switch (channel) {
    case 'list': case 'detail': return seen;
    // A history tells of times at which the record was another: only who may know the field in every row reads it there.
    case 'history': return !entity.history || access.visible(field).kind !== 'all' ? nowhere : { some: seen.some, whole: access.clear(field).kind === 'all' ? seen.whole : none };
    case 'filter': return { some: seen.whole, whole: seen.whole };
    // The search column is one for all rows: only who may know the text in every row searches it.
    case 'search': return entity.search.includes(field) && access.clear(field).kind === 'all' ? { some: seen.whole, whole: seen.whole } : nowhere;
    case 'export': return { some: both(access.rows('export'), seen.some), whole: both(access.rows('export'), seen.whole) };
    case 'change': {
      const rows = access.writable(field) && !entity.managed && !entity.lineOf ? both(read, access.rows('update')) : none;
      return { some: rows, whole: rows };
    }
  }
}

const none: Predicate = { kind: 'none' };
const nowhere: Reach = { some: none, whole: none };

function both(a: Predicate, b: Predicate): Predicate {
  if (a.kind === 'none' || b.kind === 'none') return none;
  if (a.kind === 'all') return b;
  return b.kind === 'all' ? a : { kind: 'and', parts: [a, b] };
}
