import type { FastifyInstance, FastifyReply } from 'fastify';
import { variablesAt, type Event, type Variables } from '../../../bpmn/index.ts';
import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { moveInstance, type Instance } from '../../workflow/index.ts';
import { contextOf } from '../request-context.ts';
import { openInstance } from './instances.ts';
import { requireEngine } from './rights.ts';
import { bad, readVariables, typedValue, typedValues, type FileValue } from './typed-values.ts';

interface Id { Params: { id: string } }
interface Named { Params: { id: string; name: string } }
type Body = Record<string, unknown>;

/** Variables of an instance; the whole instance is its root execution. */
export async function variableRoutes(app: FastifyInstance): Promise<void> {
  for (const path of ['/process-instance/:id/variables', '/execution/:id/localVariables']) {
    app.get<Id>(path, async (request) => {
      const ctx = contextOf(request);
      return typedValues(ctx, variablesAt((await openInstance(ctx, request.params.id)).state));
    });
    app.get<Named>(`${path}/:name`, async (request) => {
      const ctx = contextOf(request);
      return typedValue(ctx, variableOf((await openInstance(ctx, request.params.id)).state, request.params.name));
    });
    app.get<Named>(`${path}/:name/data`, async (request, reply) => {
      const ctx = contextOf(request);
      return sendBytes(ctx, reply, await openInstance(ctx, request.params.id), request.params.name);
    });
    app.put<Named & { Body: Body }>(`${path}/:name`, async (request, reply) => {
      await change(contextOf(request), request.params.id, { [request.params.name]: request.body }, []);
      return reply.code(204).send();
    });
    app.delete<Named>(`${path}/:name`, async (request, reply) => {
      await change(contextOf(request), request.params.id, undefined, [request.params.name]);
      return reply.code(204).send();
    });
    app.post<Id & { Body: Body | undefined }>(path, async (request, reply) => {
      const { modifications, deletions } = request.body ?? {};
      await change(contextOf(request), request.params.id, modifications, Array.isArray(deletions) ? deletions.filter((name) => typeof name === 'string') : []);
      return reply.code(204).send();
    });
  }
}

async function change(ctx: Context, id: string, given: unknown, removed: readonly string[]): Promise<void> {
  requireEngine(ctx, 'operate', 'start');
  await openInstance(ctx, id);
  const variables = await readVariables(ctx, given, id);
  const events: Event[] = [...(removed.length > 0 ? [{ type: 'remove-variables' as const, names: removed }] : []), ...(variables ? [{ type: 'set-variables' as const, variables }] : [])];
  for (const event of events) await moveInstance(ctx, id, event);
}

function variableOf(state: Instance['state'], name: string): Variables[string] {
  const variables = variablesAt(state);
  // A variable of one visit only is found under its name as well.
  const local = state.tokens.map((token) => token.variables?.[name]).find((variable) => variable !== undefined);
  const found = Object.hasOwn(variables, name) ? variables[name] : local;
  if (!found) throw problem('not-found');
  return found;
}

async function sendBytes(ctx: Context, reply: FastifyReply, { state }: Instance, name: string): Promise<FastifyReply> {
  const { type, value } = variableOf(state, name);
  if (type !== 'file' && type !== 'bytes') throw bad(`Value of variable ${name} is not a binary value`);
  const file = value as FileValue;
  const { rows: [found] } = await ctx.db.query<{ bytes: Buffer }>('select bytes from tamga.variable_bytes where id = $1', [file.id]);
  if (!found) throw problem('not-found');
  // Never shown by a browser, whatever the program says it is.
  return reply.header('content-type', 'application/octet-stream').header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`).send(found.bytes);
}
