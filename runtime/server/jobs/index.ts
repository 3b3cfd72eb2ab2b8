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
/** Work that a person follows: started, asked for, cancelled, its file fetched. */
export { cancelUserJob, startUserJob, userJob, userJobResult, userJobs } from './user-job.ts';
/** Puts work back into the queue whose server died over it. */
export { freeOrphans } from './orphaned-jobs.ts';
/** Every kind of background work by its task name. */
export { jobHandlers } from './handlers.ts';
export type { Attempt, JobHandler, JobHandlers } from './job-handler.ts';
export type { UserJob } from './user-job.ts';
