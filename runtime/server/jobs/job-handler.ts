import type { Context } from '../context.ts';

/** How often this work was tried, this time included, and whether it is the last. */
export interface Attempt { number: number; isLast: boolean }

/** Does one kind of work. It may run again after a crash, so it must not do anything twice. */
export type JobHandler = (ctx: Context, payload: Record<string, unknown>, attempt: Attempt) => Promise<void>;

/** Handlers by task name. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;
