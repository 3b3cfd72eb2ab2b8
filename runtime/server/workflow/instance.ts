import type { State } from '../../bpmn/index.ts';
import { isId } from '../../fields/index.ts';
import type { Context } from '../context.ts';
import { prepare, withValues } from '../db/prepared.ts';

/** A stored process instance. */
export interface Instance {
  id: string;
  definitionId: string;
  key: string;
  entity: string;
  /** Empty where the process drives no record. */
  recordId: string;
  businessKey: string | null;
  /** The instance and token that called this one. */
  parentId: string | null;
  parentToken: string | null;
  /** The outermost of the instances that call each other: whoever moves one of them locks it. */
  rootId: string;
  title: string;
  state: State;
  status: 'running' | 'incident' | 'ended' | 'cancelled';
  starter: string;
  startedAt: Date;
  endedAt: Date | null;
  endId: string | null;
  /** Set while an operator keeps it from moving. */
  suspendedAt: Date | null;
}

/** Columns of an instance. */
export const instanceColumns = `id, definition_id as "definitionId", key, entity, coalesce(record_id::text, '') as "recordId", business_key as "businessKey", parent_id as "parentId",
  parent_token as "parentToken", coalesce(root_id, id) as "rootId", title, state, status, starter,
  started_at as "startedAt", ended_at as "endedAt", end_id as "endId", suspended_at as "suspendedAt"`;

/** An instance by id; `lock` keeps everybody else from moving it until the transaction ends. */
export async function loadInstance(ctx: Context, id: string, lock?: 'wait' | 'skip'): Promise<Instance | undefined> {
  if (!isId(id)) return undefined;
  const ending = lock === 'wait' ? ' for update' : lock === 'skip' ? ' for update skip locked' : '';
  // One that was called is locked after the outermost, so that callers and called never wait for each other.
  const own = ending === '' ? '' : ` and root_id is null${ending}`;
  const { rows: [found] } = await ctx.db.query<Instance>(`select ${instanceColumns} from tamga.process_instance where id = $1${own}`, [id]);
  return found ?? (ending === '' ? undefined : lockedInTree(ctx, id, ending));
}

async function lockedInTree(ctx: Context, id: string, ending: string): Promise<Instance | undefined> {
  const { rows: [root] } = await ctx.db.query(`select 1 from tamga.process_instance where id = (select root_id from tamga.process_instance where id = $1)${ending}`, [id]);
  if (!root) return undefined;
  const { rows: [found] } = await ctx.db.query<Instance>(`select ${instanceColumns} from tamga.process_instance where id = $1 for update`, [id]);
  return found;
}

/** Id of the instance that runs on a record, if any. */
export async function runningInstance(ctx: Context, recordId: string): Promise<string | undefined> {
  const { rows } = await ctx.db.query<{ id: string }>(`select id from tamga.process_instance where record_id = $1 and status in ('running', 'incident') and parent_id is null`, [recordId]);
  return rows[0]?.id;
}

const lockSql = prepare(`select ${instanceColumns} from tamga.process_instance where id = (select instance_id from tamga.user_task where id = $1) and root_id is null for update`);

/** The instance of a task, locked. */
export async function lockInstanceOf(ctx: Context, taskId: string): Promise<Instance | undefined> {
  if (!isId(taskId)) return undefined;
  const { rows: [found] } = await ctx.db.query<Instance>(withValues(lockSql, [taskId]));
  if (found) return found;
  const { rows: [called] } = await ctx.db.query<{ id: string }>('select instance_id as id from tamga.user_task where id = $1', [taskId]);
  return called && loadInstance(ctx, called.id, 'wait');
}
