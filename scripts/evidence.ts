import { systemContext } from '../runtime/server/context.ts';
import { collectEvidence } from '../runtime/server/evidence/index.ts';
import { isExplained } from '../runtime/server/main.ts';
import { withServer } from './with-server.ts';

// Tries every requirement of GB/T 22239-2019 level 3 that software can answer; with the embedded database, stop the server first or ask GET /api/evidence.
try {
  const items = await withServer(({ services }) => collectEvidence(systemContext(services)));
  if (process.argv.includes('--json')) console.log(JSON.stringify(items, null, 2));
  else for (const { clause, title, met, setting, result } of items) console.log(`${met ? '✓ 符合  ' : '✗ 不符合'} ${clause.padEnd(14)} ${title.zh}\n          设置：${setting}\n          结果：${result}`);
  console.log(`\n${items.filter(({ met }) => met).length} / ${items.length} 项符合 / met`);
} catch (error) {
  console.error(error instanceof Error && (isExplained(error) || !('code' in error)) ? error.message : error);
  process.exitCode = 1;
}
