import type { Event, ProcessNode } from '../../../bpmn/index.ts';
import type { Context } from '../../context.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { advanceInstance } from '../advance-instance.ts';
import { compiledProcess } from '../compiled-process.ts';
import type { Instance } from '../instance.ts';
import { processRun } from '../process-run.ts';
import type { Task } from '../task.ts';

// Services that follow one another; nobody needs to look further.
const furthest = 20;

/** User tasks and ends that an outcome would lead to with the record as it is now. Nothing is done: services are taken as having worked. */
export async function lookAhead(ctx: Context, instance: Instance, task: Task, outcome: string): Promise<ProcessNode[]> {
  if (task.backTo !== null) {
    const { process } = await compiledProcess(ctx, instance.definitionId);
    const back = process.nodes[task.backTo];
    if (back && process.nodes[task.nodeId]?.userTask?.outcomes[0]?.name === outcome) return [back];
  }
  return inTransaction(ctx, async (tx) => {
    const run = processRun(tx, instance, await compiledProcess(tx, instance.definitionId));
    const found = new Map<string, ProcessNode>();
    const events: Event[] = [{ type: 'complete-task', taskId: task.groupKey, outcome }];
    try {
      for (let count = 0; events.length > 0 && count < furthest; count += 1) {
        const step = await advanceInstance(run, events.shift()!);
        run.state = step.state;
        for (const effect of step.effects) {
          if (effect.type === 'call-service') events.push({ type: 'service-done', tokenId: effect.tokenId, executionId: effect.executionId });
          // Whom the step needs is chosen with the decision itself.
          const id = effect.type === 'create-task' || (effect.type === 'incident' && effect.code === 'no-signers') ? effect.nodeId : effect.type === 'end-instance' ? effect.endId : null;
          const node = id === null ? undefined : run.compiled.process.nodes[id];
          if (node) found.set(node.id, node);
        }
      }
    } catch (error) {
      // A guess that fails is no guess; the decision itself will say why.
      ctx.services.log.debug({ err: error, task: task.id }, 'look-ahead');
    }
    return [...found.values()];
  });
}
