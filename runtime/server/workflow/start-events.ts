import type { Process, Variables } from '../../bpmn/index.ts';
import type { Queryable } from '../context.ts';
import type { Clock } from '../../expressions/index.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import { latestProcess } from './compiled-process.ts';
import type { Instance } from './instance.ts';
import { startInstance } from './start-instance.ts';
import { timerDue } from './timer-due.ts';

/** Stands for nobody: instances that a timer or signal started. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** Messages, signals and times that start the newest version of a process; those of the version before no longer do. */
export async function storeStartEvents(db: Queryable, process: Process, definitionId: string, clock: Clock): Promise<void> {
  await db.query('delete from tamga.start_event where key = $1', [process.id]);
  for (const node of Object.values(process.nodes)) {
    if (node.type !== 'startEvent' || node.scopeId !== process.id || node.event === undefined) continue;
    const due = node.timer?.language === 'iso8601' ? timerDue(node.timer.kind, node.timer.text, clock) : undefined;
    await db.query('insert into tamga.start_event (key, node_id, definition_id, kind, name, due_at, repeat_text) values ($1, $2, $3, $4, $5, $6, $7)',
      [process.id, node.id, definitionId, node.event, node.reference?.name ?? null, due?.at ?? null, due?.repeat ?? null]);
  }
}

/** Starts the newest version of a process at one of its events. */
export async function startByEvent(ctx: TransactionContext, key: string, nodeId: string, variables?: Variables, businessKey: string | null = null): Promise<Instance | undefined> {
  const compiled = await latestProcess(ctx, key);
  if (!compiled) return undefined;
  return startInstance(ctx, compiled, { starter: ctx.principal.user?.id ?? nobody, startEvent: nodeId, businessKey, ...(variables ? { variables } : {}) });
}
