import { findImportProblems } from './checks/find-import-problems.ts';
import { projectFiles } from './checks/project-files.ts';

const files = projectFiles(['runtime', 'designer', 'plugins', 'schemas', 'scripts', 'app-definitions', 'workflows', 'seed'], /\.(tsx?|m?js|jsx|cjs)$/);
const problems = findImportProblems(files);
for (const problem of problems) console.error(problem);
console.log(`check-imports: ${files.length} files, ${problems.length} problems`);
if (problems.length) process.exitCode = 1;
