import type { FastifyInstance } from 'fastify';
import { problem } from '../../../problems.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { broadcastSignal, correlate } from '../../workflow/index.ts';
import { contextOf } from '../request-context.ts';
import { instanceJson } from './instances.ts';
import { requireEngine } from './rights.ts';
import { bad, plainValues, readVariables } from './typed-values.ts';

type Body = Record<string, unknown>;

/** `/engine-rest/message` and `/signal`: what has happened outside. */
export async function eventRoutes(app: FastifyInstance): Promise<void> {
  app.post<{ Body: Body | undefined }>('/message', async (request, reply) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'start');
    const { messageName, businessKey, processInstanceId, correlationKeys, processVariables, all, resultEnabled } = request.body ?? {};
    if (typeof messageName !== 'string' || messageName === '') throw bad('messageName is missing');
    const reached = await inTransaction(ctx, async (tx) => {
      const variables = await readVariables(tx, processVariables, null);
      const done = await correlate(tx, {
        name: messageName, variableValues: plainValues(correlationKeys), all: all === true, ...(variables ? { variables } : {}),
        ...(typeof businessKey === 'string' ? { businessKey } : {}), ...(typeof processInstanceId === 'string' ? { instanceId: processInstanceId } : {}),
      });
      if (done === 'several') throw problem('engine.mismatch', { reason: `several wait for ${messageName}` });
      if (done.length === 0 && all !== true) throw problem('engine.mismatch', { reason: `nobody waits for ${messageName}` });
      return done;
    });
    if (resultEnabled !== true) return reply.code(204).send();
    return reached.map(({ kind, instance }) => (kind === 'started'
      ? { resultType: 'ProcessDefinition', execution: null, processInstance: instanceJson(instance), variables: null }
      : { resultType: 'Execution', execution: { id: instance.id, processInstanceId: instance.id, ended: false, tenantId: null }, processInstance: null, variables: null }));
  });

  app.post<{ Body: Body | undefined }>('/signal', async (request, reply) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'start');
    const { name, variables } = request.body ?? {};
    if (typeof name !== 'string' || name === '') throw bad('name is missing');
    await inTransaction(ctx, async (tx) => broadcastSignal(tx, name, null, await readVariables(tx, variables, null)));
    return reply.code(204).send();
  });
}
