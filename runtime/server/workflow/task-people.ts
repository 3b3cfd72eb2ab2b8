import { holdersOf } from '../access/holders.ts';
import type { Context, Principal } from '../context.ts';
import type { Task } from './task.ts';

type Scoped = Pick<Task, 'assignee' | 'roles' | 'scopeOrg' | 'scopeArea' | 'notApplicant' | 'applicant'>;

/** Everybody who may do an open task: its candidates, and who has it already. */
export async function peopleOf(ctx: Context, task: Scoped): Promise<string[]> {
  const holders = await holdersOf(ctx, task.roles, { org: task.scopeOrg, area: task.scopeArea });
  const people = new Set([...(task.assignee === null ? [] : [task.assignee]), ...holders]);
  if (task.notApplicant) people.delete(task.applicant);
  return [...people];
}

/** Whether a person's roles, or the assignment, make the task theirs to do; the applicant's case is judged apart. */
export function isCandidate(principal: Principal, task: Scoped): boolean {
  if (!principal.user) return false;
  if (task.roles.length === 0) return task.assignee === principal.user.id;
  return principal.grants.some(({ role, scope, orgs, area }) => task.roles.includes(role) && (
    scope === 'all'
    || ((scope === 'unit' || scope === 'unit-below') && task.scopeOrg !== null && orgs.includes(task.scopeOrg))
    || (scope === 'area-below' && area !== null && task.scopeArea !== null && task.scopeArea.startsWith(area))));
}

/** Whether the task is closed to the person because it decides on their own request. */
export function isOwnRequest(principal: Principal, task: Scoped): boolean {
  return task.notApplicant && principal.user?.id === task.applicant;
}
