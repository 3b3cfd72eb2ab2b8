import type { Entity } from '../../model/model.ts';
import { isAnswered, readContent, type Content } from '../../model/questionnaire/index.ts';
import { problem, type FieldError } from '../../problems.ts';

/** What a questionnaire asks may change only while it is a draft, is checked whenever it is saved, and may not be empty when it is published. */
export function checkQuestionnaire(entity: Entity, values: Record<string, unknown>, changed: ReadonlySet<string>): FieldError[] {
  if (!entity.questionnaires || !entity.states) return [];
  const state = values[entity.states.field];
  const content = values['content'] ?? null;
  if (changed.has('content') && content !== null) {
    // A record made as a published one (a file's) brings its questions along.
    if (state !== 'draft' && !changed.has(entity.states.field)) throw problem('questionnaire.published');
    const { problems } = readContent(content);
    if (problems.length > 0) return problems.slice(0, 20).map(({ pointer, message }) => ({ field: `content${pointer.replaceAll('/', '.')}`, code: 'field.check', params: { label: entity.byName.get('content')!.label }, message }));
  }
  if (changed.has(entity.states.field) && state === 'published' && !(content as Content | null)?.questions.some(isAnswered)) throw problem('questionnaire.empty');
  return [];
}
