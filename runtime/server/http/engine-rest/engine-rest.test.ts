import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BasicAuthInterceptor, Client, File, Variables, type Task, type TaskService } from 'camunda-external-task-client-js';
import { end, modelXml, service, start, task, user, xor, type Model } from '../../../bpmn/testing/model-xml.ts';
import { setPassword } from '../../auth/index.ts';
import { deskSources } from '../../workflow/testing/desk-app.ts';
import { startDesk, type Desk } from '../../workflow/testing/start-desk.ts';

const password = 'Engine-rest-2026';
let desk: Desk;
let folder: string;
const clients: Client[] = [];

beforeAll(async () => {
  desk = await startDesk(deskSources());
  folder = await mkdtemp(join(tmpdir(), 'tamga-engine-'));
  for (const name of ['worker', 'clerk']) await setPassword(desk.services, desk.services.pool, desk.people[name]!, password);
}, 120_000);
afterAll(async () => {
  for (const client of clients) client.stop();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

type Json = Record<string, unknown>;
interface Answer { status: number; type: string | null; body: unknown }

async function call(person: string | undefined, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${desk.address}/engine-rest${path}`, {
    method, headers: { ...(person ? { authorization: `Bearer ${await desk.token(person)}` } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), body: text === '' ? undefined : JSON.parse(text) };
}

async function deploy(person: string, files: Record<string, string>): Promise<Answer> {
  const form = new FormData();
  form.set('deployment-name', 'test');
  for (const [name, text] of Object.entries(files)) form.set(name, new Blob([text]), name);
  const response = await fetch(`${desk.address}/engine-rest/deployment/create`, { method: 'POST', headers: { authorization: `Bearer ${await desk.token(person)}` }, body: form });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

const xml = (id: string, model: Model): string => modelXml(model).replaceAll('"p"', `"${id}"`);
const topic = (id: string, name: string, body = '') => ({ ...service(id, '', body), attrs: `camunda:type="external" camunda:topic="${name}"` });
const line = (...nodes: Model['nodes']): Model => ({ nodes, flows: nodes.slice(1).map((node, index) => `${nodes[index]?.id} > ${node.id}`) });

async function begin(key: string, model: Model, body: Json = {}): Promise<string> {
  const deployed = await deploy('operator', { [`${key}.bpmn`]: xml(key, model) });
  expect([deployed.status, deployed.body]).toEqual([200, expect.anything()]);
  const started = await call('operator', 'POST', `/process-definition/key/${key}/start`, body);
  expect(started).toMatchObject({ status: 200, type: 'application/json', body: { definitionKey: key, ended: false, suspended: false } });
  return String((started.body as Json)['id']);
}

const history = async (id: string): Promise<Json> => (await call('operator', 'GET', `/history/process-instance/${id}`)).body as Json;
const variables = async (id: string): Promise<Record<string, Json>> =>
  Object.fromEntries(((await call('operator', 'GET', `/history/variable-instance?processInstanceId=${id}`)).body as Json[]).map((row) => [String(row['name']), row]));

/** The unmodified client on one topic; resolves with what the handler gives for the first piece of work. */
function work<T>(name: string, handle: (task: Task, taskService: TaskService) => Promise<T>, options: Json = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const client = new Client({
      baseUrl: `${desk.address}/engine-rest`, workerId: `worker-${name}`, asyncResponseTimeout: 30_000, interval: 20,
      interceptors: new BasicAuthInterceptor({ username: 'worker', password }), ...options,
    });
    clients.push(client);
    client.on('poll:error', (error) => reject(error instanceof Error ? error : new Error(String(error))));
    client.subscribe(name, async ({ task, taskService }) => {
      client.stop();
      await handle(task, taskService).then(resolve, reject);
    });
  });
}

async function eventually<T>(look: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await look();
    if (holds(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const ends = (id: string): Promise<Json> => eventually(() => history(id), ({ state }) => state !== 'ACTIVE');

describe('who may', () => {
  test.each<[string, string | undefined, string, string, unknown, number, string]>([
    ['nobody without signing in', undefined, 'POST', '/external-task/fetchAndLock', {}, 401, 'AuthorizationException'],
    ['nobody without a role for it', 'clerk', 'POST', '/external-task/fetchAndLock', { workerId: 'w', maxTasks: 1, topics: [] }, 403, 'AuthorizationException'],
    ['a worker may not start', 'worker', 'POST', '/process-definition/key/x/start', {}, 403, 'AuthorizationException'],
    ['nor look at what has been', 'worker', 'GET', '/history/process-instance', undefined, 403, 'AuthorizationException'],
    ['what is not there', 'operator', 'GET', '/process-definition/key/none', undefined, 404, 'RestException'],
    ['no such instance', 'operator', 'GET', '/process-instance/none', undefined, 404, 'RestException'],
    ['no such work', 'worker', 'POST', '/external-task/00000000-0000-7000-8000-000000000000/complete', { workerId: 'w' }, 404, 'RestException'],
    ['a body that is none', 'worker', 'POST', '/external-task/fetchAndLock', [], 400, 'InvalidRequestException'],
    ['a wait that is too long', 'worker', 'POST', '/external-task/fetchAndLock', { workerId: 'w', maxTasks: 1, asyncResponseTimeout: 1_800_001, topics: [] }, 400, 'InvalidRequestException'],
    ['a topic without a time', 'worker', 'POST', '/external-task/fetchAndLock', { workerId: 'w', maxTasks: 1, topics: [{ topicName: 'a' }] }, 400, 'InvalidRequestException'],
    ['a message for nobody', 'operator', 'POST', '/message', { messageName: 'nobody' }, 400, 'MismatchingMessageCorrelationException'],
    ['a process of the definitions', 'operator', 'POST', '/process-definition/key/request/start', {}, 400, 'InvalidRequestException'],
  ])('%s', async (_name, person, method, path, body, status, type) => {
    expect(await call(person, method, path, body)).toEqual({ status, type: 'application/json', body: { type, message: expect.stringMatching(/./), code: null } });
  });

  test('a wrong password, and a person without a role by password', async () => {
    const ask = async (name: string, secret: string) => (await fetch(`${desk.address}/engine-rest/process-definition`, { headers: { authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}` } })).status;
    expect(await ask('worker', 'wrong')).toBe(401);
    expect(await ask('clerk', password)).toBe(403);
    expect(await ask('worker', password)).toBe(403);
  });

  test('a cookie opens nothing: only programs come here', async () => {
    const response = await fetch(`${desk.address}/engine-rest/version`, { headers: { cookie: `tamga_session=${await desk.token('operator')}` } });
    expect(response.status).toBe(401);
  });
});

describe('deployment', () => {
  test('what can not be run is refused with element and reason, and nothing is stored', async () => {
    const wrong = await deploy('operator', { 'ok.bpmn': xml('fine', line(start('s'), end('e'))), 'wrong.bpmn': xml('wrong', line(start('s'), { id: 'x', element: 'complexGateway' }, end('e'))) });
    expect(wrong).toMatchObject({ status: 400, body: { type: 'ParseException', message: expect.stringContaining('wrong.bpmn #x bpmn.unsupported-element: complexGateway is not supported') } });
    expect((await call('operator', 'GET', '/process-definition/key/fine')).status).toBe(404);
    expect((await deploy('operator', { 'a.txt': 'x' })).status).toBe(400);
    expect((await deploy('worker', { 'a.bpmn': xml('fine', line(start('s'), end('e'))) })).status).toBe(403);
    expect(await deploy('operator', { 'request.bpmn': xml('request', line(start('s'), end('e'))) })).toMatchObject({ status: 400, body: { message: expect.stringContaining('comes with the definitions') } });
    expect(await deploy('operator', { 'topic.bpmn': xml('inside', line(start('s'), topic('x', 'record.action'), end('e'))) })).toMatchObject({ status: 400, body: { message: expect.stringContaining('needs a record') } });
  });

  test('a change makes a version, the same file none', async () => {
    const version = async (model: Model) => Object.values((await deploy('operator', { 'v.bpmn': xml('v', model) }).then(({ body }) => body as Record<string, Record<string, Json>>))['deployedProcessDefinitions'] ?? {})[0]?.['version'];
    expect([await version(line(start('s'), end('e'))), await version(line(start('s'), end('e'))), await version(line(start('s'), task('t'), end('e')))]).toEqual([1, 1, 2]);
    expect((await call('operator', 'GET', '/process-definition?key=v')).body).toMatchObject([{ version: 2 }, { version: 1 }]);
    expect((await call('operator', 'GET', '/process-definition/key/v/xml')).body).toMatchObject({ bpmn20Xml: expect.stringContaining('<bpmn:task') });
  });
});

describe('the unmodified client', () => {
  test('gets variables of every type, gives them back, and the process goes on by them', async () => {
    const model: Model = { nodes: [start('s'), topic('x', 'types'), xor('g'), end('yes'), end('no')], flows: ['s > x', 'x > g', 'g > yes if total = 12 and list[2] = "b" and flag', 'g > no default'] };
    const given = {
      text: { value: 'äß中文', type: 'String' }, count: { value: 7, type: 'Integer' }, large: { value: 9_007_199_254_740_000, type: 'Long' }, part: { value: 1.5, type: 'Double' }, flag: { value: true, type: 'Boolean' },
      day: { value: '2026-01-02T03:04:05.678+0000', type: 'Date' }, data: { value: '{"a":[1,{"b":null}]}', type: 'Json' }, none: { value: null, type: 'Null' },
      paper: { value: Buffer.from('hello\0file').toString('base64'), type: 'File', valueInfo: { filename: 'a.txt', mimetype: 'text/plain' } },
      large2: { value: Buffer.alloc(2_000_000, 'x').toString('base64'), type: 'File', valueInfo: { filename: 'b.bin' } },
    };
    const id = await begin('types', model, { businessKey: 'order-1', variables: given });
    await writeFile(join(folder, 'answer.txt'), 'from the worker');
    const seen = await work('types', async (work, taskService) => {
      const all = work.variables.getAll();
      const paper = await (all['paper'] as File).load();
      const large2 = await (all['large2'] as File).load();
      const answer = await new File({ localPath: join(folder, 'answer.txt'), mimetype: 'text/plain' }).load();
      await taskService.complete(work, new Variables().set('total', 12).set('list', ['a', 'b']).set('when', new Date('2026-05-06T07:08:09.010Z')).set('half', 0.5).set('word', 'x').set('nothing', null).set('answer', answer));
      return { ...all, large2: large2.content.length, paper: paper.content.toString('utf8'), businessKey: work.businessKey, name: paper.filename, day: (all['day'] as Date).toISOString() };
    });
    expect(seen).toEqual({
      text: 'äß中文', count: 7, large: 9_007_199_254_740_000, part: 1.5, flag: true, day: '2026-01-02T03:04:05.678Z', data: { a: [1, { b: null }] }, none: null, large2: 2_000_000, paper: 'hello\0file', businessKey: 'order-1', name: 'a.txt',
    });
    expect(await ends(id)).toMatchObject({ state: 'COMPLETED', endActivityId: 'yes', businessKey: 'order-1' });
    expect(await variables(id)).toMatchObject({
      total: { type: 'Integer', value: 12 }, list: { type: 'Json', value: '["a","b"]' }, half: { type: 'Double', value: 0.5 }, word: { type: 'String', value: 'x' }, nothing: { type: 'Null', value: null },
      when: { type: 'Date', value: '2026-05-06T15:08:09.010+0800' }, answer: { type: 'File', value: null, valueInfo: { filename: 'answer.txt', mimetype: 'text/plain' } },
    });
    expect((await readFile(join(folder, 'answer.txt'), 'utf8'))).toBe('from the worker');
  }, 60_000);

  test('waits for work that comes later', async () => {
    const done = work('later', async (work, taskService) => { await taskService.complete(work); return work.processInstanceId; });
    const id = await begin('later', line(start('s'), topic('x', 'later'), end('e')));
    expect(await done).toBe(id);
    expect(await ends(id)).toMatchObject({ endActivityId: 'e' });
  }, 60_000);

  test('fails, is offered again, and leaves an incident that new tries mend', async () => {
    const id = await begin('failing', line(start('s'), topic('x', 'failing'), end('e')));
    await work('failing', (work, taskService) => taskService.handleFailure(work, { errorMessage: 'first', errorDetails: 'stack', retries: 1, retryTimeout: 0 }));
    const retries = await work('failing', async (work, taskService) => { await taskService.handleFailure(work, { errorMessage: 'second', retries: 0, retryTimeout: 0 }); return work.retries; });
    expect(retries).toBe(1);
    const incidents = await eventually(async () => (await call('operator', 'GET', `/incident?processInstanceId=${id}`)).body as Json[], (found) => found.length > 0);
    expect(incidents).toMatchObject([{ activityId: 'x', incidentType: 'service-failed', incidentMessage: 'second' }]);
    const [open] = (await call('operator', 'GET', `/external-task?processInstanceId=${id}`)).body as Json[];
    expect(open).toMatchObject({ retries: 0, errorMessage: 'second', topicName: 'failing' });
    expect((await call('operator', 'PUT', `/external-task/${String(open?.['id'])}/retries`, { retries: 2 })).status).toBe(204);
    await work('failing', (work, taskService) => taskService.complete(work));
    expect(await ends(id)).toMatchObject({ endActivityId: 'e' });
    expect((await call('operator', 'GET', `/incident?processInstanceId=${id}`)).body).toEqual([]);
  }, 60_000);

  test('reports a business error, and the boundary event catches it', async () => {
    const model: Model = {
      nodes: [start('s'), topic('x', 'refusing'), { id: 'b', element: 'boundaryEvent', attrs: 'attachedToRef="x"', body: '<bpmn:errorEventDefinition errorRef="err" camunda:errorCodeVariable="code" camunda:errorMessageVariable="why"/>' }, end('e'), end('f')],
      flows: ['s > x', 'x > e', 'b > f'], beside: '<bpmn:error id="err" errorCode="NO"/>',
    };
    const id = await begin('refusing', model);
    await work('refusing', (work, taskService) => taskService.handleBpmnError(work, 'NO', 'not today', new Variables().set('more', 1)));
    expect(await ends(id)).toMatchObject({ endActivityId: 'f' });
    expect(await variables(id)).toMatchObject({ code: { value: 'NO' }, why: { value: 'not today' }, more: { value: 1 } });
    const uncaught = await begin('refusing', model);
    await work('refusing', (work, taskService) => taskService.handleBpmnError(work, 'OTHER'));
    expect((await call('operator', 'GET', `/incident?processInstanceId=${uncaught}`)).body).toMatchObject([{ incidentType: 'uncaught-error' }]);
  }, 60_000);

  test('holds, prolongs and gives back its lock; nobody else finishes its work', async () => {
    const id = await begin('locks', line(start('s'), topic('x', 'locks'), end('e')));
    const fetch = (workerId: string) => call('worker', 'POST', '/external-task/fetchAndLock', { workerId, maxTasks: 5, topics: [{ topicName: 'locks', lockDuration: 60_000 }] });
    const [first] = (await fetch('a')).body as Json[];
    expect(first).toMatchObject({ workerId: 'a', processInstanceId: id, executionId: id, topicName: 'locks', variables: {}, retries: null });
    expect((await fetch('b')).body).toEqual([]);
    const work = `/external-task/${String(first?.['id'])}`;
    expect(await call('worker', 'POST', `${work}/complete`, { workerId: 'b' })).toMatchObject({ status: 400, body: { type: 'InvalidRequestException' } });
    expect((await call('worker', 'POST', `${work}/extendLock`, { workerId: 'a', newDuration: 90_000 })).status).toBe(204);
    expect((await call('worker', 'POST', `${work}/extendLock`, { workerId: 'b', newDuration: 90_000 })).status).toBe(400);
    expect((await call('worker', 'POST', `${work}/lock`, { workerId: 'b', lockDuration: 1000 })).status).toBe(400);
    expect((await call('worker', 'POST', `${work}/unlock`)).status).toBe(204);
    expect((await fetch('b')).body).toHaveLength(1);
    const both = await Promise.all([call('worker', 'POST', `${work}/complete`, { workerId: 'b' }), call('worker', 'POST', `${work}/complete`, { workerId: 'b' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect(await ends(id)).toMatchObject({ endActivityId: 'e' });
  }, 60_000);

  test('many at once: each piece of work goes to one worker', async () => {
    await deploy('operator', { 'many.bpmn': xml('many', line(start('s'), topic('x', 'many'), end('e'))) });
    for (let n = 0; n < 12; n += 1) await call('operator', 'POST', '/process-definition/key/many/start', {});
    const fetch = (workerId: string) => call('worker', 'POST', '/external-task/fetchAndLock', { workerId, maxTasks: 5, topics: [{ topicName: 'many', lockDuration: 60_000 }] });
    const found = (await Promise.all(['a', 'b', 'c', 'd'].map(fetch))).flatMap(({ body }) => (body as Json[]).map(({ id }) => id));
    expect([found.length, new Set(found).size]).toEqual([12, 12]);
  }, 60_000);
});

describe('messages, signals and tasks', () => {
  const waiting: Model = {
    nodes: [start('s'), { id: 'm', element: 'receiveTask', attrs: 'messageRef="msg"' }, end('e')], flows: ['s > m', 'm > e'], beside: '<bpmn:message id="msg" name="paid"/>',
  };

  test('a message reaches the one that waits for it, by business key or by variables', async () => {
    const [a, b] = [await begin('paying', waiting, { businessKey: 'A' }), await begin('paying', waiting, { businessKey: 'B', variables: { no: { value: 5, type: 'Integer' } } })];
    expect(await call('operator', 'POST', '/message', { messageName: 'paid' })).toMatchObject({ status: 400, body: { message: expect.stringContaining('several') } });
    expect((await call('operator', 'POST', '/message', { messageName: 'paid', businessKey: 'A', processVariables: { sum: { value: 3, type: 'Integer' } } })).status).toBe(204);
    expect(await ends(a)).toMatchObject({ endActivityId: 'e' });
    expect(await variables(a)).toMatchObject({ sum: { value: 3 } });
    expect((await call('operator', 'POST', '/message', { messageName: 'paid', correlationKeys: { no: { value: 5, type: 'Integer' } }, resultEnabled: true })).body).toMatchObject([{ resultType: 'Execution', execution: { processInstanceId: b } }]);
    expect((await call('operator', 'POST', '/message', { messageName: 'paid', businessKey: 'A' })).status).toBe(400);
  }, 60_000);

  test('a message starts a process that begins with it', async () => {
    await deploy('operator', { 'm.bpmn': xml('mailed', { nodes: [{ id: 's', element: 'startEvent', body: '<bpmn:messageEventDefinition messageRef="msg"/>' }, topic('x', 'mailed'), end('e')], flows: ['s > x', 'x > e'], beside: '<bpmn:message id="msg" name="mail"/>' }) });
    const answer = await call('operator', 'POST', '/message', { messageName: 'mail', businessKey: 'K', resultEnabled: true });
    expect(answer.body).toMatchObject([{ resultType: 'ProcessDefinition', processInstance: { businessKey: 'K', definitionKey: 'mailed' } }]);
    expect((await call('operator', 'POST', '/process-definition/key/mailed/start', {})).status).toBe(400);
  }, 60_000);

  test('a signal reaches all', async () => {
    const model: Model = { nodes: [start('s'), { id: 'c', element: 'intermediateCatchEvent', body: '<bpmn:signalEventDefinition signalRef="sig"/>' }, end('e')], flows: ['s > c', 'c > e'], beside: '<bpmn:signal id="sig" name="alarm"/>' };
    const ids = [await begin('alarmed', model), await begin('alarmed', model)];
    expect((await call('operator', 'POST', '/signal', { name: 'alarm', variables: { level: { value: 2, type: 'Integer' } } })).status).toBe(204);
    for (const id of ids) {
      expect(await ends(id)).toMatchObject({ endActivityId: 'e' });
      expect(await variables(id)).toMatchObject({ level: { value: 2 } });
    }
  }, 60_000);

  test('a task is done by those whose it is only', async () => {
    const id = await begin('asking', { nodes: [start('s'), user('u', [], 'camunda:assignee="${who}"'), end('e')], flows: ['s > u', 'u > e'] }, { variables: { who: { value: 'worker', type: 'String' } } });
    const [open] = (await call('worker', 'GET', `/task?processInstanceId=${id}`)).body as Json[];
    expect(open).toMatchObject({ taskDefinitionKey: 'u', assignee: 'worker', processInstanceId: id });
    expect((await call('clerk', 'GET', `/task/${String(open?.['id'])}`)).status).toBe(404);
    expect((await call('operator', 'GET', `/task/${String(open?.['id'])}`)).status).toBe(200);
    expect((await call('operator', 'POST', `/task/${String(open?.['id'])}/complete`, {})).status).toBeGreaterThanOrEqual(403);
    expect((await call('worker', 'POST', `/task/${String(open?.['id'])}/complete`, { variables: { said: { value: 'yes', type: 'String' } } })).status).toBe(204);
    expect(await ends(id)).toMatchObject({ endActivityId: 'e' });
    expect(await variables(id)).toMatchObject({ said: { value: 'yes' } });
  }, 60_000);

  test('an operator stops, changes and cancels', async () => {
    const id = await begin('stopped', line(start('s'), topic('x', 'stopped'), end('e')));
    const fetch = async () => (await call('worker', 'POST', '/external-task/fetchAndLock', { workerId: 'a', maxTasks: 5, topics: [{ topicName: 'stopped', lockDuration: 1 }] })).body as Json[];
    expect((await call('operator', 'PUT', `/process-instance/${id}/suspended`, { suspended: true })).status).toBe(204);
    expect(await fetch()).toEqual([]);
    expect((await call('operator', 'PUT', `/process-instance/${id}/suspended`, { suspended: false })).status).toBe(204);
    expect((await call('operator', 'PUT', `/process-instance/${id}/variables/n`, { value: 4, type: 'Integer' })).status).toBe(204);
    expect((await call('operator', 'GET', `/process-instance/${id}/variables`)).body).toEqual({ n: { value: 4, type: 'Integer', valueInfo: {} } });
    expect((await call('operator', 'PUT', `/process-instance/${id}/variables/n`, { value: 'x', type: 'Integer' })).status).toBe(400);
    expect((await call('operator', 'GET', `/process-instance/${id}/activity-instances`)).body).toMatchObject({ childActivityInstances: [{ activityId: 'x' }] });
    expect((await call('operator', 'DELETE', `/process-instance/${id}`)).status).toBe(204);
    expect(await history(id)).toMatchObject({ state: 'EXTERNALLY_TERMINATED' });
    expect(await fetch()).toEqual([]);
  }, 60_000);
});
