/** Stores new versions of the processes of a model; call it after migrating, before the model is served. */
export { deployProcesses } from './deploy-processes.ts';
/** Starts the process of a record, or sends it on from its applicant's open task; tells which instance it is. */
export { submitRecord } from './submit-record.ts';
/** Takes an open task, or gives it back. */
export { claim, unclaim } from './claim.ts';
/** Finishes a task: `complete(ctx, id, { outcome: 'approve', opinion: '同意', version: 3 })`. */
export { complete, type Decided, type Decision } from './complete.ts';
/** Fires the timers that are due, once or every few seconds. */
export { runDueTimers, startTimers } from './run-due-timers.ts';
/** Runs what stands in an incident again. */
export { retryIncidents } from './retry-incidents.ts';
/** The instance on a record, and whether `submit` would do something now. */
export { processOfRecord } from './record-process.ts';
/** What people have to do, have done and have started. */
export { boxes, tasksIn, type Box, type TaskPage } from './task-boxes.ts';
/** One task with the record as its people see it. */
export { taskDetail, type TaskDetail } from './task-detail.ts';
/** One instance with its diagram, its tokens and what was said. */
export { instanceDetail } from './instance-detail.ts';
