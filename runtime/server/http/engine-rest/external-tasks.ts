import type { FastifyInstance } from 'fastify';
import type { Services } from '../../context.ts';
import { changeLock, failWork, fetchAndLock, findWork, finishWork, loadWork, setRetries, type TopicRequest, type Work } from '../../workflow/index.ts';
import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { contextOf } from '../request-context.ts';
import { requireEngine } from './rights.ts';
import { bad, dateText, plainValues, readVariables, typedValues } from './typed-values.ts';
import { stopListening, waitForWork } from './wait-for-work.ts';

const maxWait = 1_800_000;
const maxLock = 31 * 86_400_000;
type Body = Record<string, unknown>;
interface Id { Params: { id: string } }

/** `/engine-rest/external-task`: work for programs outside, by topic. */
export async function externalTaskRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const closing = new AbortController();
  app.addHook('preClose', async () => { closing.abort(); });
  app.addHook('onClose', async () => { await stopListening(services); });

  app.post<{ Body: Body }>('/external-task/fetchAndLock', async (request, reply) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'work');
    const order = readOrder(request.body);
    const until = Date.now() + order.wait;
    const gone = new AbortController();
    reply.raw.on('close', () => gone.abort());
    for (;;) {
      const found = await fetchAndLock(ctx, order, order.topics);
      if (found.length > 0 || Date.now() >= until || gone.signal.aborted || closing.signal.aborted) return found.map((work) => lockedTask(ctx, work, order.variablesOf(work.topic)));
      await waitForWork(services, until - Date.now(), AbortSignal.any([gone.signal, closing.signal]));
    }
  });

  app.get<{ Querystring: Record<string, string> }>('/external-task', async (request) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'work', 'operate');
    const { topicName, processInstanceId, workerId } = request.query;
    return (await findWork(ctx, { ...(topicName ? { topic: topicName } : {}), ...(processInstanceId ? { instanceId: processInstanceId } : {}), ...(workerId ? { workerId } : {}) })).map((work) => taskJson(ctx, work));
  });

  app.get<Id>('/external-task/:id', async (request) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'work', 'operate');
    const work = await loadWork(ctx, request.params.id);
    if (!work) throw problem('not-found');
    return taskJson(ctx, work);
  });

  app.post<Id & { Body: Body }>('/external-task/:id/complete', async (request, reply) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'work');
    const body = bodyOf(request.body);
    await finishWork(ctx, request.params.id, workerOf(body), await answered(ctx, body, request.params.id));
    return reply.code(204).send();
  });

  app.post<Id & { Body: Body }>('/external-task/:id/bpmnError', async (request, reply) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'work');
    const body = bodyOf(request.body);
    const { errorCode, errorMessage } = body;
    if (typeof errorCode !== 'string' || errorCode === '') throw bad('errorCode is missing');
    await finishWork(ctx, request.params.id, workerOf(body), { errorCode, ...(typeof errorMessage === 'string' ? { errorMessage } : {}), ...await answered(ctx, body, request.params.id) });
    return reply.code(204).send();
  });

  app.post<Id & { Body: Body }>('/external-task/:id/failure', async (request, reply) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'work');
    const body = bodyOf(request.body);
    const { errorMessage, errorDetails } = body;
    await failWork(ctx, request.params.id, workerOf(body), {
      message: typeof errorMessage === 'string' ? errorMessage : null, details: typeof errorDetails === 'string' ? errorDetails : null,
      retries: numberIn(body, 'retries', 0, 1_000_000) ?? 0, retryTimeout: numberIn(body, 'retryTimeout', 0, maxLock) ?? 0, ...await answered(ctx, body, request.params.id),
    });
    return reply.code(204).send();
  });

  app.post<Id & { Body: Body }>('/external-task/:id/lock', async (request, reply) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'work');
    const body = bodyOf(request.body);
    await changeLock(ctx, request.params.id, { workerId: workerOf(body), until: durationOf(body, 'lockDuration'), mustHold: false });
    return reply.code(204).send();
  });

  app.post<Id & { Body: Body }>('/external-task/:id/extendLock', async (request, reply) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'work');
    const body = bodyOf(request.body);
    await changeLock(ctx, request.params.id, { workerId: workerOf(body), until: durationOf(body, 'newDuration'), mustHold: true });
    return reply.code(204).send();
  });

  app.post<Id>('/external-task/:id/unlock', async (request, reply) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'work');
    await changeLock(ctx, request.params.id, 'unlock');
    return reply.code(204).send();
  });

  app.put<Id & { Body: Body }>('/external-task/:id/retries', async (request, reply) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'operate');
    const retries = numberIn(bodyOf(request.body), 'retries', 0, 1_000_000);
    if (retries === undefined) throw bad('retries is missing');
    await setRetries(ctx, request.params.id, retries);
    return reply.code(204).send();
  });
}

async function answered(ctx: Context, body: Body, workId: string): Promise<Pick<Parameters<typeof finishWork>[3], 'variables' | 'localVariables'>> {
  const instanceId = body['variables'] || body['localVariables'] ? (await loadWork(ctx, workId))?.instanceId ?? null : null;
  const variables = await readVariables(ctx, body['variables'], instanceId);
  const localVariables = await readVariables(ctx, body['localVariables'], instanceId);
  return { ...(variables ? { variables } : {}), ...(localVariables ? { localVariables } : {}) };
}

interface Order { id: string; maxTasks: number; byPriority: boolean; oldestFirst: boolean | undefined; wait: number; topics: TopicRequest[]; variablesOf: (topic: string) => readonly string[] | null }

function readOrder(given: unknown): Order {
  const body = bodyOf(given);
  const { topics } = body;
  if (!Array.isArray(topics)) throw bad('topics is missing');
  const maxTasks = numberIn(body, 'maxTasks', 0, 10_000);
  if (maxTasks === undefined) throw bad('maxTasks is missing');
  const wait = numberIn(body, 'asyncResponseTimeout', 0, Number.MAX_SAFE_INTEGER) ?? 0;
  if (wait > maxWait) throw bad(`The asynchronous response timeout cannot be set to a value greater than ${maxWait} milliseconds`);
  const read = topics.map((topic) => readTopic(topic));
  const { sorting } = body;
  const byTime = Array.isArray(sorting) ? (sorting as Body[]).find(({ sortBy }) => sortBy === 'createTime') : undefined;
  return {
    id: workerOf(body), maxTasks, byPriority: body['usePriority'] === true, oldestFirst: byTime === undefined ? undefined : byTime['sortOrder'] !== 'desc', wait,
    topics: read.map(({ request }) => request), variablesOf: (topic) => read.find(({ request }) => request.topic === topic)?.variables ?? null,
  };
}

function readTopic(given: unknown): { request: TopicRequest; variables: readonly string[] | null } {
  const body = bodyOf(given);
  const { topicName, businessKey, variables, processDefinitionId, processDefinitionIdIn, processDefinitionKey, processDefinitionKeyIn, processVariables } = body;
  if (typeof topicName !== 'string' || topicName === '') throw bad('topicName is missing');
  const texts = (list: unknown, one: unknown): string[] | undefined => {
    const all = [...(Array.isArray(list) ? list : []), one].filter((text) => typeof text === 'string');
    return all.length > 0 ? all : undefined;
  };
  const keys = texts(processDefinitionKeyIn, processDefinitionKey);
  const ids = texts(processDefinitionIdIn, processDefinitionId)?.filter((id) => /^[0-9a-f-]{36}$/i.test(id));
  return {
    request: {
      topic: topicName, lockDuration: durationOf(body, 'lockDuration'), ...(typeof businessKey === 'string' ? { businessKey } : {}),
      ...(keys ? { definitionKeys: keys } : {}), ...(ids ? { definitionIds: ids } : {}), variableValues: plainValues(processVariables),
    },
    variables: Array.isArray(variables) ? variables.filter((name) => typeof name === 'string') : null,
  };
}

function bodyOf(given: unknown): Body {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw bad('a JSON object is expected');
  return given as Body;
}

function workerOf({ workerId }: Body): string {
  if (typeof workerId !== 'string' || workerId === '' || workerId.length > 200) throw bad('workerId is missing');
  return workerId;
}

function durationOf(body: Body, name: string): number {
  const duration = numberIn(body, name, 1, maxLock);
  if (duration === undefined) throw bad(`${name} is missing`);
  return duration;
}

function numberIn(body: Body, name: string, from: number, to: number): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to) throw bad(`${name} is no whole number between ${from} and ${to}`);
  return value;
}

function taskJson(ctx: Context, work: Work): Record<string, unknown> {
  const { id, instance, nodeId, executionId, topic, priority, workerId, lockedUntil, retries, errorMessage, createdAt } = work;
  return {
    activityId: nodeId, activityInstanceId: `${nodeId}:${executionId}`, errorMessage, executionId: instance.id, id, lockExpirationTime: dateText(ctx, lockedUntil), createTime: dateText(ctx, createdAt),
    processDefinitionId: instance.definitionId, processDefinitionKey: instance.key, processDefinitionVersionTag: null, processInstanceId: instance.id,
    retries, suspended: false, workerId, topicName: topic, tenantId: null, priority: Number(priority), businessKey: instance.businessKey ?? (instance.recordId || null),
  };
}

function lockedTask(ctx: Context, work: Work, only: readonly string[] | null): Record<string, unknown> {
  return { ...taskJson(ctx, work), errorDetails: work.errorDetails, variables: typedValues(ctx, work.variables, only), extensionProperties: {} };
}
