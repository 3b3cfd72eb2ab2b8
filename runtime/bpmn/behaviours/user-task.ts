import type { Behaviour } from '../behaviour.ts';
import { problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { given } from '../given.ts';
import { itemOf } from '../multi-instance.ts';
import { nextId, wait } from '../run.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import type { ProcessNode } from '../process.ts';
import { valueAt } from '../variables.ts';
import { armBoundaries } from '../watch.ts';

export const userTask: Behaviour = {
  of: 'userTask',
  check({ id, userTask: task }) {
    if (task === undefined) return [];
    const names = task.outcomes.map(({ name }) => name);
    const problems: Problem[] = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
      .map((name) => problem('bpmn.outcome-duplicate', id, { name }));
    if (task.assignee === undefined && task.assigneeExpression === undefined && task.candidateRoles.length === 0) problems.push(problem('bpmn.task-without-people', id));
    if (task.scope !== undefined && task.candidateRoles.length === 0) problems.push(problem('bpmn.scope-without-candidates', id));
    if (task.assignee === 'starter' && task.notApplicant) problems.push(problem('bpmn.starter-excluded', id));
    return problems;
  },
  enter(run, token, node) {
    const person = personFor(run, token, node);
    if (person === undefined) return;
    const taskId = nextId(run);
    const waiting = wait(run, token, { wait: 'user', taskId });
    run.effects.push({ type: 'create-task', taskId, nodeId: node.id, tokenId: token.id, executionId: token.executionId, ...given('assignee', person.assignee) });
    armBoundaries(run, waiting, node);
  },
};

/** Who it is for when that isn't told by roles; undefined after raising an incident. */
function personFor(run: Run, token: Token, { id, userTask }: ProcessNode): { assignee?: string } | undefined {
  const item = userTask?.approval.sign ? itemOf(run, token) : undefined;
  if (typeof item === 'string') return { assignee: item };
  if (userTask?.assigneeExpression === undefined) return {};
  const found = valueAt(run, token, userTask.assigneeExpression.text, id);
  if (found === undefined) return undefined;
  const { value } = found;
  return typeof value === 'string' && value !== '' ? { assignee: value } : {};
}
