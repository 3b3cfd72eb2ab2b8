import type { Event } from '../../../bpmn/index.ts';
import { invalid } from '../../../problems.ts';
import { holdersOf } from '../../access/holders.ts';
import { ownerFor } from '../create-task.ts';
import { recordOf, type ProcessRun } from '../process-run.ts';
import { chosenVariable } from '../signers.ts';
import type { Task } from '../task.ts';
import { describePeople } from './permitted-people.ts';
import { lookAhead } from './look-ahead.ts';

/** Keeps whom the person chose for the step that comes next; only holders of its roles can be chosen. */
export async function chooseSigners(run: ProcessRun, task: Task, outcome: string, chosen: readonly string[] | undefined): Promise<Event[]> {
  if (!chosen || chosen.length === 0) return [];
  const events: Event[] = [];
  for (const { id, userTask } of await lookAhead(run.ctx, run.instance, task, outcome)) {
    if (userTask?.approval.sign?.signers !== 'chosen') continue;
    const holders = await holdersOf(run.ctx, userTask.candidateRoles, await ownerFor(run, userTask.scope, await recordOf(run)));
    const refused = chosen.filter((person) => !holders.includes(person));
    if (refused.length > 0) throw invalid([{ field: 'signers', code: 'task.person', params: { name: await namesFor(run, refused) } }]);
    events.push({ type: 'set-variables', variables: { [chosenVariable(id)]: { type: 'json', value: [...new Set(chosen)] } } });
  }
  return events;
}

async function namesFor({ ctx }: ProcessRun, ids: readonly string[]): Promise<string> {
  const people = await describePeople(ctx, ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id)));
  return ids.map((id) => people.find((person) => person.id === id)?.title ?? id).join('、');
}
