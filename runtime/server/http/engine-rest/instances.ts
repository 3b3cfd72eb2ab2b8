import type { FastifyInstance } from 'fastify';
import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { findInstances, incidentsOf, loadInstance, moveInstance, retryIncidents, setSuspended, type Instance } from '../../workflow/index.ts';
import { contextOf } from '../request-context.ts';
import { requireEngine } from './rights.ts';
import { bad, dateText } from './typed-values.ts';

interface Id { Params: { id: string } }
type Body = Record<string, unknown>;
type Query = { Querystring: Record<string, string> };

/** `/engine-rest/process-instance` and `/incident`: what runs, and mending it. */
export async function instanceRoutes(app: FastifyInstance): Promise<void> {
  app.get<Query>('/process-instance', async (request) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'operate', 'start');
    return (await findInstances(ctx, { ...criteria(request.query), open: true })).map(instanceJson);
  });
  app.get<Query>('/process-instance/count', async (request) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'operate', 'start');
    return { count: (await findInstances(ctx, { ...criteria(request.query), open: true })).length };
  });
  app.get<Id>('/process-instance/:id', async (request) => instanceJson(await openInstance(contextOf(request), request.params.id)));
  app.delete<Id>('/process-instance/:id', async (request, reply) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'operate');
    await moveInstance(ctx, request.params.id, { type: 'cancel' });
    return reply.code(204).send();
  });
  app.put<Id & { Body: Body | undefined }>('/process-instance/:id/suspended', async (request, reply) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'operate');
    await openInstance(ctx, request.params.id);
    const suspended = request.body?.['suspended'];
    if (typeof suspended !== 'boolean') throw bad('suspended is missing');
    await setSuspended(ctx, request.params.id, suspended);
    return reply.code(204).send();
  });
  app.get<Id>('/process-instance/:id/activity-instances', async (request) => tree(await openInstance(contextOf(request), request.params.id)));
  app.post<Id>('/process-instance/:id/retry-incidents', async (request) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'operate');
    await openInstance(ctx, request.params.id);
    return { running: await retryIncidents(ctx.services, request.params.id) };
  });

  app.get<Query>('/incident', async (request) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'operate');
    return (await incidentsOf(ctx, request.query['processInstanceId'])).map(({ id, instanceId, definitionId, nodeId, code, message, at }) => ({
      id, processDefinitionId: definitionId, processInstanceId: instanceId, executionId: instanceId, incidentTimestamp: dateText(ctx, at), incidentType: code, activityId: nodeId, failedActivityId: nodeId,
      causeIncidentId: id, rootCauseIncidentId: id, configuration: null, incidentMessage: message, tenantId: null, jobDefinitionId: null, annotation: null,
    }));
  });
}

/** A running instance, for those who may know of it. */
export async function openInstance(ctx: Context, id: string): Promise<Instance> {
  requireEngine(ctx, 'operate', 'start', 'work');
  const instance = await loadInstance(ctx, id);
  if (!instance || instance.endedAt !== null) throw problem('not-found');
  return instance;
}

export function instanceJson({ id, definitionId, key, businessKey, recordId, endedAt, suspendedAt }: Instance): Record<string, unknown> {
  return { links: [], id, definitionId, definitionKey: key, businessKey: businessKey ?? (recordId || null), caseInstanceId: null, ended: endedAt !== null, suspended: suspendedAt !== null, tenantId: null };
}

/** What to look for, as Camunda names it. */
export function criteria({ businessKey, processInstanceBusinessKey, processDefinitionKey, processDefinitionId, processInstanceIds, processInstanceId, maxResults, firstResult }: Record<string, string>): Parameters<typeof findInstances>[1] {
  const key = businessKey ?? processInstanceBusinessKey;
  const ids = processInstanceIds?.split(',') ?? (processInstanceId === undefined ? undefined : [processInstanceId]);
  return {
    ...(key ? { businessKey: key } : {}), ...(processDefinitionKey ? { key: processDefinitionKey } : {}), ...(processDefinitionId ? { definitionId: processDefinitionId } : {}), ...(ids ? { ids } : {}),
    ...(maxResults === undefined ? {} : { limit: Math.max(0, Number(maxResults) || 0) }), ...(firstResult === undefined ? {} : { from: Math.max(0, Number(firstResult) || 0) }),
  };
}

function tree(instance: Instance): Record<string, unknown> {
  const shared = { processInstanceId: instance.id, processDefinitionId: instance.definitionId, executionIds: [instance.id], childTransitionInstances: [] };
  return {
    ...shared, id: instance.id, parentActivityInstanceId: null, activityId: instance.key, activityType: 'processDefinition',
    childActivityInstances: instance.state.tokens.map(({ nodeId, executionId }) => ({ ...shared, id: `${nodeId}:${executionId}`, parentActivityInstanceId: instance.id, activityId: nodeId, childActivityInstances: [] })),
  };
}
