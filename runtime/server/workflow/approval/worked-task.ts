import type { InstanceOperation, TaskOperation } from '../../../bpmn/index.ts';
import { invalid, problem } from '../../../problems.ts';
import type { TransactionContext } from '../../operations/in-transaction.ts';
import { compiledProcess, type CompiledProcess } from '../compiled-process.ts';
import { lockedTask, type LockedTask } from '../locked-task.ts';
import type { Task } from '../task.ts';
import { operationNames } from './operation-names.ts';

export interface WorkedTask extends LockedTask { compiled: CompiledProcess }

/** A task that the person has or takes with this, on a step that allows the operation; its instance is locked. */
export async function workedTask(ctx: TransactionContext, taskId: string, operation: TaskOperation): Promise<WorkedTask> {
  const locked = await lockedTask(ctx, taskId);
  const compiled = await compiledProcess(ctx, locked.instance.definitionId);
  if (!allows(compiled, locked.task, operation)) throw problem('task.operation', { operation: operationNames[operation] });
  return { ...locked, compiled };
}

/** Whether a step allows an operation; whoever was added to it signs, asks others, and no more. */
export function allows({ process }: CompiledProcess, task: Pick<Task, 'nodeId' | 'place' | 'delegation'>, operation: TaskOperation): boolean {
  // Whoever is asked for advice gives it; the task is not theirs to hand on.
  if (task.delegation === 'pending') return false;
  if (task.place !== null && task.place !== 'seat' && !['add-sign', 'transfer', 'copy'].includes(operation)) return false;
  return process.nodes[task.nodeId]?.userTask?.approval.operations.includes(operation) ?? false;
}

/** Refuses what the process as a whole doesn't allow. */
export function requireInstanceOperation({ process }: CompiledProcess, operation: InstanceOperation): void {
  if (!process.instance.operations.includes(operation)) throw problem('process.operation', { operation: operationNames[operation] });
}

/** A note that must be there, trimmed. */
export function requiredNote(note: string | null | undefined): string {
  const text = note?.trim() ?? '';
  if (text === '') throw invalid([{ field: 'opinion', code: 'task.opinion-required' }]);
  return text;
}
