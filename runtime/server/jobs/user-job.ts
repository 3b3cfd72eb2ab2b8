import { v7 } from 'uuid';
import { isId } from '../../fields/index.ts';
import { Problem, problem, problemText } from '../../problems.ts';
import type { Locale } from '../../problems.ts';
import type { Context, Services } from '../context.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import type { Attempt, JobHandler } from './job-handler.ts';

/** A job that somebody waits for, as `GET /api/jobs/:id` shows it. */
export interface UserJob {
  id: string; status: 'waiting' | 'running' | 'done' | 'failed'; progress: { done: number; total: number | null };
  result?: { file: string; url: string; name: string }; error?: string;
}

/** What a finished job left: a file in the folder of exports, and its name for people. */
export interface JobResult { name: string; type: string }

interface JobRow { id: string; task: string; owner: string; status: UserJob['status']; progress_done: number; progress_total: number | null; payload: Record<string, unknown>; result: JobResult | null; error: string | null; expires_at: Date | null }

const keepFor = 24 * 3600_000;

/** Starts work that the person can follow; it begins when the transaction is committed. */
export async function startUserJob(ctx: Context, task: string, name: string, payload: Record<string, unknown>): Promise<string> {
  const id = v7();
  await inTransaction(ctx, async (tx) => {
    await tx.db.query('insert into tamga.job (id, task, name, owner, status, payload, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, task, name, tx.principal.user?.id ?? null, 'waiting', JSON.stringify({ ...payload, locale: tx.locale }), tx.services.clock.now()]);
    await tx.services.enqueue(tx, task, { job: id }, { key: id });
  });
  return id;
}

/** One's own job; somebody else's does not exist. */
export async function userJob(ctx: Context, id: string): Promise<UserJob> {
  const { status, progress_done: done, progress_total: total, result, error } = await ownRow(ctx, id);
  return { id, status, progress: { done, total }, ...(result && status === 'done' ? { result: { file: id, url: `/api/jobs/${id}/file`, name: result.name } } : {}), ...(error === null ? {} : { error }) };
}

/** What one's own job left, for a day. */
export async function userJobResult(ctx: Context, id: string): Promise<JobResult> {
  const { result, status, expires_at: until } = await ownRow(ctx, id);
  if (status !== 'done' || !result) throw problem('not-found');
  if (!until || until <= ctx.services.clock.now()) throw problem('link.expired');
  return result;
}

async function ownRow(ctx: Context, id: string): Promise<JobRow> {
  const { rows: [row] } = isId(id) ? await ctx.db.query<JobRow>('select * from tamga.job where id = $1 and owner = $2', [id, ctx.principal.user?.id ?? null]) : { rows: [] };
  if (!row) throw problem('not-found');
  return row;
}

export interface RunningJob { id: string; owner: string; payload: Record<string, unknown>; locale: Locale; progress: (done: number, total: number) => Promise<void> }

/** A handler that keeps the person's row up to date: running, progress, done or failed with a sentence. */
export function userJobHandler(work: (services: Services, job: RunningJob) => Promise<JobResult>): JobHandler {
  return async ({ services }, payload, attempt) => {
    const { pool, clock } = services;
    const { rows: [row] } = await pool.query<JobRow>("update tamga.job set status = 'running', started_at = $2 where id = $1 and status in ('waiting', 'running') returning *", [payload['job'], clock.now()]);
    if (!row) return;
    const locale = row.payload['locale'] === 'en' ? 'en' : 'zh-CN';
    let told = 0;
    const progress: RunningJob['progress'] = async (done, total) => {
      if (Date.now() - told < 300) return;
      told = Date.now();
      await pool.query('update tamga.job set progress_done = $2, progress_total = $3 where id = $1', [row.id, done, total]);
    };
    try {
      const result = await work(services, { id: row.id, owner: row.owner, payload: row.payload, locale, progress });
      const now = clock.now();
      await pool.query(`update tamga.job set status = 'done', result = $2, ended_at = $3, expires_at = $4, progress_done = coalesce(progress_total, progress_done) where id = $1`,
        [row.id, JSON.stringify(result), now, new Date(now.getTime() + keepFor)]);
    } catch (error) {
      await fail(services, row.id, error, attempt, locale);
    }
  };
}

/** A refusal is final; anything else may be a passing trouble and is tried again. */
async function fail({ pool, clock }: Services, id: string, error: unknown, attempt: Attempt, locale: Locale): Promise<void> {
  const refused = error instanceof Problem;
  if (!refused && !attempt.isLast) throw error;
  const text = refused ? problemText(error.code, error.params, locale) : problemText('internal', { id }, locale);
  await pool.query("update tamga.job set status = 'failed', error = $2, ended_at = $3 where id = $1", [id, text, clock.now()]);
  if (!refused) throw error;
}
