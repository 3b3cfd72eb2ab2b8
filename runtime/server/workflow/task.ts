import { isId } from '../../fields/index.ts';
import type { Context } from '../context.ts';
import { prepare, withValues } from '../db/prepared.ts';

/** A stored user task. Without roles it belongs to its assignee from the beginning. */
export interface Task {
  id: string;
  instanceId: string;
  taskKey: string;
  nodeId: string;
  label: string;
  status: 'open' | 'completed' | 'cancelled';
  assignee: string | null;
  roles: string[];
  scopeOrg: string | null;
  scopeArea: string | null;
  notApplicant: boolean;
  applicant: string;
  createdAt: Date;
  dueAt: Date | null;
  completedAt: Date | null;
  completedBy: string | null;
  outcome: string | null;
  seenVersion: number | null;
  seen: Record<string, unknown> | null;
}

const columns = `id, instance_id as "instanceId", task_key as "taskKey", node_id as "nodeId", label, status, assignee, roles,
  scope_org as "scopeOrg", scope_area as "scopeArea", not_applicant as "notApplicant", applicant, created_at as "createdAt", due_at as "dueAt",
  completed_at as "completedAt", completed_by as "completedBy", outcome, seen_version as "seenVersion"`;

const taskSql = prepare(`select ${columns}, seen from tamga.user_task where id = $1`);

export async function loadTask(ctx: Context, id: string): Promise<Task | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await ctx.db.query<Task>(withValues(taskSql, [id]));
  return rows[0];
}

/** The open tasks of an instance, oldest first. */
export async function openTasks(ctx: Context, instanceId: string): Promise<Task[]> {
  const { rows } = await ctx.db.query<Task>(`select ${columns}, null as seen from tamga.user_task where instance_id = $1 and status = 'open' order by created_at, id`, [instanceId]);
  return rows;
}

/** All tasks of an instance, oldest first; what was seen stays where it is. */
export async function tasksOf(ctx: Context, instanceId: string): Promise<Task[]> {
  const { rows } = await ctx.db.query<Task>(`select ${columns}, null as seen from tamga.user_task where instance_id = $1 order by created_at, id`, [instanceId]);
  return rows;
}
