import { v7 } from 'uuid';
import { isId } from '../../fields/index.ts';
import { fieldMessage, Problem, problem, problemText } from '../../problems.ts';
import type { Locale } from '../../problems.ts';
import type { Context, Services } from '../context.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { holdJob } from './orphaned-jobs.ts';
import type { Attempt, JobHandler } from './job-handler.ts';

/** A job that somebody waits for, as `GET /api/jobs/:id` shows it. */
export interface UserJob {
  id: string; task: string; name: string; createdAt: string; status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'; progress: { done: number; total: number | null };
  result?: { file: string; url: string; name: string }; report?: Record<string, unknown>; error?: string;
}

/** What a finished job left in the folder of exports, by its name for people. */
export interface JobResult { name: string; type: string }

/** What a job did: a file, a report for the person, or both. */
export interface JobOutcome { file?: JobResult; report?: object }

interface JobRow { id: string; task: string; owner: string; status: UserJob['status']; progress_done: number; progress_total: number | null; payload: Record<string, unknown>; result: JobResult | null; report: Record<string, unknown> | null; error: string | null; created_at: Date; expires_at: Date | null; name: string }

const keepFor = 24 * 3600_000;

/** Starts work that the person can follow; it begins when the transaction is committed. One of a kind at a time. */
export async function startUserJob(ctx: Context, task: string, name: string, payload: Record<string, unknown>, id = v7()): Promise<string> {
  await inTransaction(ctx, async (tx) => {
    const owner = tx.principal.user?.id ?? null;
    // Two requests at the same moment must see each other.
    await tx.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`job ${task} ${owner}`]);
    const { rowCount } = await tx.db.query("select 1 from tamga.job where task = $1 and owner is not distinct from $2 and status in ('waiting', 'running') limit 1", [task, owner]);
    if (rowCount) throw problem('job.running');
    await tx.db.query('insert into tamga.job (id, task, name, owner, status, payload, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, task, name, tx.principal.user?.id ?? null, 'waiting', JSON.stringify({ ...payload, locale: tx.locale }), tx.services.clock.now()]);
    await tx.services.enqueue(tx, task, { job: id }, { key: id });
  });
  return id;
}

/** One's own job; somebody else's does not exist. */
export async function userJob(ctx: Context, id: string): Promise<UserJob> {
  return shown(await ownRow(ctx, id));
}

/** One's own jobs of the last day, the newest first. */
export async function userJobs(ctx: Context): Promise<UserJob[]> {
  const since = new Date(ctx.services.clock.now().getTime() - keepFor);
  const { rows } = await ctx.db.query<JobRow>('select * from tamga.job where owner = $1 and created_at > $2 order by created_at desc limit 20', [ctx.principal.user?.id ?? null, since]);
  return rows.map(shown);
}

function shown({ id, task, name, created_at: createdAt, status, progress_done: done, progress_total: total, result, report, error, payload }: JobRow): UserJob {
  const file = result && payload['guarded'] !== true && ['done', 'cancelled'].includes(status) ? { result: { file: id, url: `/api/jobs/${id}/file`, name: result.name } } : {};
  return { id, task, name, createdAt: createdAt.toISOString(), status, progress: { done, total }, ...file, ...(report === null ? {} : { report }), ...(error === null ? {} : { error }) };
}

/** Asks a job of one's own to stop: one that waits does so at once, one that runs at its next step. */
export async function cancelUserJob(ctx: Context, id: string): Promise<UserJob> {
  const row = await ownRow(ctx, id);
  if (!['waiting', 'running'].includes(row.status)) throw problem('job.ended');
  const text = problemText('job.cancelled', {}, ctx.locale);
  await ctx.db.query("update tamga.job set cancel_at = $2, status = case status when 'waiting' then 'cancelled' else status end, error = case status when 'waiting' then $3 else error end, ended_at = case status when 'waiting' then $2 else ended_at end where id = $1 and status in ('waiting', 'running')", [id, ctx.services.clock.now(), text]);
  return userJob(ctx, id);
}

/** What one's own job left, for a day. */
export async function userJobResult(ctx: Context, id: string): Promise<JobResult> {
  const { result, status, expires_at: until, payload } = await ownRow(ctx, id);
  if (payload['guarded'] === true) throw problem('download.guarded');
  if (status !== 'done' || !result) throw problem('not-found');
  if (!until || until <= ctx.services.clock.now()) throw problem('link.expired');
  return result;
}

async function ownRow(ctx: Context, id: string): Promise<JobRow> {
  const { rows: [row] } = isId(id) ? await ctx.db.query<JobRow>('select * from tamga.job where id = $1 and owner = $2', [id, ctx.principal.user?.id ?? null]) : { rows: [] };
  if (!row) throw problem('not-found');
  return row;
}

export interface RunningJob { id: string; owner: string; payload: Record<string, unknown>; locale: Locale; progress: (done: number, total: number | null) => Promise<void> }

/** A handler that keeps the person's row up to date: running, progress, done, cancelled, or failed with a sentence. */
export function userJobHandler(work: (services: Services, job: RunningJob) => Promise<JobOutcome>): JobHandler {
  return async ({ services }, payload, attempt) => {
    const { pool, clock } = services;
    const release = await holdJob(services, String(payload['job']));
    try {
      const { rows: [row] } = await pool.query<JobRow>("update tamga.job set status = 'running', started_at = coalesce(started_at, $2) where id = $1 and status in ('waiting', 'running') returning *", [payload['job'], clock.now()]);
      if (!row) return;
      const locale = row.payload['locale'] === 'en' ? 'en' : 'zh-CN';
      try {
        const { file = null, report = null } = await work(services, { id: row.id, owner: row.owner, payload: row.payload, locale, progress: progressOf(services, row.id) });
        const now = clock.now();
        await pool.query(`update tamga.job set status = 'done', result = $2, report = $3, ended_at = $4, expires_at = $5, progress_done = coalesce(progress_total, progress_done) where id = $1`,
          [row.id, file && JSON.stringify(file), report && JSON.stringify(report), now, new Date(now.getTime() + keepFor * (Number(row.payload['days']) || 1))]);
      } catch (error) {
        await fail(services, row.id, error, attempt, locale);
      }
    } finally {
      await release();
    }
  };
}

/** Tells how far the work is, a few times a second, and ends it when the person has cancelled it. */
function progressOf({ pool }: Services, id: string): RunningJob['progress'] {
  let told = 0;
  return async (done, total) => {
    if (Date.now() - told < 300) return;
    told = Date.now();
    const { rows: [row] } = await pool.query<{ cancel_at: Date | null }>('update tamga.job set progress_done = $2, progress_total = $3 where id = $1 returning cancel_at', [id, done, total]);
    if (row?.cancel_at) throw problem('job.cancelled');
  };
}

/** A refusal is final; anything else may be a passing trouble and is tried again. */
async function fail({ pool, clock }: Services, id: string, error: unknown, attempt: Attempt, locale: Locale): Promise<void> {
  const refused = error instanceof Problem;
  if (!refused && !attempt.isLast) throw error;
  const text = refused ? error.errors.length > 0 ? error.errors.map((one) => fieldMessage(one, locale)).join('；') : problemText(error.code, error.params, locale) : problemText('internal', { id }, locale);
  const now = clock.now();
  // An import that was stopped tells what it had stored until then.
  await pool.query(`update tamga.job set status = $2, error = $3, ended_at = $4, expires_at = $5, report = state -> 'counts' where id = $1`,
    [id, refused && error.code === 'job.cancelled' ? 'cancelled' : 'failed', text, now, new Date(now.getTime() + keepFor)]);
  if (!refused) throw error;
}
