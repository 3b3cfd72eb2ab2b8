import type { Entity } from '../model.ts';
import { templatePaths } from '../template-paths.ts';
import { resolvePath } from './check-condition.ts';
import type { Linker, Place } from './linker.ts';

/** A template can be read, escapes nothing away, and names fields of `record` that are there (checked when its entity is known). */
export function checkTemplate(text: string, entity: Entity | undefined, place: Place, pointer: string, linker: Linker): void {
  if (text.includes('{{{') || /\{\{\s*&/.test(text)) linker.report(place, pointer, 'definition.template', 'unescaped values are not allowed', 'write {{name}}');
  try {
    for (const [root, ...path] of templatePaths(text)) if (entity && root === 'record' && path.length > 0) resolvePath(path.join('.'), entity, place, pointer, linker);
  } catch (error) {
    linker.report(place, pointer, 'definition.template', `the template cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
}
