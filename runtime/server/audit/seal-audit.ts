import { rename, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Services } from '../context.ts';
import { currentKey } from '../crypto/index.ts';
import { transaction } from '../db/transaction.ts';
import { linkOf, newestSeal, signatureOf, unsealedRows, type AuditRow } from './audit-table.ts';

const batchSize = 5_000;
/** Longest that a transaction may run before its rows are seen: a row older than this and not sealed was put in by hand. */
export const sealWithin = 24 * 60 * 60_000;
const zero = Buffer.alloc(32);

/** Seals what is not sealed yet: chains the rows by SM3 and signs the end of the chain. Returns how many rows it sealed. */
export async function sealAudit(services: Services): Promise<number> {
  const key = await currentKey(services.home, 'audit');
  const sealed = await transaction(services.pool, async (client) => {
    const { rows: [lock] } = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock(hashtext('tamga.audit_seal')) as mine");
    if (!lock?.mine) return undefined;
    const last = await newestSeal(client);
    const since = last ? new Date(services.clock.now().getTime() - sealWithin) : null;
    const { rows } = await client.query<AuditRow>(unsealedRows(services.current(), batchSize, since));
    if (rows.length === 0) return undefined;
    const previous = last?.head ?? zero;
    const links: Buffer[] = [];
    for (const row of rows) links.push(linkOf(links.at(-1) ?? previous, row));
    const seal = { batch: (last?.batch ?? 0) + 1, count: rows.length, previous, head: links.at(-1)! };
    await client.query(
      'insert into tamga.audit_link (audit_id, batch, position, hash) select * from unnest($1::uuid[], $2::bigint[], $3::int[], $4::bytea[])',
      [rows.map(({ id }) => id), rows.map(() => seal.batch), rows.map((_, i) => i), links]);
    await client.query('insert into tamga.audit_seal (batch, at, count, previous, head, signature, key_id) values ($1, $2, $3, $4, $5, $6, $7)',
      [seal.batch, services.clock.now(), seal.count, previous, seal.head, signatureOf(key.secret, seal), key.id]);
    return seal;
  });
  if (!sealed) return 0;
  await noteHead(services.home, sealed);
  return sealed.count;
}

/** The newest head also lies outside the database: cutting off the end of the log shows. */
async function noteHead(home: string, { batch, head }: { batch: number; head: Buffer }): Promise<void> {
  await mkdir(join(home, 'audit'), { recursive: true, mode: 0o700 });
  const file = headFile(home);
  await writeFile(`${file}.new`, JSON.stringify({ batch, head: head.toString('hex') }), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export const headFile = (home: string): string => join(home, 'audit', 'head.json');

/** Seals every second; returns the way to stop, which seals what is left. */
export function startSealing(services: Services): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout;
  const round = (): void => {
    running = sealAudit(services).catch((error: unknown) => services.log.error({ err: error }, 'The audit log could not be sealed.')).then(() => {
      if (!stopped) timer = setTimeout(round, 1_000);
    });
  };
  round();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
    await sealAudit(services).catch(() => undefined);
  };
}
