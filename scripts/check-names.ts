import { basename } from 'node:path';
import { findNameProblems } from './checks/find-name-problems.ts';
import { projectFiles } from './checks/project-files.ts';

const definitions = projectFiles(['app-definitions'], /\.json$/).map(({ path }) => path);
const entities = definitions.filter((path) => path.endsWith('.entity.json')).map((path) => basename(path, '.entity.json'));
const apps = definitions.filter((path) => /^app-definitions\/[^/]+\/app\.json$/.test(path)).map((path) => path.split('/')[1]!);
const files = projectFiles(['runtime', 'designer', 'plugins'], /\.(tsx?|m?js|json|css|html)$/);
const problems = findNameProblems(files, { apps, entities });
for (const problem of problems) console.error(problem);
console.log(`check-names: ${files.length} files, ${apps.length} apps and ${entities.length} entities, ${problems.length} problems`);
if (problems.length) process.exitCode = 1;
