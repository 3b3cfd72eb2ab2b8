import type { Context, Services } from '../context.ts';

/** Puts work into the queue, inside the context's transaction where there is one: it starts when that is committed, or never. */
export async function enqueue(ctx: Context, task: string, payload: Record<string, unknown>, options: { key?: string; runAt?: Date } = {}): Promise<void> {
  await ctx.db.query('select graphile_worker.add_job($1, payload := $2::json, run_at := $3::timestamptz, job_key := $4, max_attempts := 8)',
    [task, JSON.stringify(payload), options.runAt ? machineTime(ctx.services, options.runAt) : null, options.key ?? null]);
}

/** The queue waits by the machine's clock; tests may have set ours. */
function machineTime({ clock }: Services, moment: Date): Date {
  return new Date(Date.now() + moment.getTime() - clock.now().getTime());
}
