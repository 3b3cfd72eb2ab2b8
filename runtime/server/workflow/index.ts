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
/** Before a commit: has a conditional event become true? */
export { noteConditions } from './deliveries.ts';
/** Runs what stands in an incident again. */
export { retryIncidents } from './retry-incidents.ts';
/** The instance on a record, and whether `submit` would do something now. */
export { processOfRecord } from './record-process.ts';
/** What people have to do, have done and have started. */
export { tasksIn, type TaskPage } from './task-boxes.ts';
export { boxes, type Box, type BoxFilter } from './box-sql.ts';
/** One task with the record as its people see it. */
export { taskDetail, type TaskDetail } from './task-detail.ts';
/** One instance with its diagram, its tokens and what was said. */
export { instanceDetail } from './instance-detail.ts';
/** Hands a task on for good, asks for advice on it, gives the advice, takes the task back. */
export { transfer } from './approval/transfer.ts';
export { delegate, resolve, takeBack } from './approval/delegate.ts';
/** Adds people who sign before, beside or after, and takes them away again. */
export { addSign, removeSign, type SignPlace } from './approval/add-sign.ts';
/** Sends a request back to one of the steps offered. */
export { returnTask, targetsOf } from './approval/return-task.ts';
export type { ReturnTarget } from './approval/return-targets.ts';
/** Takes back what one did last. */
export { recall } from './approval/recall.ts';
/** Ends the own request. */
export { withdraw } from './approval/withdraw.ts';
/** Reminds whoever is waited for, within limits. */
export { urge } from './approval/urge.ts';
/** Lets people know of an instance; notes that they looked. */
export { copyTo, readCopy } from './approval/copy.ts';
/** Finishes many tasks, each for itself. */
export { completeBatch, type BatchItem, type BatchResult } from './approval/complete-batch.ts';
/** Who may be chosen for an operation. */
export { choosable } from './approval/choosable.ts';
/** Opinions filled in with one click. */
export { addOpinionTemplate, opinionTemplates, removeOpinionTemplate } from './approval/opinion-templates.ts';
/** Who does whose tasks on which days. */
export { addSubstitute, possibleDeputies, refuseCircles, removeSubstitute, substitutesOf } from './approval/substitutes.ts';
/** Gives tasks back whose holder has lost the role. */
export { releaseAfterChange } from './approval/release-lost-tasks.ts';
/** Whether the seals of an instance's opinions still hold. */
export { verifySeals, type SealVerdict } from './approval/verify-seals.ts';
/** Processes and decisions from outside, and every stored version. */
export { deployFiles, type Deployment } from './deploy-files.ts';
export { definitionsBy, loadDefinition, type StoredDefinition } from './definitions.ts';
export { compiledProcess } from './compiled-process.ts';
/** Begins an instance that needs no record. */
export { startInstance } from './start-instance.ts';
/** Instances by what is asked for; moving, stopping and mending them. */
export { findInstances, incidentsOf, moveInstance, setSuspended } from './find-instances.ts';
export { loadInstance, type Instance } from './instance.ts';
/** Messages and signals from outside. */
export { correlate } from './correlate.ts';
export { broadcastSignal } from './subscriptions.ts';
/** Work of external programs. */
export { changeLock, failWork, fetchAndLock, findWork, finishWork, loadWork, setRetries, type TopicRequest, type Work } from './external-work.ts';
/** What has been, and what is open. */
export { activitiesOf, findTasks, storedVariables, type FoundTask } from './find-history.ts';
