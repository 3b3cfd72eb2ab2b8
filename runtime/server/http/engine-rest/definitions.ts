import type { FastifyInstance, FastifyRequest } from 'fastify';
import { variablesAt } from '../../../bpmn/index.ts';
import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';
import { inTransaction } from '../../operations/in-transaction.ts';
import { compiledProcess, definitionsBy, deployFiles, loadDefinition, loadInstance, startInstance, type StoredDefinition } from '../../workflow/index.ts';
import { contextOf } from '../request-context.ts';
import { instanceJson } from './instances.ts';
import { requireEngine } from './rights.ts';
import { bad, dateText, readVariables, typedValues } from './typed-values.ts';

interface Id { Params: { id: string } }
interface Key { Params: { key: string } }
type Body = Record<string, unknown>;

/** `/engine-rest/deployment` and `/process-definition`: processes from outside, and starting any that needs no record. */
export async function definitionRoutes(app: FastifyInstance): Promise<void> {
  app.post('/deployment/create', async (request) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'deploy');
    const { fields, files } = await readParts(request);
    const deployed = await deployFiles(ctx, fields.get('deployment-name') ?? '', fields.get('deployment-source') ?? null, files);
    if ('mistakes' in deployed) throw problem('engine.deploy', { reason: deployed.mistakes.map(({ file, element, code, message }) => `${file} #${element} ${code}: ${message}`).join('; ') });
    const made = (list: typeof deployed.processes): Record<string, unknown> | null =>
      (list.length === 0 ? null : Object.fromEntries(list.map((each) => [each.id, { ...definitionBase(each), deploymentId: deployed.id, resource: each.resource }])));
    return {
      links: [], id: deployed.id, name: deployed.name, source: deployed.source, deploymentTime: dateText(ctx, deployed.at), tenantId: null,
      deployedProcessDefinitions: made(deployed.processes), deployedCaseDefinitions: null, deployedDecisionDefinitions: made(deployed.decisions), deployedDecisionRequirementsDefinitions: null,
    };
  });

  app.get<{ Querystring: Record<string, string> }>('/process-definition', async (request) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'start', 'deploy', 'operate');
    const { key, latestVersion, firstResult, maxResults } = request.query;
    const found = await definitionsBy(ctx, { ...(key === undefined ? {} : { key }), latest: latestVersion === 'true' });
    const from = Number(firstResult ?? 0) || 0;
    return found.slice(from, from + Math.min(Number(maxResults ?? 500) || 500, 500)).map(definitionJson);
  });
  app.get('/process-definition/count', async (request) => {
    const ctx = contextOf(request);
    requireEngine(ctx, 'start', 'deploy', 'operate');
    return { count: (await definitionsBy(ctx, { latest: false })).length };
  });
  app.get<Key>('/process-definition/key/:key', async (request) => definitionJson(await find(contextOf(request), { key: request.params.key })));
  app.get<Id>('/process-definition/:id', async (request) => definitionJson(await find(contextOf(request), { id: request.params.id })));
  app.get<Key>('/process-definition/key/:key/xml', async (request) => xmlJson(await find(contextOf(request), { key: request.params.key })));
  app.get<Id>('/process-definition/:id/xml', async (request) => xmlJson(await find(contextOf(request), { id: request.params.id })));
  app.post<Key & { Body: Body | undefined }>('/process-definition/key/:key/start', async (request) => start(contextOf(request), await find(contextOf(request), { key: request.params.key }), request.body ?? {}));
  app.post<Id & { Body: Body | undefined }>('/process-definition/:id/start', async (request) => start(contextOf(request), await find(contextOf(request), { id: request.params.id }), request.body ?? {}));
}

async function readParts(request: FastifyRequest): Promise<{ fields: Map<string, string>; files: { name: string; text: string }[] }> {
  if (!request.isMultipart()) throw bad('multipart/form-data is expected');
  const fields = new Map<string, string>();
  const files: { name: string; text: string }[] = [];
  for await (const part of request.parts({ limits: { files: 50, fields: 50, fileSize: 4_000_000 } })) {
    if (part.type === 'file') files.push({ name: part.filename || part.fieldname, text: (await part.toBuffer()).toString('utf8') });
    else fields.set(part.fieldname, String(part.value));
  }
  if (files.length === 0) throw bad('no resource was sent');
  const wrong = files.find((file) => !/\.(bpmn|bpmn20\.xml|dmn|dmn11\.xml)$/.test(file.name));
  if (wrong) throw bad(`${wrong.name} is neither .bpmn nor .dmn`);
  return { fields, files };
}

async function find(ctx: Context, where: { id: string } | { key: string }): Promise<StoredDefinition> {
  requireEngine(ctx, 'start', 'deploy', 'operate');
  const found = await loadDefinition(ctx, where);
  if (!found) throw problem('not-found');
  return found;
}

async function start(ctx: Context, definition: StoredDefinition, { businessKey, variables: given, withVariablesInReturn }: Body): Promise<Record<string, unknown>> {
  requireEngine(ctx, 'start');
  if (businessKey !== undefined && businessKey !== null && typeof businessKey !== 'string') throw bad('businessKey is no text');
  if (definition.entity !== '') throw bad(`${definition.key} drives records of ${definition.entity}: it starts when one is submitted`);
  const by = ctx.principal.user?.id;
  if (by === undefined) throw problem('session.required');
  const made = await inTransaction(ctx, async (tx) => {
    const compiled = await compiledProcess(tx, definition.id);
    if (!Object.values(compiled.process.nodes).some(({ behaviour, scopeId }) => behaviour === 'startEvent' && scopeId === compiled.process.id)) throw bad(`${definition.key} begins with an event, not by being started`);
    const variables = await readVariables(tx, given, null);
    return startInstance(tx, compiled, { starter: by, businessKey: businessKey ?? null, ...(variables ? { variables } : {}) });
  });
  const instance = await loadInstance(ctx, made.id) ?? made;
  return { ...instanceJson(instance), ...(withVariablesInReturn === true ? { variables: typedValues(ctx, variablesAt(instance.state)) } : {}) };
}

function definitionBase({ id, key, name, version }: { id: string; key: string; name: string; version: number }): Record<string, unknown> {
  return { id, key, category: null, description: null, name, version, diagram: null, suspended: false, tenantId: null, versionTag: null, historyTimeToLive: null, startableInTasklist: true };
}

function definitionJson(definition: StoredDefinition): Record<string, unknown> {
  return { ...definitionBase(definition), resource: `${definition.key}.bpmn`, deploymentId: definition.deploymentId };
}

const xmlJson = ({ id, xml }: StoredDefinition): Record<string, unknown> => ({ id, bpmn20Xml: xml });
