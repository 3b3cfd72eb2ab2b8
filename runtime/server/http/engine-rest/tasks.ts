import type { FastifyInstance } from 'fastify';
import { isId } from '../../../fields/index.ts';
import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { claim, complete, findTasks, unclaim, type FoundTask } from '../../workflow/index.ts';
import { contextOf } from '../request-context.ts';
import { mayOnEngine } from './rights.ts';
import { dateText, readVariables } from './typed-values.ts';

interface Id { Params: { id: string } }
type Body = Record<string, unknown>;

/** `/engine-rest/task`: what people have to do. Whoever operates the engine sees all; done is a task only by those whose it is. */
export async function taskRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: Record<string, string> }>('/task', async (request) => {
    const ctx = contextOf(request);
    const { processInstanceId, processDefinitionKey, taskDefinitionKey, processInstanceBusinessKey } = request.query;
    return (await visible(ctx, {
      ...(processInstanceId ? { instanceId: processInstanceId } : {}), ...(processDefinitionKey ? { key: processDefinitionKey } : {}), ...(taskDefinitionKey ? { nodeId: taskDefinitionKey } : {}),
      ...(processInstanceBusinessKey ? { businessKey: processInstanceBusinessKey } : {}),
    })).map((task) => taskJson(ctx, task));
  });
  app.get('/task/count', async (request) => ({ count: (await visible(contextOf(request), {})).length }));
  app.get<Id>('/task/:id', async (request) => {
    const ctx = contextOf(request);
    const [task] = isId(request.params.id) ? await visible(ctx, { id: request.params.id }) : [];
    if (!task) throw problem('not-found');
    return taskJson(ctx, task);
  });
  app.post<Id & { Body: Body | undefined }>('/task/:id/complete', async (request, reply) => {
    const ctx = contextOf(request);
    const { variables: given, outcome, opinion } = request.body ?? {};
    const variables = await readVariables(ctx, given, null);
    await complete(ctx, request.params.id, { ...(typeof outcome === 'string' ? { outcome } : {}), ...(typeof opinion === 'string' ? { opinion } : {}), ...(variables ? { variables } : {}) });
    return reply.code(204).send();
  });
  app.post<Id>('/task/:id/claim', async (request, reply) => {
    await claim(contextOf(request), request.params.id);
    return reply.code(204).send();
  });
  app.post<Id>('/task/:id/unclaim', async (request, reply) => {
    await unclaim(contextOf(request), request.params.id);
    return reply.code(204).send();
  });
}

function visible(ctx: Context, where: Omit<Parameters<typeof findTasks>[1], 'all'>): Promise<FoundTask[]> {
  return findTasks(ctx, { ...where, all: mayOnEngine(ctx, 'operate') });
}

function taskJson(ctx: Context, task: FoundTask): Record<string, unknown> {
  return {
    id: task.id, name: task.label, assignee: task.assigneeName, created: dateText(ctx, task.createdAt), due: dateText(ctx, task.dueAt), followUp: null, lastUpdated: null, delegationState: null, description: null,
    executionId: task.instanceId, owner: null, parentTaskId: null, priority: 50, processDefinitionId: task.definitionId, processInstanceId: task.instanceId, caseExecutionId: null, caseDefinitionId: null,
    caseInstanceId: null, taskDefinitionKey: task.nodeId, suspended: false, formKey: null, camundaFormRef: null, tenantId: null,
  };
}
