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
  /** `planned`: signs when the one who asked has decided; `decided`: waits for those who sign after. */
  status: 'open' | 'completed' | 'cancelled' | 'planned' | 'decided';
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
  processKey: string;
  /** Whose task it was before it was handed on. */
  owner: string | null;
  /** The assignee was named for this task, whatever roles they hold. */
  appointed: boolean;
  delegation: 'pending' | 'resolved' | null;
  /** The engine's task; people who were added to it share it. */
  groupKey: string;
  parent: string | null;
  place: 'before' | 'parallel' | 'after' | 'seat' | null;
  addedBy: string | null;
  held: boolean;
  hasSigners: boolean;
  touched: boolean;
  onBehalf: string | null;
  backTo: string | null;
  tokenId: string | null;
  /** Those who decide one step together. */
  seatOf: string | null;
}

const columns = `id, instance_id as "instanceId", task_key as "taskKey", node_id as "nodeId", label, status, assignee, roles,
  scope_org as "scopeOrg", scope_area as "scopeArea", not_applicant as "notApplicant", applicant, created_at as "createdAt", due_at as "dueAt",
  completed_at as "completedAt", completed_by as "completedBy", outcome, seen_version as "seenVersion",
  process_key as "processKey", owner, appointed, delegation, group_key as "groupKey", parent, place, added_by as "addedBy", held, has_signers as "hasSigners", touched,
  on_behalf as "onBehalf", back_to as "backTo", token_id as "tokenId", seat_of as "seatOf"`;

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
