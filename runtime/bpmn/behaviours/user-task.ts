import type { Behaviour } from '../behaviour.ts';
import { problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { armBoundaries, nextId, wait } from '../run.ts';

export const userTask: Behaviour = {
  of: 'userTask',
  check({ id, userTask: task }) {
    if (task === undefined) return [];
    const names = task.outcomes.map(({ name }) => name);
    const problems: Problem[] = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
      .map((name) => problem('bpmn.outcome-duplicate', id, { name }));
    if (task.assignee === undefined && task.candidateRoles.length === 0) problems.push(problem('bpmn.task-without-people', id));
    if (task.scope !== undefined && task.candidateRoles.length === 0) problems.push(problem('bpmn.scope-without-candidates', id));
    if (task.assignee === 'starter' && task.notApplicant) problems.push(problem('bpmn.starter-excluded', id));
    return problems;
  },
  enter(run, token, node) {
    const taskId = nextId(run);
    const waiting = wait(run, token, { wait: 'user', taskId });
    run.effects.push({ type: 'create-task', taskId, nodeId: node.id, tokenId: token.id, executionId: token.executionId });
    armBoundaries(run, waiting, node);
  },
};
