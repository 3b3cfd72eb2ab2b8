import { end, modelXml, start, user } from '../../../runtime/bpmn/testing/model-xml.ts';
import { principalOf } from '../../../runtime/server/auth/index.ts';
import { systemContext, type Context } from '../../../runtime/server/context.ts';
import { inTransaction } from '../../../runtime/server/operations/in-transaction.ts';
import { compiledProcess, complete, deployFiles, findTasks, loadDefinition, startInstance } from '../../../runtime/server/workflow/index.ts';
import type { World } from '../world.ts';

/** An approval of three steps without a record, in this process: completions a second, each with trail, sealed opinion and message. */
export async function measureThreeSteps({ services, people, options: { tasks, connections } }: World): Promise<number> {
  const system = systemContext(services);
  const nodes = [start('s'), ...['a', 'b', 'c'].map((id) => user(id, ['yes', 'no'], 'camunda:candidateGroups="bench.reviewer" camunda:assignee="bench-reviewer" tamga:notApplicant="false"')), end('e')];
  const model = { nodes, flows: nodes.slice(1).map((node, index) => `${nodes[index]?.id} > ${node.id}`) };
  const made = await deployFiles(system, 'bench', null, [{ name: 'three-steps.bpmn', text: modelXml(model).replaceAll('"p"', '"three-steps"') }]);
  if ('mistakes' in made) throw new Error(JSON.stringify(made.mistakes));
  const definition = await loadDefinition(system, { key: 'three-steps' });
  const ctx: Context = { ...system, principal: await principalOf(services, people.reviewer.id) };
  const amount = Math.max(30, Math.floor(tasks / 24));
  await together(connections, Array.from({ length: amount }, (_, n) => n), () => inTransaction(ctx, async (tx) => startInstance(tx, await compiledProcess(tx, definition?.id ?? ''), { starter: people.clerk.id })));
  let done = 0;
  const begun = performance.now();
  for (let open = await openOf(ctx); open.length > 0; open = await openOf(ctx)) {
    await together(connections, open, (id) => complete(ctx, id, { outcome: 'yes', opinion: '同意' }));
    done += open.length;
  }
  return done / (performance.now() - begun) * 1000;
}

const openOf = async (ctx: Context): Promise<string[]> => (await findTasks(ctx, { all: true, key: 'three-steps' })).map(({ id }) => id);

async function together<T>(callers: number, work: readonly T[], one: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...work];
  await Promise.all(Array.from({ length: callers }, async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await one(item);
  }));
}
