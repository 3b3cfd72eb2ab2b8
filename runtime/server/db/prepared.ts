import type { QueryConfig } from 'pg';

/** A statement that PostgreSQL parses and plans once per connection. */
export interface Prepared { readonly name: string; readonly text: string }

let count = 0;

/** Gives a text its name; for texts that are made once and run often, such as those kept with a model. */
export function prepare(text: string): Prepared {
  count += 1;
  return { name: `s${count}`, text };
}

/** A prepared statement with its values, as `query` takes it. */
export function withValues({ name, text }: Prepared, values: unknown[]): QueryConfig<unknown[]> {
  return { name, text, values };
}
