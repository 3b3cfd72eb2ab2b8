import { systemContext, type Services } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { inTransaction, madeBy } from '../operations/in-transaction.ts';
import { update } from '../operations/update.ts';

/** Ends the questionnaires whose time is over, as if somebody had. */
export async function endQuestionnaires(services: Services): Promise<void> {
  const ctx = systemContext(services);
  for (const entity of ctx.model.entities.values()) {
    if (!entity.questionnaires || !entity.states || !entity.byName.has('endsAt')) continue;
    const { rows } = await ctx.db.query<{ id: string }>(`select id from ${tableOf(entity)} where ${columnOf(entity, entity.states.field)} = 'published' and ${columnOf(entity, 'endsAt')} < $1 limit 500`, [services.clock.now()]);
    for (const { id } of rows) await inTransaction(ctx, async (tx) => { await update(madeBy(tx, 'end'), entity, id, { [entity.states!.field]: 'ended' }); });
  }
}
