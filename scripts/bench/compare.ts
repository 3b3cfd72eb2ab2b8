import type { LoadPlan, LoadResult } from './load/load-plan.ts';
import { traceSql } from './trace-sql.ts';
import type { Person } from './fill.ts';
import type { World } from './world.ts';

type Requests = LoadPlan['requests'];

/** The same work asked of both servers. */
export interface Duel {
  title: string;
  bar: number;
  goal: number;
  as: Person;
  tamga: (round: number) => Requests;
  hand: (round: number) => Requests;
  /** Every request may be sent only once. */
  once?: boolean;
  /** What of the answers may differ, such as the id of a new record. */
  differing?: readonly string[];
}

/** `cpu`: microseconds of this process for a request; steadier than the rate when the machine has other work. */
export interface Figures { perSecond: number; p50: number; p95: number; cpu: number }
type Run = LoadResult & { cpu: number };
export interface Verdict { title: string; bar: number; goal: number; tamga: Figures; hand: Figures; ratio: number; sql: { tamga: string[]; hand: string[] } }

/** Lets both take turns and compares the medians; first proves that they answer alike. */
export async function compare(world: World, duel: Duel): Promise<Verdict> {
  const { options: { seconds, rounds } } = world;
  const sql = await answersAlike(world, duel);
  // Long enough for what runs often to be compiled: a server that has just begun is several times slower.
  await runSide(world, duel, 'tamga', 0, seconds * 2);
  await runSide(world, duel, 'hand', 0, seconds * 2);
  const results: { tamga: Run[]; hand: Run[] } = { tamga: [], hand: [] };
  for (let round = 1; round <= rounds; round += 1) {
    // A B B A: whatever drifts meets both alike.
    const order = round % 2 === 1 ? ['tamga', 'hand'] as const : ['hand', 'tamga'] as const;
    for (const side of order) results[side].push(await runSide(world, duel, side, round, seconds));
  }
  const tamga = figures(results.tamga);
  const hand = figures(results.hand);
  return { title: duel.title, bar: duel.bar, goal: duel.goal, tamga, hand, ratio: tamga.perSecond / hand.perSecond, sql };
}

async function runSide({ options: { connections }, load, ...world }: World, { as, once = false, ...duel }: Duel, side: 'tamga' | 'hand', round: number, seconds: number): Promise<Run> {
  const requests = duel[side](round);
  const before = process.cpuUsage();
  const result = await load.run({ port: world[side].port, connections, seconds, once, headers: { authorization: `Bearer ${as.token}` }, requests });
  const { user, system } = process.cpuUsage(before);
  return { ...result, cpu: (user + system) / result.done };
}

/** One request to each: the same answer, and the statements behind it. */
async function answersAlike(world: World, { title, as, differing = [], ...duel }: Duel): Promise<{ tamga: string[]; hand: string[] }> {
  const ask = async (side: 'tamga' | 'hand'): Promise<{ answer: unknown; statements: string[] }> => {
    // The first request fills caches; its statements are not those of every day.
    const [warming, measured] = duel[side](-1);
    let answer: unknown;
    const send = async (request: Requests[number]): Promise<void> => {
      const response = await world[side].app.inject({
        method: request.method as 'GET', url: request.path, headers: { authorization: `Bearer ${as.token}`, ...request.body ? { 'content-type': 'application/json' } : {} }, ...request.body ? { payload: request.body } : {},
      });
      if (response.statusCode >= 300) throw new Error(`${title}: ${side} answers ${response.statusCode} ${response.body}`);
      answer = response.json();
    };
    await send(warming!);
    const statements = await traceSql(() => send(measured ?? warming!));
    return { answer, statements };
  };
  const [tamga, hand] = [await ask('tamga'), await ask('hand')];
  const [ours, theirs] = [comparable(tamga.answer, differing), comparable(hand.answer, differing)];
  if (ours !== theirs) throw new Error(`${title}: the answers differ.\nTamga:   ${ours}\nby hand: ${theirs}`);
  return { tamga: tamga.statements, hand: hand.statements };
}

/** As text, names in one order, without what must differ. */
function comparable(value: unknown, differing: readonly string[]): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (differing.includes(key)) return undefined;
    return typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b))) : part;
  });
}

function figures(runs: Run[]): Figures {
  return { perSecond: median(runs.map(({ done, seconds }) => done / seconds)), p50: median(runs.map((r) => r.p50)), p95: median(runs.map((r) => r.p95)), cpu: median(runs.map((r) => r.cpu)) };
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
