import type { Effect, Event } from '../../bpmn/index.ts';
import { qualify } from '../../model/link/linker.ts';
import { Problem, problemText } from '../../problems.ts';
import { serviceTopics, type ServiceCall } from '../../registry.ts';
import { runAction } from '../actions/run-action.ts';
import { sendMessage } from '../messages/index.ts';
import { recordValue } from '../operations/evaluate.ts';
import { createExternalTask } from './external-task.ts';
import { changed, evaluateText, recordOf, type ProcessRun } from './process-run.ts';
import { openTasks } from './task.ts';
import { peopleOf } from './task-people.ts';

type CallService = Extract<Effect, { type: 'call-service' }>;

/** A service failed and no person waits: the work is undone and tried again with this as its answer. */
export class ServiceFailure extends Error {
  readonly executionId: string;

  constructor(executionId: string, cause: unknown) {
    super(messageOf(cause), { cause });
    this.executionId = executionId;
  }
}

/** Runs the topic of a service task, or leaves it to a worker; in a person's request a refusal in it refuses the whole request. */
export async function callService(run: ProcessRun, { tokenId, executionId, nodeId, topic }: Omit<CallService, 'type'>): Promise<Event | undefined> {
  const failed = run.failures?.get(executionId);
  if (failed !== undefined) return { type: 'service-failed', tokenId, executionId, message: failed };
  const served = serviceTopics.get(topic);
  if (!served) {
    await createExternalTask(run, { tokenId, executionId, nodeId, topic });
    return undefined;
  }
  try {
    await served.serve(callOf(run, nodeId));
  } catch (error) {
    if (!run.failures || isPassing(error)) throw error;
    throw new ServiceFailure(executionId, error);
  }
  return { type: 'service-done', tokenId, executionId };
}

/** What a topic may ask and do; inputs and the record are worked out only where it asks. */
function callOf(run: ProcessRun, nodeId: string): ServiceCall {
  const { action, message, inputs } = run.compiled.process.nodes[nodeId]!.serviceTask!;
  return {
    action, message,
    inputs: async () => {
      const values: Record<string, unknown> = {};
      for (const { name, language, text } of inputs) values[name] = language === 'feel' ? await evaluateText(run, text) : text;
      return values;
    },
    record: async () => ({ ...await recordOf(run) }),
    runAction: (name, input) => runRecordAction(run, name, input),
    sendMessage: (name) => sendRecordMessage(run, name),
  };
}

async function runRecordAction(run: ProcessRun, name: string, input: Record<string, unknown>): Promise<void> {
  const action = run.ctx.model.actions.get(run.entity.key)?.get(name);
  if (!action) throw new Error(`${run.entity.key} has no action ${name}.`);
  await runAction(run.ctx, run.entity, action, { id: run.instance.recordId, input });
  changed(run);
}

/** Tells those who are asked for a decision now; when nobody is, the applicant. */
async function sendRecordMessage(run: ProcessRun, name: string): Promise<void> {
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
