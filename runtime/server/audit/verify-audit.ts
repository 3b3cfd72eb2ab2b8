import { readFile } from 'node:fs/promises';
import type { Model } from '../../model/model.ts';
import type { Queryable } from '../context.ts';
import { keyById, type Key } from '../crypto/index.ts';
import { auditColumns, auditTable, linkOf, selectSeals, signatureOf, type AuditRow, type Seal } from './audit-table.ts';
import { headFile, sealWithin } from './seal-audit.ts';

/** What is wrong with the log: a row that was altered, is missing or was put in later; a seal that was altered, lost its key, or is missing at the end. */
export interface AuditFlaw { kind: 'altered' | 'missing' | 'added' | 'seal' | 'key' | 'cut-off'; id?: string; batch?: number; at?: string }
export interface AuditVerdict { intact: boolean; rows: number; batches: number; unsealed: number; flaw?: AuditFlaw }

interface Linked { id: string; hash: Buffer; content: string | null; at: Date | null }

const step = 20;

/** Walks the whole chain and names the first row that is altered, missing or added; reads some batches at a time. */
export async function verifyAudit({ db, model, home, now }: { db: Queryable; model: Model; home: string; now: Date }): Promise<AuditVerdict> {
  const verdict: AuditVerdict = { intact: true, rows: 0, batches: 0, unsealed: 0 };
  const broken = (flaw: AuditFlaw): AuditVerdict => ({ ...verdict, intact: false, flaw });
  const keys = new Map<string, Key | undefined>();
  let last: Seal | undefined;
  for (;;) {
    const { rows: seals } = await db.query<Seal>(`${selectSeals} where batch > $1 order by batch limit $2`, [last?.batch ?? 0, step]);
    if (seals.length === 0) break;
    const linked = await linkedRows(db, model, seals.map(({ batch }) => batch));
    for (const seal of seals) {
      if (seal.batch !== (last?.batch ?? 0) + 1 || (last && !seal.previous.equals(last.head))) return broken({ kind: 'seal', batch: (last?.batch ?? 0) + 1 });
      if (!keys.has(seal.keyId)) keys.set(seal.keyId, await keyById(home, seal.keyId));
      const key = keys.get(seal.keyId);
      if (!key) return broken({ kind: 'key', batch: seal.batch });
      if (!signatureOf(key.secret, seal).equals(seal.signature)) return broken({ kind: 'seal', batch: seal.batch });
      const flaw = flawIn(seal, linked.get(seal.batch) ?? []);
      if (flaw) return broken(flaw);
      verdict.rows += seal.count;
      verdict.batches += 1;
      last = seal;
    }
  }
  const head = await readFile(headFile(home), 'utf8').then((text) => JSON.parse(text) as { batch: number }, () => undefined);
  if (head && head.batch > (last?.batch ?? 0)) return broken({ kind: 'cut-off', batch: (last?.batch ?? 0) + 1 });
  const { rows: loose } = await db.query<{ id: string; at: Date; old: boolean }>(
    `select a.id, a.created_at as at, a.created_at < $1 as old from ${auditTable(model)} a where not exists (select from tamga.audit_link l where l.audit_id = a.id) order by a.created_at limit 1000`, [new Date(now.getTime() - sealWithin)]);
  const added = last ? loose.find(({ old }) => old) : undefined;
  if (added) return broken({ kind: 'added', id: added.id, at: added.at.toISOString() });
  return { ...verdict, unsealed: loose.length };
}

async function linkedRows(db: Queryable, model: Model, batches: number[]): Promise<Map<number, Linked[]>> {
  const { rows } = await db.query<Linked & { batch: number }>(
    `select l.batch::int as batch, l.audit_id as id, l.hash, r.content, r.at from tamga.audit_link l
     left join lateral (select ${auditColumns(model)} from ${auditTable(model)} a where a.id = l.audit_id) r on true
     where l.batch = any($1) order by l.batch, l.position`, [batches]);
  const found = new Map<number, Linked[]>();
  for (const { batch, ...row } of rows) found.set(batch, [...(found.get(batch) ?? []), row]);
  return found;
}

function flawIn(seal: Seal, rows: readonly Linked[]): AuditFlaw | undefined {
  let previous = seal.previous;
  for (const row of rows) {
    if (row.content === null) return { kind: 'missing', id: row.id, batch: seal.batch };
    const link = linkOf(previous, { id: row.id, at: row.at!, content: row.content } satisfies AuditRow);
    if (!link.equals(row.hash)) return { kind: 'altered', id: row.id, batch: seal.batch, at: row.at!.toISOString() };
    previous = link;
  }
  return rows.length === seal.count && previous.equals(seal.head) ? undefined : { kind: 'seal', batch: seal.batch };
}
