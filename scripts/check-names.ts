import { basename } from 'node:path';
import { findNameProblems } from './checks/find-name-problems.ts';
import { projectFiles } from './checks/project-files.ts';

const definitions = projectFiles(['app-definitions'], /\.json$/).map(({ path }) => path);
// The runtime keeps its own records (people, messages, audit) in the built-in app, so it knows that app's entities.
const entities = definitions.filter((path) => path.endsWith('.entity.json') && !path.startsWith('app-definitions/platform/')).map((path) => basename(path, '.entity.json'));
const apps = definitions.filter((path) => /^app-definitions\/[^/]+\/app\.json$/.test(path)).map((path) => path.split('/')[1]!);
/** One word alone, such as "grid", "dictionary" or "baby", may mean anything; of apps only those that are no everyday words are looked for. */
const everyday = new Set(['catalogue', 'grid', 'overview', 'referral']);
const files = projectFiles(['runtime', 'designer', 'plugins'], /\.(tsx?|m?js|json|css|html)$/);
const problems = findNameProblems(files, { apps: apps.filter((name) => !everyday.has(name)), entities: entities.filter((name) => name.includes('-')) });
for (const problem of problems) console.error(problem);
console.log(`check-names: ${files.length} files, ${apps.length} apps and ${entities.length} entities, ${problems.length} problems`);
if (problems.length) process.exitCode = 1;
