import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { principalOf } from '../../../runtime/server/auth/index.ts';
import type { Context } from '../../../runtime/server/context.ts';
import { importRecords, toImportRequest } from '../../../runtime/server/exchange/index.ts';
import { ownCounty } from '../fill.ts';
import type { Absolute } from '../print.ts';
import type { World } from '../world.ts';

const header = ['编号', '事项', '场所', '检查人', '类别', '得分', '罚款', '检查日期', '整改期限', '备注'];

/** A large sheet with references by code, choices by label, rules and dates, imported as its clerk would: history, audit and search words included. */
export async function measureImport(world: World): Promise<Absolute[]> {
  const { services, model, people, options: { sheet } } = world;
  const folder = await mkdtemp(join(tmpdir(), 'tamga-bench-sheet-'));
  const path = join(folder, 'sheet.xlsx');
  try {
    await writeSheet(world, path);
    const principal = await principalOf(services, people.clerk.id);
    const ctx: Context = { services, model, principal, locale: 'zh-CN', db: services.pool };
    const { rows: [job] } = await services.pool.query<{ id: string }>(`insert into tamga.job (id, task, name, owner, status, payload, created_at) values (gen_random_uuid(), 'bench', 'bench', $1, 'running', '{}', now()) returning id`, [people.clerk.id]);
    const request = toImportRequest({ entity: 'bench/inspection', name: 'sheet.xlsx', mode: 'skip-bad' });
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let most = before;
    // What is held after the first quarter and at the end: a leak would show between them.
    const held: number[] = [];
    const begun = performance.now();
    const { report } = await importRecords(ctx, request, {
      path, job: job!.id,
      progress: async (done) => {
        most = Math.max(most, process.memoryUsage().rss);
        if ((held.length === 0 && done >= sheet / 4) || done >= sheet) held.push(process.memoryUsage().rss);
      },
    });
    const seconds = (performance.now() - begun) / 1000;
    if (report.created !== sheet) throw new Error(`The import of the bench made ${report.created} of ${sheet} records: ${JSON.stringify(report.errors.slice(0, 3))}`);
    const megabytes = (bytes: number): number => bytes / 1024 / 1024;
    return [
      { title: `import ${sheet} rows with rules`, value: seconds, unit: 's', bar: 60, goal: 30 },
      { title: 'memory at most, over that before', value: megabytes(most - before), unit: 'MB' },
      { title: 'memory between a quarter and the end', value: megabytes((held.at(-1) ?? before) - (held[0] ?? before)), unit: 'MB' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeSheet({ services, options: { sheet: count } }: World, path: string): Promise<void> {
  const venues = (await services.pool.query<{ code: string }>('select code from app_bench.venue where area_code = $1 order by code', [ownCounty])).rows;
  const inspectors = (await services.pool.query<{ username: string }>(`select username from app_platform."user" where username like 'inspector-%' order by username`)).rows;
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path });
  const sheet = book.addWorksheet('检查');
  sheet.addRow(header).commit();
  for (let i = 0; i < count; i += 1) {
    sheet.addRow([`IMP${i}`, '餐饮具消毒效果抽检', venues[i % venues.length]!.code, inspectors[i % inspectors.length]!.username, ['日常', '专项', '投诉'][i % 3], i % 100, (i % 40) * 50, '2026-03-01', '2026/3/20', `第${i}批次，现场整改。`]).commit();
    if (i % 1_000 === 0) await new Promise((resolve) => { setImmediate(resolve); });
  }
  sheet.commit();
  await book.commit();
}
