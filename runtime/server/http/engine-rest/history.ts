import type { FastifyInstance } from 'fastify';
import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { activitiesOf, findInstances, loadInstance, storedVariables, type Instance } from '../../workflow/index.ts';
import { contextOf } from '../request-context.ts';
import { criteria } from './instances.ts';
import { requireEngine } from './rights.ts';
import { dateText, typedValue } from './typed-values.ts';

type Query = { Querystring: Record<string, string> };

/** `/engine-rest/history`: what has been. */
export async function historyRoutes(app: FastifyInstance): Promise<void> {
  const operator = (ctx: Context): Context => {
    requireEngine(ctx, 'operate');
    return ctx;
  };
  app.get<Query>('/history/process-instance', async (request) => {
    const ctx = operator(contextOf(request));
    const { finished, unfinished } = request.query;
    return (await findInstances(ctx, { ...criteria(request.query), ended: finished === 'true', open: unfinished === 'true' })).map((instance) => historic(ctx, instance));
  });
  app.get<Query>('/history/process-instance/count', async (request) => {
    const ctx = operator(contextOf(request));
    const { finished, unfinished } = request.query;
    return { count: (await findInstances(ctx, { ...criteria(request.query), ended: finished === 'true', open: unfinished === 'true' })).length };
  });
  app.get<{ Params: { id: string } }>('/history/process-instance/:id', async (request) => {
    const ctx = operator(contextOf(request));
    const instance = await loadInstance(ctx, request.params.id);
    if (!instance) throw problem('not-found');
    return historic(ctx, instance);
  });
  app.get<Query>('/history/activity-instance', async (request) => {
    const ctx = operator(contextOf(request));
    return (await activitiesOf(ctx, request.query['processInstanceId'])).map(({ executionId, nodeId, instanceId, definitionId, key, enteredAt, leftAt, cancelled }) => ({
      id: `${nodeId}:${executionId}`, parentActivityInstanceId: instanceId, activityId: nodeId, activityName: null, activityType: null, processDefinitionKey: key, processDefinitionId: definitionId,
      processInstanceId: instanceId, executionId: instanceId, taskId: null, assignee: null, calledProcessInstanceId: null, calledCaseInstanceId: null, startTime: dateText(ctx, enteredAt), endTime: dateText(ctx, leftAt),
      durationInMillis: leftAt && leftAt.getTime() - enteredAt.getTime(), canceled: cancelled === true, completeScope: false, tenantId: null,
    }));
  });
  app.get<Query>('/history/variable-instance', async (request) => {
    const ctx = operator(contextOf(request));
    const { processInstanceId, variableName } = request.query;
    return (await storedVariables(ctx, processInstanceId, variableName)).map(({ instanceId, holder, name, type, value, definitionId, key }) => ({
      id: `${instanceId}:${holder}:${name}`, name, ...typedValue(ctx, { type, value }), processDefinitionKey: key, processDefinitionId: definitionId, processInstanceId: instanceId, executionId: instanceId,
      activityInstanceId: holder === '' ? instanceId : holder, caseDefinitionKey: null, taskId: null, errorMessage: null, tenantId: null, state: 'CREATED',
    }));
  });
}

function historic(ctx: Context, instance: Instance): Record<string, unknown> {
  const { id, definitionId, key, businessKey, recordId, startedAt, endedAt, starter, status, endId, parentId, rootId, suspendedAt } = instance;
  const state = endedAt === null ? (suspendedAt === null ? 'ACTIVE' : 'SUSPENDED') : status === 'cancelled' ? 'EXTERNALLY_TERMINATED' : 'COMPLETED';
  return {
    id, businessKey: businessKey ?? (recordId || null), processDefinitionId: definitionId, processDefinitionKey: key, processDefinitionName: instance.title, processDefinitionVersion: null,
    startTime: dateText(ctx, startedAt), endTime: dateText(ctx, endedAt), removalTime: null, durationInMillis: endedAt && endedAt.getTime() - startedAt.getTime(), startUserId: starter, startActivityId: null,
    endActivityId: endId, deleteReason: status === 'cancelled' ? 'cancelled' : null, rootProcessInstanceId: rootId, superProcessInstanceId: parentId, superCaseInstanceId: null, caseInstanceId: null, tenantId: null, state,
  };
}
