import { v7 } from 'uuid';
import type { Context } from '../../context.ts';
import type { Task } from '../task.ts';

/** What people did with a task or an instance besides deciding. */
export type OperationKind =
  | 'claim' | 'unclaim' | 'transfer' | 'delegate' | 'resolve' | 'take-back' | 'add-sign' | 'remove-sign' | 'release'
  | 'return' | 'recall' | 'withdraw' | 'urge' | 'copy' | 'warned' | 'overdue' | 'escalated';

export interface OperationNote { kind: OperationKind; instance: string; task?: Task; person?: string | null; onBehalf?: string | null; note?: string | null; detail?: Record<string, unknown> }

/** Keeps who did what to whom, for the trail of the instance and for figures of hand-overs. */
export async function noteOperation(ctx: Context, { kind, instance, task, person = null, onBehalf = null, note = null, detail }: OperationNote): Promise<void> {
  await ctx.db.query(
    `insert into tamga.task_event (id, instance_id, task_id, node_id, label, kind, by, on_behalf, person, at, note, detail) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [v7(), instance, task?.id ?? null, task?.nodeId ?? null, task?.label ?? null, kind, ctx.principal.user?.id ?? null, onBehalf, person, ctx.services.clock.now(), note, detail ? JSON.stringify(detail) : null]);
}
