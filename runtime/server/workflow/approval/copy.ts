import { v7 } from 'uuid';
import { invalid, problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { drivenEntity } from '../no-record.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { compiledProcess } from '../compiled-process.ts';
import { loadInstance } from '../instance.ts';
import { maySeeInstance } from '../readable.ts';
import { tasksOf } from '../task.ts';
import { noteOperation } from './note-operation.ts';
import { requirePermitted } from './permitted-people.ts';
import { tell } from './tell.ts';
import { requireInstanceOperation } from './worked-task.ts';

/** Lets people know of an instance: they may look, they have nothing to do. Whoever has it already is not told again. */
export async function copyTo(ctx: Context, instanceId: string, { to, note }: { to: readonly string[]; note?: string | null }): Promise<{ sent: number; already: number }> {
  return inTransaction(ctx, async (tx) => {
    const instance = await loadInstance(tx, instanceId, 'wait');
    if (!instance || !await maySeeInstance(tx, instance, await tasksOf(tx, instance.id), drivenEntity(tx.model, instance.entity))) throw problem('not-found');
    requireInstanceOperation(await compiledProcess(tx, instance.definitionId), 'copy');
    const people = [...new Set(to)];
    if (people.length === 0) throw invalid([{ field: 'to', code: 'field.required', params: { label: { zh: '抄送人', en: 'Recipients' } } }]);
    await requirePermitted(tx, people, { instance, operation: 'copy' });
    const { rows } = await tx.db.query<{ recipient: string }>(
      `insert into tamga.copy (id, instance_id, recipient, by, at, note) select c.id, $3, c.recipient, $4, $5, $6 from unnest($1::uuid[], $2::uuid[]) as c (id, recipient)
       on conflict (instance_id, recipient) do nothing returning recipient`,
      [people.map(() => v7()), people, instance.id, tx.principal.user?.id ?? null, tx.services.clock.now(), note ?? null]);
    const sent = rows.map(({ recipient }) => recipient);
    for (const person of sent) await noteOperation(tx, { kind: 'copy', instance: instance.id, person, note: note ?? null });
    await tell(tx, sent, { instance, title: `抄送：${instance.title}`, body: `${tx.principal.user?.name ?? ''}抄送给您阅知。${note ?? ''}` });
    return { sent: sent.length, already: people.length - sent.length };
  });
}

/** The recipient has looked; the first time counts. */
export async function readCopy(ctx: Context, instanceId: string): Promise<void> {
  const { rowCount } = await ctx.db.query('update tamga.copy set read_at = coalesce(read_at, $3) where instance_id::text = $1 and recipient = $2', [instanceId, ctx.principal.user?.id ?? null, ctx.services.clock.now()]);
  if (rowCount === 0) throw problem('not-found');
}

/** Whether an instance was copied to the person. */
export async function hasCopy(ctx: Context, instanceId: string): Promise<boolean> {
  const { rows } = await ctx.db.query('select 1 from tamga.copy where instance_id = $1 and recipient = $2', [instanceId, ctx.principal.user?.id ?? null]);
  return rows.length > 0;
}
