import { systemContext } from '../runtime/server/context.ts';
import { sealDefinitions } from '../runtime/server/evidence/index.ts';
import { isExplained } from '../runtime/server/main.ts';
import { withServer } from './with-server.ts';

// Accepts the definition files as they are: from now on, npm run evidence names those that were altered.
try {
  const count = await withServer(({ services }) => sealDefinitions(systemContext(services)));
  console.log(`已封存 ${count} 个定义文件 / ${count} definition files are sealed.`);
} catch (error) {
  console.error(error instanceof Error && (isExplained(error) || !('code' in error)) ? error.message : error);
  process.exitCode = 1;
}
