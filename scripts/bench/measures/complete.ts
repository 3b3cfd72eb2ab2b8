import { principalOf } from '../../../runtime/server/auth/index.ts';
import { systemContext } from '../../../runtime/server/context.ts';
import { complete } from '../../../runtime/server/workflow/index.ts';
import { compare, median, type Verdict } from '../compare.ts';
import type { World } from '../world.ts';

const opinion = '同意';

/** Finishing a review over HTTP: lock, record as seen, opinion, state, history, trail, end of the process. */
export async function measureComplete(world: World, tasks: string[]): Promise<Verdict> {
  const { rounds } = world.options;
  // Two for the proof, one part for warming and one for each round, on both sides.
  const part = Math.floor(tasks.length / (2 * (rounds + 1))) - 2;
  let next = 0;
  const requests = (prefix: string) => (round: number) => {
    const wanted = round < 0 ? 2 : part;
    next += wanted;
    return tasks.slice(next - wanted, next).map((id) => ({ method: 'POST', path: `${prefix}/${id}/complete`, body: JSON.stringify({ outcome: 'approve', opinion }) }));
  };
  return compare(world, {
    title: 'complete a task, HTTP', bar: 0.5, goal: 0.7, as: world.people.reviewer, once: true,
    differing: ['id', 'instance'], tamga: requests('/api/tasks'), hand: requests('/tasks'),
  });
}

/** The same without HTTP: sixteen callers in this process. Completions a second. */
export async function measureCompleteInProcess({ services, people, options: { rounds, connections } }: World, tasks: string[]): Promise<number> {
  const ctx = { ...systemContext(services), principal: await principalOf(services, people.reviewer.id) };
  const part = Math.floor(tasks.length / (rounds + 1));
  const figures: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const queue = tasks.slice(round * part, (round + 1) * part);
    const begun = performance.now();
    await Promise.all(Array.from({ length: connections }, async () => {
      for (let id = queue.pop(); id !== undefined; id = queue.pop()) await complete(ctx, id, { outcome: 'approve', opinion });
    }));
    if (round > 0) figures.push(part / (performance.now() - begun) * 1000);
  }
  return median(figures);
}
