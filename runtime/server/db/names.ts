import { createHash } from 'node:crypto';
import type { Entity } from '../../model/model.ts';

/** Name of the unique constraint over some fields; PostgreSQL cuts names at 63 bytes. */
export function constraintName(entity: Entity, fields: readonly string[]): string {
  return short(`${entity.table}_${fields.map((f) => entity.byName.get(f)?.column ?? f).join('_')}_key`);
}

/** Name of a declared index. */
export function indexName(entity: Entity, keys: readonly string[]): string {
  return short(`${entity.table}_${keys.map((k) => k.startsWith('-') ? `${k.slice(1)}_d` : k).join('_')}_idx`);
}

function short(name: string): string {
  return name.length <= 60 ? name : `${name.slice(0, 48)}_${createHash('sha256').update(name).digest('hex').slice(0, 10)}`;
}
