import type { QueryConfig } from 'pg';
import { entityOf, type Model } from '../../model/model.ts';
import type { Queryable } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { hmacSm3, sm3 } from '../crypto/index.ts';

/** Fewest days that audit rows are kept (Cybersecurity Law, article 21: six months). */
export const leastRetention = 180;

const sealed = ['at', 'user', 'userName', 'username', 'event', 'result', 'object', 'objectLabel', 'title', 'recordId', 'summary', 'via', 'reason', 'channel', 'address', 'device'];

/** One audit row with the text that its seal covers. */
export interface AuditRow { id: string; at: Date; content: string }

/** One sealed batch: what its rows' chain ends with, signed by a key that the database does not hold. */
export interface Seal { batch: number; count: number; previous: Buffer; head: Buffer; signature: Buffer; keyId: string }

/** Columns id, at and content; every value of the row goes into the content, to the microsecond. */
export function auditColumns(model: Model): string {
  const entity = entityOf(model, 'platform/audit-event');
  const text = (name: string): string => name === 'at' ? `to_char(a.${columnOf(entity, 'at')} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')` : `a.${columnOf(entity, name)}`;
  return `a.id, a.${columnOf(entity, 'at')} as at, json_build_array(a.id, a.owner_org, a.area_code, ${sealed.map(text).join(', ')})::text as content`;
}

export const auditTable = (model: Model): string => tableOf(entityOf(model, 'platform/audit-event'));

/** The next link of the chain. */
export const linkOf = (previous: Buffer, row: AuditRow): Buffer => sm3(previous, row.content);

/** Signature of a batch. */
export function signatureOf(secret: Buffer, { batch, count, previous, head }: Pick<Seal, 'batch' | 'count' | 'previous' | 'head'>): Buffer {
  return hmacSm3(secret, JSON.stringify([batch, count]), previous, head);
}

/**
 * Nobody changes or deletes audit rows or seals, the program included. Rows older than the retention leave by `tamga.purge_audit`, whole batches at a time;
 * who owns the database could take the triggers away: that is what the seals are for.
 */
export function protection(model: Model): readonly string[] {
  const table = auditTable(model);
  const guard = (name: string, on: string, when: string): string[] => [`drop trigger if exists ${name} on ${on}`, `create trigger ${name} before ${when} on ${on} execute function tamga.refuse_change()`];
  return [
    `create or replace function tamga.refuse_change() returns trigger language plpgsql as $$ begin
       if tg_op = 'DELETE' and current_setting('tamga.purge', true) = 'on' then return null; end if;
       raise exception 'Rows of %.% are only added to.', tg_table_schema, tg_table_name using errcode = '42501'; end $$`,
    ...guard('only_added_to', table, 'update or delete or truncate'),
    ...guard('only_added_to', 'tamga.audit_seal', 'update or delete or truncate'),
    ...guard('only_added_to', 'tamga.audit_link', 'update or delete or truncate'),
  ];
}

/** The newest seal. */
export async function newestSeal(db: Queryable): Promise<Seal | undefined> {
  return (await db.query<Seal>(`${selectSeals} order by batch desc limit 1`)).rows[0];
}

export const selectSeals = 'select batch::int as batch, count, previous, head, signature, key_id as "keyId" from tamga.audit_seal';

/** Rows that no seal covers yet, the oldest first; only of the last days, so that a long log costs nothing. */
export function unsealedRows(model: Model, limit: number, since: Date | null): QueryConfig<unknown[]> {
  return {
    text: `select ${auditColumns(model)} from ${auditTable(model)} a where ($2::timestamptz is null or a.created_at >= $2) and not exists (select from tamga.audit_link l where l.audit_id = a.id) order by a.created_at, a.id limit $1`,
    values: [limit, since],
  };
}
