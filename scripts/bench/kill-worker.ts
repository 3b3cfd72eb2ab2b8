import { complete, findTasks } from '../../runtime/server/workflow/index.ts';
import { boot } from '../../runtime/server/boot.ts';
import { systemContext, type Context } from '../../runtime/server/context.ts';
import { deskModel } from '../../runtime/server/workflow/testing/desk-app.ts';
import { projectRoot } from '../checks/project-files.ts';

/** What a worker is told; it says each task that was completed for sure. */
export interface KillOrder { databaseUrl: string; home: string; person: string; callers: number }

process.on('message', (order: KillOrder) => void work(order));

/** Completes open tasks with many callers at once until nothing is open or somebody kills it. */
async function work({ databaseUrl, home, person, callers }: KillOrder): Promise<void> {
  const server = await boot({ databaseUrl, root: projectRoot, home, model: await deskModel(projectRoot), seeds: [], background: false, prepared: true });
  const ctx: Context = { ...systemContext(server.services), principal: { kind: 'user', user: { id: person, name: 'clerk', username: 'clerk', org: null }, grants: [] } };
  for (let open = await findTasks(ctx, { all: true, key: 'three-steps' }); open.length > 0; open = await findTasks(ctx, { all: true, key: 'three-steps' })) {
    const queue = [...open];
    await Promise.all(Array.from({ length: callers }, async () => {
      for (let task = queue.pop(); task !== undefined; task = queue.pop()) {
        await complete(ctx, task.id, { outcome: 'yes', opinion: '同意' });
        process.send?.(task.id);
      }
    }));
  }
  process.send?.('done');
}
