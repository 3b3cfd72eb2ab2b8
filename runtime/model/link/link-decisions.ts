import { createHash } from 'node:crypto';
import { parseDecisions } from '../../dmn/index.ts';
import type { Model } from '../model.ts';
import type { Source } from '../source.ts';
import type { Linker } from './linker.ts';

/** Compiles the DMN files; their texts are checked where a process asks the decision, because only there it is known what they may name. */
export async function linkDecisions(sources: readonly Source[], linker: Linker): Promise<Model['decisions']> {
  const known: Model['decisions'] = new Map();
  for (const { file, app, content } of sources) {
    const xml = String(content);
    const { decisions, problems } = await parseDecisions(xml);
    for (const { code, elementId, message } of problems) linker.report({ file, app }, `#${elementId}`, code, message);
    const all = { app, file, xml, hash: createHash('sha256').update(xml).digest('hex'), decisions };
    for (const { id } of decisions) {
      if (known.has(id)) linker.report({ file, app }, `#${id}`, 'definition.duplicate', `the decision "${id}" is declared twice`, `also in ${known.get(id)!.file}`);
      known.set(id, all);
    }
  }
  return known;
}
