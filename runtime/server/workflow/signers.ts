import { holdersOf } from '../access/holders.ts';
import { ownerFor } from './create-task.ts';
import { recordOf, type ProcessRun } from './process-run.ts';

/** Ids of the people who sign a step together, each once: holders of its roles, people in a field of the record, or those chosen before. */
export async function signersOf(run: ProcessRun, nodeId: string): Promise<string[]> {
  const binding = run.compiled.process.nodes[nodeId]?.userTask;
  const signers = binding?.approval.sign?.signers;
  if (!binding || signers === undefined) return [];
  const people = signers === 'roles' ? await holdersOf(run.ctx, binding.candidateRoles, await ownerFor(run, binding.scope, await recordOf(run)))
    : signers === 'chosen' ? chosenFor(run, nodeId) : listOf((await recordOf(run))[signers.field]);
  return [...new Set(people)].filter((id) => !binding.notApplicant || id !== run.instance.starter);
}

/** Name of the process variable that keeps whom somebody chose for a step. */
export const chosenVariable = (nodeId: string): string => `signers.${nodeId}`;

function chosenFor({ state }: ProcessRun, nodeId: string): string[] {
  const root = state.scopes.find(({ parentTokenId }) => parentTokenId === undefined);
  return listOf(root?.variables?.[chosenVariable(nodeId)]?.value);
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
}
