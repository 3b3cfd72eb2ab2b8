import { entityOf } from '../../model/model.ts';
import { holdersOf } from '../access/holders.ts';
import { loadLines } from '../operations/rows.ts';
import { ownerFor } from './create-task.ts';
import { recordOf, type ProcessRun } from './process-run.ts';

/** Ids of the people who sign a step together, each once: holders of its roles, people in a field of the record, or those chosen before. */
export async function signersOf(run: ProcessRun, nodeId: string): Promise<string[]> {
  const binding = run.compiled.process.nodes[nodeId]?.userTask;
  const signers = binding?.approval.sign?.signers;
  if (!binding || signers === undefined) return [];
  const people = signers === 'roles' ? await holdersOf(run.ctx, binding.candidateRoles, await ownerFor(run, binding.scope, await recordOf(run)))
    : signers === 'chosen' ? chosenFor(run, nodeId) : await inField(run, signers.field);
  return [...new Set(people)].filter((id) => !binding.notApplicant || id !== run.instance.starter);
}

/** Name of the process variable that keeps whom somebody chose for a step. */
export const chosenVariable = (nodeId: string): string => `signers.${nodeId}`;

function chosenFor({ state }: ProcessRun, nodeId: string): string[] {
  const root = state.scopes.find(({ parentTokenId }) => parentTokenId === undefined);
  return listOf(root?.variables?.[chosenVariable(nodeId)]?.value);
}

/** People that the record names: one, several, or one in each line. */
async function inField(run: ProcessRun, name: string): Promise<string[]> {
  const row = await recordOf(run);
  const lines = run.entity.byName.get(name)?.lines;
  if (!lines) return listOf(row[name]);
  const line = entityOf(run.ctx.model, lines.entity);
  const person = line.fields.find(({ type, reference }) => type === 'user' || reference?.entity === 'platform/user');
  const rows = (await loadLines(run.ctx, line, [row.id])).get(row.id) ?? [];
  return person ? rows.flatMap((each) => listOf(each[person.name])) : [];
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
}
