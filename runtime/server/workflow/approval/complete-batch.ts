import { Problem, problemBody } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { complete, type Decision } from '../complete.ts';

export interface BatchItem extends Decision { id: string }
export interface BatchResult { id: string; ok: boolean; status: number; code?: string; message?: string }

/** Finishes tasks one after the other, each for itself: one that can't be done stops none of the others. */
export async function completeBatch(ctx: Context, items: readonly BatchItem[]): Promise<{ results: BatchResult[] }> {
  const results: BatchResult[] = [];
  for (const { id, ...decision } of items) {
    try {
      await complete(ctx, id, decision);
      results.push({ id, ok: true, status: 200 });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { errors: [first], code } = error;
      results.push({ id, ok: false, status: error.status, code: first?.code ?? code, message: String(problemBody(error, ctx.locale)['detail']) });
    }
  }
  return { results };
}
