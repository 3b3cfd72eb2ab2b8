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
  recordId: string;
  title: string;
  state: State;
  status: 'running' | 'incident' | 'ended' | 'cancelled';
  starter: string;
  startedAt: Date;
  endedAt: Date | null;
  endId: string | null;
}

const columns = `id, definition_id as "definitionId", key, entity, record_id as "recordId", title, state, status, starter,
  started_at as "startedAt", ended_at as "endedAt", end_id as "endId"`;

/** An instance by id; `lock` keeps everybody else from moving it until the transaction ends. */
export async function loadInstance(ctx: Context, id: string, lock?: 'wait' | 'skip'): Promise<Instance | undefined> {
  if (!isId(id)) return undefined;
  const ending = lock === 'wait' ? ' for update' : lock === 'skip' ? ' for update skip locked' : '';
  const { rows } = await ctx.db.query<Instance>(`select ${columns} from tamga.process_instance where id = $1${ending}`, [id]);
  return rows[0];
}

/** Id of the instance that runs on a record, if any. */
export async function runningInstance(ctx: Context, recordId: string): Promise<string | undefined> {
  const { rows } = await ctx.db.query<{ id: string }>(`select id from tamga.process_instance where record_id = $1 and status in ('running', 'incident')`, [recordId]);
  return rows[0]?.id;
}

const lockSql = prepare(`select ${columns} from tamga.process_instance where id = (select instance_id from tamga.user_task where id = $1) for update`);

/** The instance of a task, locked. */
export async function lockInstanceOf(ctx: Context, taskId: string): Promise<Instance | undefined> {
  if (!isId(taskId)) return undefined;
  const { rows } = await ctx.db.query<Instance>(withValues(lockSql, [taskId]));
  return rows[0];
}
