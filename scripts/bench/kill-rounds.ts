import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { end, modelXml, start, user, type ModelNode } from '../../runtime/bpmn/testing/model-xml.ts';
import { systemContext } from '../../runtime/server/context.ts';
import { inTransaction } from '../../runtime/server/operations/in-transaction.ts';
import { compiledProcess, deployFiles, loadDefinition, startInstance } from '../../runtime/server/workflow/index.ts';
import { variable } from '../../runtime/bpmn/index.ts';
import { deskSources } from '../../runtime/server/workflow/testing/desk-app.ts';
import { startDesk, type Desk } from '../../runtime/server/workflow/testing/start-desk.ts';
import type { KillOrder } from './kill-worker.ts';

/** What was found after all rounds: `wrong` names every instance that was not as it must be. */
export interface KillReport { rounds: number; acknowledged: number; completed: number; lost: number; wrong: string[] }

const callers = 16;
// As many instances as can't be finished in one round.
const instances = 120;

/** Kills -9 a process in the middle of completing tasks, round after round; then lets one finish and counts what there is. */
export async function killRounds(rounds: number, say: (text: string) => void = () => undefined): Promise<KillReport> {
  const desk = await startDesk(deskSources());
  try {
    await openInstances(desk);
    const acknowledged = new Set<string>();
    const wrong: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      await run(desk, acknowledged, 5 + (round * 13) % 23);
      wrong.push(...await mistakes(desk));
      say(`round ${round}: ${acknowledged.size} acknowledged, ${wrong.length} wrong`);
    }
    await run(desk, acknowledged, Infinity);
    wrong.push(...await mistakes(desk));
    const { rows } = await desk.services.pool.query<{ id: string }>(`select t.id from tamga.user_task t where t.process_key = 'three-steps' and t.status = 'completed'`);
    const completed = new Set(rows.map(({ id }) => id));
    const { rows: left } = await desk.services.pool.query<{ id: string }>(`select id from tamga.process_instance where key = 'three-steps' and status <> 'ended'`);
    wrong.push(...left.map(({ id }) => `${id} has not ended`));
    return { rounds, acknowledged: acknowledged.size, completed: completed.size, lost: [...acknowledged].filter((id) => !completed.has(id)).length, wrong };
  } finally {
    await desk.close();
  }
}

/** Three steps of people, each followed by a count. */
async function openInstances({ services, people }: Desk): Promise<void> {
  const person = people['clerk'] ?? '';
  const ctx = systemContext(services, { id: person, name: 'clerk', username: 'clerk', org: null });
  const count = (id: string): ModelNode => ({ id, element: 'scriptTask', attrs: 'camunda:resultVariable="n"', body: '<bpmn:script>n + 1</bpmn:script>' });
  const nodes = [start('s'), ...['a', 'b', 'c'].flatMap((id) => [user(id, ['yes', 'no'], 'camunda:assignee="clerk"'), count(`n${id}`)]), end('e')];
  const model = { nodes, flows: nodes.slice(1).map((node, index) => `${nodes[index]?.id} > ${node.id}`) };
  await deployFiles(ctx, 'kill', null, [{ name: 'three-steps.bpmn', text: modelXml(model).replaceAll('"p"', '"three-steps"') }]);
  const definition = await loadDefinition(ctx, { key: 'three-steps' });
  for (let n = 0; n < instances; n += 1) {
    await inTransaction(ctx, async (tx) => startInstance(tx, await compiledProcess(tx, definition?.id ?? ''), { starter: person, variables: { n: variable(0) } }));
  }
}

/** One process that completes tasks until it is done, or is killed once so many were acknowledged. */
async function run({ services, people }: Desk, acknowledged: Set<string>, killAfter: number): Promise<void> {
  const worker: ChildProcess = fork(join(import.meta.dirname, 'kill-worker.ts'), { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, NODE_OPTIONS: '' } });
  const exited = once(worker, 'exit');
  let count = 0;
  worker.on('message', (said: string) => {
    if (said !== 'done') acknowledged.add(said);
    count += 1;
    if (said === 'done' || count >= killAfter) worker.kill('SIGKILL');
  });
  const order: KillOrder = { databaseUrl: String(services.pool.options.connectionString), home: services.home, person: people['clerk'] ?? '', callers };
  worker.send(order);
  await exited;
}

/** An instance is whole when its steps, opinions, count, tokens and trail all tell the same. */
async function mistakes({ services: { pool } }: Desk): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select i.id from tamga.process_instance i,
       lateral (select count(*) filter (where t.status = 'completed') as done, count(*) filter (where t.status = 'open') as open from tamga.user_task t where t.instance_id = i.id) t,
       lateral (select count(*) as said from tamga.opinion o where o.instance_id = i.id) o,
       lateral (select (v.value)::int as counted from tamga.variable v where v.instance_id = i.id and v.name = 'n' and v.holder = '') v,
       lateral (select count(*) filter (where a.node_id in ('a', 'b', 'c') and a.left_at is not null) as left, count(*) filter (where a.left_at is null) as inside from tamga.activity a where a.instance_id = i.id) a
     where i.key = 'three-steps' and not (t.done = o.said and t.done = v.counted and t.done = a.left and t.open = a.inside and t.open = case when t.done = 3 then 0 else 1 end
       and (i.status = 'ended') = (t.done = 3) and jsonb_array_length(i.state->'tokens') = t.open)`);
  return rows.map(({ id }) => `${id} is not whole`);
}
