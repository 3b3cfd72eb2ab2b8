import type { Effect, Event } from '../../bpmn/index.ts';
import { qualify } from '../../model/link/linker.ts';
import { Problem, problemText } from '../../problems.ts';
import { runAction } from '../actions/run-action.ts';
import { sendMessage } from '../messages/index.ts';
import { recordValue } from '../operations/evaluate.ts';
import { changed, evaluateText, recordOf, type ProcessRun } from './process-run.ts';
import { openTasks } from './task.ts';
import { peopleOf } from './task-people.ts';

type CallService = Extract<Effect, { type: 'call-service' }>;
type Topic = (run: ProcessRun, nodeId: string) => Promise<void>;

/** What service tasks can do inside the transaction, by topic. */
const topics: Record<string, Topic> = { 'record.action': runRecordAction, 'record.message': sendRecordMessage };

/** A service failed and no person waits: the work is undone and tried again with this as its answer. */
export class ServiceFailure extends Error {
  readonly executionId: string;

  constructor(executionId: string, cause: unknown) {
    super(messageOf(cause), { cause });
    this.executionId = executionId;
  }
}

/** Runs the topic of a service task; in a person's request a refusal in it refuses the whole request. */
export async function callService(run: ProcessRun, { tokenId, executionId, nodeId, topic }: CallService): Promise<Event> {
  const failed = run.failures?.get(executionId);
  if (failed !== undefined) return { type: 'service-failed', tokenId, executionId, message: failed };
  const handler = topics[topic];
  try {
    if (!handler) throw new Error(`Nobody serves the topic ${topic}.`);
    await handler(run, nodeId);
  } catch (error) {
    if (!run.failures || isPassing(error)) throw error;
    throw new ServiceFailure(executionId, error);
  }
  return { type: 'service-done', tokenId, executionId };
}

async function runRecordAction(run: ProcessRun, nodeId: string): Promise<void> {
  const { action: name, inputs } = run.compiled.process.nodes[nodeId]!.serviceTask!;
  const action = run.ctx.model.actions.get(run.entity.key)?.get(name ?? '');
  if (!action) throw new Error(`${run.entity.key} has no action ${name ?? ''}.`);
  const input: Record<string, unknown> = {};
  for (const { name: key, language, text } of inputs) input[key] = language === 'feel' ? await evaluateText(run, text) : text;
  await runAction(run.ctx, run.entity, action, { id: run.instance.recordId, input });
  changed(run);
}

/** Tells those who are asked for a decision now; when nobody is, the applicant. */
async function sendRecordMessage(run: ProcessRun, nodeId: string): Promise<void> {
  const name = run.compiled.process.nodes[nodeId]!.serviceTask!.message ?? '';
  const open = await openTasks(run.ctx, run.instance.id);
  const told = new Set(open.length === 0 ? [run.instance.starter] : []);
  for (const task of open) for (const id of await peopleOf(run.ctx, task)) told.add(id);
  const task = open.length === 1 ? open[0] : undefined;
  const record = recordValue(run.entity, await recordOf(run));
  await sendMessage(run.ctx, qualify(name, run.entity.app), [...told], { record }, {
    app: run.entity.app, entity: run.entity.name, id: run.instance.recordId, ...(task ? { task: task.id } : {}),
  });
}

/** Lost connections, deadlocks and shutdowns pass by themselves: the same work is tried again later. */
export function isPassing(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^(08|40|53|57)\w{3}$/.test(code) || /^E[A-Z]+$/.test(code);
}

function messageOf(error: unknown): string {
  if (error instanceof Problem) return error.errors.length > 0 ? error.errors.map((e) => e.message?.zh ?? problemText(e.code, e.params ?? {}, 'zh-CN')).join('；') : problemText(error.code, error.params, 'zh-CN');
  return error instanceof Error ? error.message : String(error);
}
