import { join } from 'node:path';
import { formatProblem } from '../runtime/model/source.ts';
import { loadModel } from '../runtime/server/load.ts';

const { model, problems } = await loadModel(process.argv[2] ?? join(import.meta.dirname, '..'));
for (const p of problems) console.error(formatProblem(p));
if (model) console.log(`definitions: ${model.apps.size} apps, ${model.entities.size} entities, ${model.processes.size} processes, revision ${model.revision}`);
else { console.error(`${problems.length} problems`); process.exit(1); }
