import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { variable, type Variables } from '../../bpmn/index.ts';
import { and, end, event, eventSub, modelXml, service, start, things, timer, user, xor, type Model, type ModelNode } from '../../bpmn/testing/model-xml.ts';
import { systemContext, type Context } from '../context.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { broadcastSignal, compiledProcess, complete, correlate, deployFiles, fetchAndLock, findTasks, finishWork, loadDefinition, loadInstance, moveInstance, runDueTimers, startInstance, storedVariables } from './index.ts';
import { deskSources } from './testing/desk-app.ts';
import { startDesk, type Desk } from './testing/start-desk.ts';

let desk: Desk;
let ctx: Context;
beforeAll(async () => {
  desk = await startDesk(deskSources());
  ctx = systemContext(desk.services, { id: desk.people['clerk']!, name: 'clerk', username: 'clerk', org: null });
}, 120_000);
afterAll(() => desk?.close(), 60_000);

const line = (...nodes: ModelNode[]): Model => ({ nodes, flows: nodes.slice(1).map((node, index) => `${nodes[index]?.id} > ${node.id}`) });
const call = (id: string, key: string, mappings = '<camunda:in variables="all"/><camunda:out variables="all"/>'): ModelNode => ({ id, element: 'callActivity', attrs: `calledElement="${key}"`, body: `<bpmn:extensionElements>${mappings}</bpmn:extensionElements>` });
const script = (id: string, text: string, name: string): ModelNode => ({ id, element: 'scriptTask', attrs: `camunda:resultVariable="${name}"`, body: `<bpmn:script>${text}</bpmn:script>` });
const work = (id: string, topic: string): ModelNode => ({ ...service(id), attrs: `camunda:type="external" camunda:topic="${topic}"` });

async function deploy(models: Record<string, Model>, more: { name: string; text: string }[] = []): Promise<void> {
  const files = Object.entries(models).map(([key, model]) => ({ name: `${key}.bpmn`, text: modelXml({ beside: things, ...model }).replaceAll('"p"', `"${key}"`) }));
  expect(await deployFiles(ctx, 'test', null, [...more, ...files])).toMatchObject({ processes: expect.anything() });
}

async function begin(key: string, values: Record<string, unknown> = {}, businessKey: string | null = null): Promise<string> {
  const variables: Variables = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, variable(value)]));
  const definition = await loadDefinition(ctx, { key });
  const { id } = await inTransaction(ctx, async (tx) => startInstance(tx, await compiledProcess(tx, definition?.id ?? ''), { starter: desk.people['clerk']!, variables, businessKey }));
  return id;
}

/** A worker does everything of a topic; gives how much there was. */
async function doWork(topic: string, result: Record<string, unknown> = {}): Promise<number> {
  const found = await fetchAndLock(ctx, { id: 'w', maxTasks: 50, byPriority: true, oldestFirst: true }, [{ topic, lockDuration: 60_000, variableValues: {} }]);
  for (const { id } of found) await finishWork(ctx, id, 'w', { variables: Object.fromEntries(Object.entries(result).map(([name, value]) => [name, variable(value)])) });
  return found.length;
}

const endOf = async (id: string) => { const instance = await loadInstance(ctx, id); return instance && [instance.status, instance.endId]; };
const valuesOf = async (id: string) => Object.fromEntries((await storedVariables(ctx, id, undefined)).map(({ name, value }) => [name, value]));
const children = async (id: string) => (await desk.services.pool.query<{ id: string; status: string }>('select id, status from tamga.process_instance where parent_id = $1 order by id', [id])).rows;

describe('called processes', () => {
  test('one that waits: its caller goes on with what it came to', async () => {
    await deploy({ inner: line(start('s'), work('x', 'inner'), end('e')), outer: { nodes: [start('s'), call('c', 'inner'), xor('g'), end('yes'), end('no')], flows: ['s > c', 'c > g', 'g > yes if r = 3 and n = 1', 'g > no default'] } });
    const id = await begin('outer', { n: 1 });
    expect(await children(id)).toMatchObject([{ status: 'running' }]);
    expect(await doWork('inner', { r: 3 })).toBe(1);
    expect(await endOf(id)).toEqual(['ended', 'yes']);
    expect(await children(id)).toMatchObject([{ status: 'ended' }]);
  });

  test('one that ends at once, and one in one', async () => {
    await deploy({ quick: line(start('s'), script('t', 'n + 1', 'n'), end('e')), middle: line(start('s'), call('c', 'quick'), end('e')), around: line(start('s'), call('c', 'middle'), call('d', 'middle'), end('e')) });
    const id = await begin('around', { n: 1 });
    expect(await endOf(id)).toEqual(['ended', 'e']);
    expect(await valuesOf(id)).toMatchObject({ n: 3 });
  });

  test('an error at its end is caught by its caller', async () => {
    const onCall: ModelNode[] = [event('b', 'boundaryEvent', 'error A', 'attachedToRef="c"'), end('f')];
    await deploy({ bad: line(start('s'), work('x', 'bad'), event('k', 'endEvent', 'error A')), careful: { nodes: [start('s'), call('c', 'bad'), end('e'), ...onCall], flows: ['s > c', 'c > e', 'b > f'] } });
    const id = await begin('careful');
    await doWork('bad');
    expect(await endOf(id)).toEqual(['ended', 'f']);
  });

  test('ends with the caller', async () => {
    const id = await begin('outer', { n: 1 });
    await moveInstance(ctx, id, { type: 'cancel' });
    expect(await children(id)).toMatchObject([{ status: 'cancelled' }]);
    expect(await doWork('inner')).toBe(0);
  });
});

test('a decision table is asked', async () => {
  const dmn = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:t"><decision id="fee" name="fee"><decisionTable id="t"><input id="i"><inputExpression id="ie"><text>n</text></inputExpression></input><output id="o" name="fee"/>${
    [['&lt; 10', '1'], ['&gt;= 10', '2']].map(([when, then], i) => `<rule id="r${i}"><inputEntry id="a${i}"><text>${when}</text></inputEntry><outputEntry id="b${i}"><text>${then}</text></outputEntry></rule>`).join('')}</decisionTable></decision></definitions>`;
  const refused = await deployFiles(ctx, 'early', null, [{ name: 'a.bpmn', text: modelXml(line(start('s'), { id: 'd', element: 'businessRuleTask', attrs: 'camunda:decisionRef="fee"' }, end('e'))).replaceAll('"p"', '"early"') }]);
  expect(refused).toMatchObject({ mistakes: [{ element: 'd', code: 'engine.decision' }] });
  await deploy({}, [{ name: 'fee.dmn', text: dmn }]);
  await deploy({ charging: line(start('s'), { id: 'd', element: 'businessRuleTask', attrs: 'camunda:decisionRef="fee" camunda:resultVariable="r" camunda:mapDecisionResult="singleEntry"' }, end('e')) });
  expect(await valuesOf(await begin('charging', { n: 12 }))).toMatchObject({ r: 2 });
  expect(await valuesOf(await begin('charging', { n: 2 }))).toMatchObject({ r: 1 });
});

test('a process begins at its time, again and again, in one instance each', async () => {
  await deploy({ daily: { nodes: [{ ...timer('s', '', 'timeCycle R/PT24H'), element: 'startEvent', attrs: '' }, end('e')], flows: ['s > e'] } });
  const count = async () => (await desk.services.pool.query(`select 1 from tamga.process_instance where key = 'daily'`)).rows.length;
  desk.pass(25);
  await Promise.all([runDueTimers(desk.services), runDueTimers(desk.services)]);
  expect(await count()).toBe(1);
  desk.pass(24);
  await runDueTimers(desk.services);
  expect(await count()).toBe(2);
});

test('an event sub-process is begun by a message while the main way waits', async () => {
  await deploy({ watched: { nodes: [start('s'), work('x', 'watched'), end('e'), eventSub('es', line(event('es1', 'startEvent', 'message A'), work('y', 'aside'), end('eh')))], flows: ['s > x', 'x > e'] } });
  const id = await begin('watched', {}, 'W1');
  expect(await inTransaction(ctx, (tx) => correlate(tx, { name: 'A', businessKey: 'W1', variableValues: {}, all: false }))).toMatchObject([{ kind: 'execution' }]);
  expect([await doWork('watched'), await doWork('aside')]).toEqual([0, 1]);
  expect(await endOf(id)).toEqual(['ended', 'eh']);
});

describe('a crash before any commit is made good by doing the step again', () => {
  // Calls, a signal to another instance, a timer, work outside and a decision of a person.
  const outer: Model = {
    nodes: [start('s'), and('a'), call('c', 'crash-inner', ''), user('u', ['yes', 'no'], 'camunda:assignee="clerk"'), timer('late', 'u', 'timeDuration PT1H', 'cancelActivity="false"'), script('t', 'n + 1', 'n'), end('aside'), and('j'), event('g', 'intermediateThrowEvent', 'signal B'), end('e')],
    flows: ['s > a', 'a > c', 'a > u', 'late > t', 't > aside', 'c > j', 'u > j', 'j > g', 'g > e'],
  };
  const listener = line(start('s'), event('w', 'intermediateCatchEvent', 'signal B'), script('t', 'heard + 1', 'heard'), end('e'));

  let failAt = 0;
  let commits = 0;
  const killer = async (): Promise<void> => { commits += 1; if (commits === failAt) throw new Error('killed'); };
  beforeAll(async () => {
    await deploy({ 'crash-inner': line(start('s'), work('x', 'crash'), end('e')) });
    await deploy({ 'crash-outer': outer, 'crash-listener': listener });
    desk.services.beforeCommit.push(killer);
  });
  afterAll(() => { desk.services.beforeCommit.splice(desk.services.beforeCommit.indexOf(killer), 1); });

  /** Runs it all; a step that was killed is done again, as people and workers do. */
  async function run(): Promise<unknown> {
    const again = async <T>(step: () => Promise<T>): Promise<T> => {
      try {
        return await step();
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'killed') throw error;
        return step();
      }
    };
    const other = await again(() => begin('crash-listener', { heard: 0 }));
    const id = await again(() => begin('crash-outer', { n: 1 }));
    desk.pass(2);
    await again(() => runDueTimers(desk.services));
    // What could not be stored is tried again after some minutes.
    desk.pass(0.2);
    await again(() => runDueTimers(desk.services));
    await again(() => doWork('crash'));
    await again(() => doWork('crash'));
    const [task] = await findTasks(ctx, { all: true, instanceId: id });
    const asClerk: Context = { ...ctx, principal: { ...ctx.principal, kind: 'user' } };
    await again(() => complete(asClerk, task?.id ?? '', { outcome: 'yes' }));
    desk.pass(0.2);
    await again(() => runDueTimers(desk.services));
    const trail = async (instance: string) => (await desk.services.pool.query(`select node_id, left_at is not null as left, cancelled from tamga.activity where instance_id = $1 order by node_id, id`, [instance])).rows;
    const open = (await desk.services.pool.query(`select 1 from tamga.external_task e where e.topic = 'crash' union all select 1 from tamga.delivery union all select 1 from tamga.timer t where t.instance_id = $1`, [id])).rows;
    return { ends: [await endOf(id), await endOf(other)], values: [await valuesOf(id), await valuesOf(other)], trails: [await trail(id), await trail(other)], open };
  }

  test('at each of them', async () => {
    failAt = 0;
    commits = 0;
    const expected = await run();
    const total = commits;
    expect(expected).toMatchObject({ ends: [['ended', 'e'], ['ended', 'e']], values: [{ n: 2 }, { heard: 1 }], open: [] });
    expect(total).toBeGreaterThan(6);
    for (failAt = 1; failAt <= total; failAt += 1) {
      commits = 0;
      desk.pass(100);
      expect([failAt, await run()]).toEqual([failAt, expected]);
    }
  }, 120_000);
});

test('two people complete one task: one wins, the other is told', async () => {
  await deploy({ once: line(start('s'), user('u', ['yes'], 'camunda:assignee="clerk"'), end('e')) });
  const id = await begin('once');
  const [task] = await findTasks(ctx, { all: true, instanceId: id });
  const asClerk: Context = { ...ctx, principal: { ...ctx.principal, kind: 'user' } };
  const done = await Promise.allSettled([1, 2, 3].map(() => complete(asClerk, task?.id ?? '', { outcome: 'yes' })));
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(done.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'task.closed', status: 409 } }, { reason: { code: 'task.closed', status: 409 } }]);
  expect(await endOf(id)).toEqual(['ended', 'e']);
});

test('a signal reaches everybody once', async () => {
  await deploy({ hearing: line(start('s'), event('w', 'intermediateCatchEvent', 'signal C'), end('e')) });
  const ids = [await begin('hearing'), await begin('hearing')];
  expect(await inTransaction(ctx, (tx) => broadcastSignal(tx, 'C', null))).toBe(2);
  expect([await endOf(ids[0]!), await endOf(ids[1]!)]).toEqual([['ended', 'e'], ['ended', 'e']]);
});
