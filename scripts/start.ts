import { join } from 'node:path';
import { isExplained, main } from '../runtime/server/main.ts';
import { buildClient } from './build.ts';

try {
  // Tests that look at no page do without the client.
  if (process.env['TAMGA_BUILD'] !== 'off') await buildClient({ force: false });
  await main(join(import.meta.dirname, '..'));
} catch (error) {
  console.error(isExplained(error) ? error.message : error);
  process.exit(1);
}
