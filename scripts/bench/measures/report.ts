import { median } from '../compare.ts';
import type { Absolute } from '../print.ts';
import type { World } from '../world.ts';

/** A report over a quarter by month and county, compared with the months before, and one over all rows, as the city sees them. */
export async function measureReport({ tamga: { app }, people, options }: World): Promise<Absolute[]> {
  const quarter = JSON.stringify({ openedOn: { $gte: '2025-07-01', $lte: '2025-09-30' } });
  const ask = async (filter: string): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round <= options.rounds; round += 1) {
      const begun = performance.now();
      const answer = await app.inject({ url: `/api/reports/bench/inspections-by-month?filter=${encodeURIComponent(filter)}`, headers: { authorization: `Bearer ${people.reviewer.token}` } });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      // The first one plans and warms the cache.
      if (round > 0) times.push(performance.now() - begun);
    }
    return median(times) / 1000;
  };
  return [
    { title: `report of a quarter on ${options.rows} rows`, value: await ask(quarter), unit: 's', bar: 1, goal: 0.3 },
    { title: `report of all ${options.rows} rows`, value: await ask('{}'), unit: 's' },
  ];
}
