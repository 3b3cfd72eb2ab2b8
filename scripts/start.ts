import { join } from 'node:path';
import { isExplained, main } from '../runtime/server/main.ts';
import { buildClient } from './build.ts';

try {
  await buildClient({ force: false });
  await main(join(import.meta.dirname, '..'));
} catch (error) {
  console.error(isExplained(error) ? error.message : error);
  process.exit(1);
}
