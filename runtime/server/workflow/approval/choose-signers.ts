import type { Event } from '../../../bpmn/index.ts';
import { invalid } from '../../../problems.ts';
import { holdersOf } from '../../access/holders.ts';
import type { Context } from '../../context.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { compiledProcess } from '../compiled-process.ts';
import { ownerFor } from '../create-task.ts';
import type { Instance } from '../instance.ts';
import { processRun, recordOf, type ProcessRun } from '../process-run.ts';
import { chosenVariable } from '../signers.ts';
import type { Task } from '../task.ts';
import { describePeople } from './permitted-people.ts';
import { lookAhead } from './look-ahead.ts';

/** Keeps whom the person chose for the step that comes next; only holders of its roles can be chosen. */
export async function chooseSigners(run: ProcessRun, task: Task, outcome: string, chosen: readonly string[] | undefined): Promise<Event[]> {
  if (!chosen || chosen.length === 0) return [];
  const events: Event[] = [];
  for (const { id, holders } of await stepsToChooseFor(run, task, outcome)) {
    const refused = chosen.filter((person) => !holders.includes(person));
    if (refused.length > 0) throw invalid([{ field: 'signers', code: 'task.person', params: { name: await namesFor(run, refused) } }]);
    events.push({ type: 'set-variables', variables: { [chosenVariable(id)]: { type: 'json', value: [...new Set(chosen)] } } });
  }
  return events;
}

/** Who may be chosen to sign a step that may follow the task. */
export async function possibleSigners(ctx: Context, instance: Instance, task: Task): Promise<string[]> {
  return inTransaction(ctx, async (tx) => {
    const run = processRun(tx, instance, await compiledProcess(tx, instance.definitionId));
    const people = new Set<string>();
    for (const { name } of run.compiled.process.nodes[task.nodeId]?.userTask?.outcomes ?? []) for (const { holders } of await stepsToChooseFor(run, task, name)) for (const id of holders) people.add(id);
    return [...people];
  });
}

/** Steps that come next and whose signers are chosen now, with those who may sign. */
async function stepsToChooseFor(run: ProcessRun, task: Task, outcome: string): Promise<{ id: string; holders: string[] }[]> {
  const steps: { id: string; holders: string[] }[] = [];
  for (const { id, userTask } of await lookAhead(run.ctx, run.instance, task, outcome)) {
    if (userTask?.approval.sign?.signers !== 'chosen') continue;
    const holders = await holdersOf(run.ctx, userTask.candidateRoles, await ownerFor(run, userTask.scope, await recordOf(run)));
    steps.push({ id, holders: holders.filter((person) => !userTask.notApplicant || person !== run.instance.starter) });
  }
  return steps;
}

async function namesFor({ ctx }: ProcessRun, ids: readonly string[]): Promise<string> {
  const people = await describePeople(ctx, ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id)));
  return ids.map((id) => people.find((person) => person.id === id)?.title ?? id).join('、');
}
