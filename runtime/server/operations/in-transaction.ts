import { transaction } from '../db/transaction.ts';
import type { Context, Transaction } from '../context.ts';

export type TransactionContext = Context & { tx: Transaction };

/** Runs within the context's transaction, or in a new one that ends with the alerts and the commit. */
export async function inTransaction<T>(ctx: Context, fn: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  if (ctx.tx) return fn(ctx as TransactionContext);
  const done = await transaction(ctx.services.pool, async (client) => {
    const tx: Transaction = { client, touched: new Map(), afterCommit: [], via: null };
    const inner = { ...ctx, db: client, tx };
    const result = await fn(inner);
    for (const hook of ctx.services.beforeCommit) await hook(inner);
    return { result, tx };
  });
  for (const hook of done.tx.afterCommit) await hook();
  return done.result;
}

/** The same transaction, its changes made by an action or process. */
export function madeBy(ctx: TransactionContext, via: string): TransactionContext {
  return { ...ctx, tx: { ...ctx.tx, via } };
}
