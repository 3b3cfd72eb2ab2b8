/** Puts work into the queue, inside the caller's transaction where there is one; becomes `services.enqueue`. */
export { enqueue } from './enqueue.ts';
/** Creates or updates the tables of the queue; part of every start. */
export { prepareQueue } from './prepare-queue.ts';
/** Works on the queue and the schedule until stopped; `runPending` empties the queue once, for tests and scenarios. */
export { runPending, startJobs } from './start-jobs.ts';
/** Queues the declared jobs that are due. */
export { queueDue } from './schedule.ts';
/** Does a declared job now: `await runJob(services, 'materials/expiry-check')`. */
export { runJob } from './run-job.ts';
/** Work that a person follows: started, asked for, its file fetched. */
export { startUserJob, userJob, userJobResult } from './user-job.ts';
/** Every kind of background work by its task name. */
export { jobHandlers } from './handlers.ts';
export type { Attempt, JobHandler, JobHandlers } from './job-handler.ts';
