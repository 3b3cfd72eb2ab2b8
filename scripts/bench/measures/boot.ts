import { fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BootFigures } from '../boot-process.ts';
import { median } from '../compare.ts';
import type { Absolute } from '../print.ts';
import type { World } from '../world.ts';

/** Starts of the real definitions, and of many more entities, on databases that have the tables already. */
export async function measureBoot({ databaseUrl, tamga: { pool }, options }: World): Promise<Absolute[]> {
  const figures: Absolute[] = [];
  for (const [i, more] of [0, options.entities].entries()) {
    await pool.query(`create database bench_boot_${i}`);
    const url = new URL(databaseUrl);
    url.pathname = `/bench_boot_${i}`;
    const first = await startOnce(url.href, more);
    const starts: (BootFigures & { all: number })[] = [];
    for (let round = 0; round < Math.min(3, options.rounds); round += 1) starts.push(await startOnce(url.href, more));
    const of = (key: keyof (typeof starts)[number]): number => median(starts.map((start) => start[key]));
    const named = (what: string): string => `${what}, ${first.entities} entities`;
    figures.push(
      { title: named('link (validate and link)'), value: of('link') / 1000, unit: 's', bar: 1, goal: 0.5 },
      { title: named('start warm, process to ready'), value: of('all') / 1000, unit: 's', ...more > 0 ? { bar: 5, goal: 3 } : { bar: 2, goal: 1 } },
      { title: named('start cold, tables made'), value: first.all / 1000, unit: 's' },
      { title: named('memory at rest'), value: of('memory'), unit: 'MB', bar: 250, goal: 150 },
    );
  }
  return figures;
}

async function startOnce(databaseUrl: string, more: number): Promise<BootFigures & { all: number }> {
  const begun = performance.now();
  const child = fork(join(import.meta.dirname, '../boot-process.ts'), { execArgv: ['--expose-gc', '--import', 'tsx'] });
  child.send({ databaseUrl, home: tmpdir(), more });
  const answer = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => { throw new Error('A server of the boot measure ended without an answer.'); })]) as [BootFigures];
  const all = performance.now() - begun;
  child.disconnect();
  return { ...answer[0], all };
}
