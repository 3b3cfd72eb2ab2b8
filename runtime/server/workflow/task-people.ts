import { holdersOf } from '../access/holders.ts';
import type { Context, Grant, Principal, Stead } from '../context.ts';
import { deputiesOf } from './approval/deputies.ts';
import type { Task } from './task.ts';

type Scoped = Pick<Task, 'assignee' | 'roles' | 'scopeOrg' | 'scopeArea' | 'notApplicant' | 'applicant'>;
type Placed = Scoped & Pick<Task, 'appointed' | 'processKey'>;

/** Everybody who may do an open task: its candidates, who has it already, and whoever stands in for one of them today. */
export async function peopleOf(ctx: Context, task: Scoped & Pick<Task, 'appointed' | 'processKey'>): Promise<string[]> {
  const holders = task.appointed && task.assignee !== null ? [] : await holdersOf(ctx, task.roles, { org: task.scopeOrg, area: task.scopeArea });
  const people = new Set([...(task.assignee === null ? [] : [task.assignee]), ...holders]);
  if (task.notApplicant) people.delete(task.applicant);
  for (const id of await deputiesOf(ctx, [...people], task.processKey)) people.add(id);
  if (task.notApplicant) people.delete(task.applicant);
  return [...people];
}

/** Whether a person's roles, the assignment, or somebody they stand in for make the task theirs to do; the applicant's case is judged apart. */
export function isCandidate(principal: Principal, task: Placed): boolean {
  return standingOf(principal, task) !== undefined;
}

/** As whom a person may do a task: in their own name (null) before the name of somebody they stand in for; undefined when not at all. */
export function standingOf(principal: Principal, task: Placed): { onBehalf: string | null } | undefined {
  const me = principal.user?.id;
  if (me === undefined) return undefined;
  if (isTheirs(me, principal.grants, task)) return { onBehalf: null };
  const stead = steadsFor(principal, task).find(({ person, grants }) => !(task.notApplicant && person === task.applicant) && isTheirs(person, grants, task));
  return stead ? { onBehalf: stead.person } : undefined;
}

/** People whose tasks of this process the person may do today. */
export function steadsFor(principal: Principal, { processKey }: Pick<Task, 'processKey'>): Stead[] {
  return (principal.actsFor ?? []).filter(({ processes }) => processes === null || processes.includes(processKey));
}

function isTheirs(person: string, grants: readonly Grant[], task: Placed): boolean {
  if (task.assignee === person && (task.appointed || task.roles.length === 0)) return true;
  // Whoever was named for the task does it; its roles say no more than where it came from.
  if (task.appointed || task.roles.length === 0) return false;
  return grants.some(({ role, scope, orgs, area }) => task.roles.includes(role) && (
    scope === 'all'
    || ((scope === 'unit' || scope === 'unit-below') && task.scopeOrg !== null && orgs.includes(task.scopeOrg))
    || (scope === 'area-below' && area !== null && task.scopeArea !== null && task.scopeArea.startsWith(area))));
}

/** Whether the task is closed to the person because it decides on their own request. */
export function isOwnRequest(principal: Principal, task: Scoped): boolean {
  return task.notApplicant && principal.user?.id === task.applicant;
}
