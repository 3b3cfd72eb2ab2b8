import { systemContext, type Services } from '../context.ts';
import { inTransaction, type TransactionContext } from '../operations/in-transaction.ts';
import { ServiceFailure } from './call-service.ts';

/** Moves an instance for which no person waits. A service that fails undoes everything; the next try takes that failure for its answer and leaves an incident. */
export async function inBackground<T>(services: Services, work: (ctx: TransactionContext, failures: ReadonlyMap<string, string>) => Promise<T>): Promise<T> {
  const failures = new Map<string, string>();
  for (;;) {
    try {
      return await inTransaction(systemContext(services), (ctx) => work(ctx, failures));
    } catch (error) {
      if (!(error instanceof ServiceFailure) || failures.has(error.executionId)) throw error;
      services.log.error({ err: error.cause }, 'service failed in the background');
      failures.set(error.executionId, error.message);
    }
  }
}
