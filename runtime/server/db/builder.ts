import knexFactory, { type Knex } from 'knex';

/** The SQL builder; it has no connection of its own, statements are run through the pool. */
export const sql: Knex = knexFactory({ client: 'pg', wrapIdentifier: (value) => value === '*' ? '*' : `"${value.replaceAll('"', '""')}"` });

export type Fragment = Knex.Raw;

/** A piece of SQL with values (`?`) and identifiers (`??`). */
export function raw(text: string, bindings: readonly unknown[] = []): Fragment {
  return sql.raw(text, bindings as Knex.RawBinding[]);
}

/** Pieces joined by a word, in parentheses. */
export function joined(parts: readonly Fragment[], word: 'and' | 'or'): Fragment {
  return raw(`(${parts.map(() => '?').join(` ${word} `)})`, parts);
}

/** A built statement as text with `$n` and its values. */
export function toNative(query: { toSQL(): { toNative(): { sql: string; bindings: readonly unknown[] } } }): { text: string; values: unknown[] } {
  const native = query.toSQL().toNative();
  return { text: native.sql, values: [...native.bindings] };
}
