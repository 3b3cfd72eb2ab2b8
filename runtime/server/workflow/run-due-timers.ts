import { v7 } from 'uuid';
import { todayOf } from '../clock.ts';
import { systemContext, type Context, type Services } from '../context.ts';
import { inTransaction, type TransactionContext } from '../operations/in-transaction.ts';
import { isPassing } from './call-service.ts';
import { compiledProcess } from './compiled-process.ts';
import { runDeliveries } from './deliveries.ts';
import { inBackground } from './in-background.ts';
import { loadInstance } from './instance.ts';
import { moveOn } from './move-on.ts';
import { processRun } from './process-run.ts';
import { startByEvent } from './start-events.ts';
import { nextDue } from './timer-due.ts';
import { runDeadlines } from './approval/deadlines.ts';
import { releaseExpired } from './approval/release-lost-tasks.ts';

interface Timer { id: string; instanceId: string; timerKey: string; nodeId: string; dueAt: Date; repeat: string | null }

const retryAfterMinutes = 5;

/** Fires every timer that is due by the server's clock, each in a transaction of its own; returns how many fired. */
export async function runDueTimers(services: Services): Promise<number> {
  let fired = await runDeadlines(services) + await runDeliveries(services) + await runStartTimers(services);
  await releaseDaily(services);
  const tried = new Set<string>();
  for (;;) {
    // A timer that fires may set another one that is due already.
    const { rows } = await services.pool.query<{ id: string; dueAt: Date }>(
      'select id, due_at as "dueAt" from tamga.timer where due_at <= $1 order by due_at limit 100', [services.clock.now()]);
    const fresh = rows.filter(({ id, dueAt }) => !tried.has(`${id} ${dueAt.getTime()}`));
    if (fresh.length === 0) return fired;
    for (const { id, dueAt } of fresh) {
      tried.add(`${id} ${dueAt.getTime()}`);
      if (await runTimer(services, id)) fired += 1;
    }
  }
}

/** Starts the processes whose time has come. */
async function runStartTimers(services: Services): Promise<number> {
  const { rows } = await services.pool.query<{ key: string; node: string }>('select key, node_id as node from tamga.start_event where due_at <= $1', [services.clock.now()]);
  let started = 0;
  for (const { key, node } of rows) {
    try {
      if (await inBackground(services, (ctx) => startDue(ctx, key, node))) started += 1;
    } catch (error) {
      services.log.error({ err: error, process: key }, 'timer start failed');
    }
  }
  return started;
}

async function startDue(ctx: TransactionContext, key: string, node: string): Promise<boolean> {
  const { clock } = ctx.services;
  const { rows: [due] } = await ctx.db.query<{ dueAt: Date; repeat: string | null }>(
    'select due_at as "dueAt", repeat_text as "repeat" from tamga.start_event where key = $1 and node_id = $2 and due_at <= $3 for update skip locked', [key, node, clock.now()]);
  if (!due) return false;
  const next = due.repeat === null ? undefined : nextDue(due.repeat, due.dueAt, clock);
  await ctx.db.query('update tamga.start_event set due_at = $3, repeat_text = $4 where key = $1 and node_id = $2', [key, node, next?.at ?? null, next?.repeat ?? null]);
  return await startByEvent(ctx, key, node) !== undefined;
}

/** Looks for due timers every few seconds; the returned function ends that and waits for what is going on. */
export function startTimers(services: Services, everyMilliseconds = 3_000): () => Promise<void> {
  let stopped = false;
  let round: Promise<unknown> = Promise.resolve();
  let handle: NodeJS.Timeout | undefined;
  const next = (): void => {
    if (stopped) return;
    handle = setTimeout(() => {
      round = runDueTimers(services).catch((error: unknown) => services.log.error({ err: error }, 'timers')).finally(next);
    }, everyMilliseconds);
    handle.unref();
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(handle);
    await round;
  };
}

// By server: what was looked at today need not be looked at in every round.
const looked = new WeakMap<Services, string>();

/** Grants end with a day; whoever held a task by one loses it then. */
async function releaseDaily(services: Services): Promise<void> {
  const today = todayOf(services.clock);
  if (looked.get(services) === today) return;
  looked.set(services, today);
  await releaseExpired(services);
}

async function runTimer(services: Services, id: string): Promise<boolean> {
  try {
    return await inBackground(services, (ctx, failures) => fire(ctx, id, failures));
  } catch (error) {
    services.log.error({ err: error, timer: id }, 'timer failed');
    // What passes by itself is simply tried in the next round.
    if (!isPassing(error)) await recordFailure(services, id, error);
    return false;
  }
}

async function fire(ctx: TransactionContext, id: string, failures: ReadonlyMap<string, string>): Promise<boolean> {
  const { clock } = ctx.services;
  const found = await loadTimer(ctx, id, '');
  // Whoever holds the instance moves it: the timer may be gone afterwards, and another round looks again.
  const instance = found && await loadInstance(ctx, found.instanceId, 'skip');
  const timer = instance && await loadTimer(ctx, id, ' for update');
  if (!instance || !timer || timer.dueAt > clock.now() || instance.suspendedAt !== null) return false;
  const next = timer.repeat === null ? undefined : nextDue(timer.repeat, timer.dueAt, clock);
  if (next) await ctx.db.query('update tamga.timer set due_at = $2, repeat_text = $3 where id = $1', [id, next.at, next.repeat]);
  else await ctx.db.query('delete from tamga.timer where id = $1', [id]);
  await ctx.db.query('update tamga.incident set resolved_at = $3 where instance_id = $1 and incident_key = $2 and resolved_at is null', [instance.id, failureKey(timer), clock.now()]);
  await moveOn(processRun(ctx, instance, await compiledProcess(ctx, instance.definitionId), failures), { type: 'timer', timerId: timer.timerKey, again: next !== undefined });
  return true;
}

async function loadTimer(ctx: Context, id: string, lock: '' | ' for update'): Promise<Timer | undefined> {
  const { rows } = await ctx.db.query<Timer>(
    `select id, instance_id as "instanceId", timer_key as "timerKey", node_id as "nodeId", due_at as "dueAt", repeat_text as "repeat" from tamga.timer where id = $1${lock}`, [id]);
  return rows[0];
}

/** What follows from the timer can't be done at all: say so where people look, and try again later. */
async function recordFailure(services: Services, id: string, error: unknown): Promise<void> {
  await inTransaction(systemContext(services), async (ctx) => {
    const timer = await loadTimer(ctx, id, '');
    if (!timer || !await loadInstance(ctx, timer.instanceId, 'wait')) return;
    const now = services.clock.now();
    await ctx.db.query('update tamga.timer set due_at = $2 where id = $1', [id, new Date(now.getTime() + retryAfterMinutes * 60_000)]);
    await ctx.db.query(
      `insert into tamga.incident (id, instance_id, incident_key, node_id, code, message, at) values ($1, $2, $3, $4, 'timer-failed', $5, $6)
       on conflict (instance_id, incident_key) do update set message = excluded.message, at = excluded.at, resolved_at = null`,
      [v7(), timer.instanceId, failureKey(timer), timer.nodeId, error instanceof Error ? error.message : String(error), now]);
    await ctx.db.query(`update tamga.process_instance set status = 'incident' where id = $1 and ended_at is null`, [timer.instanceId]);
  });
}

const failureKey = (timer: Timer): string => `timer ${timer.timerKey}`;
