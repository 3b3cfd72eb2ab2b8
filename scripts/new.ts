import { projectRoot } from './checks/project-files.ts';
import { MistakenOrder, scaffold } from './new/scaffold.ts';

try {
  const written = await scaffold(projectRoot, process.argv.slice(2));
  for (const path of written) console.log(path);
  console.log('npm run check');
} catch (error) {
  if (!(error instanceof MistakenOrder)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
