import type * as S from '../../../schemas/generated/types.ts';
import type { Entity, QuestionnaireFile } from '../model.ts';
import { readContent, type Content } from '../questionnaire/index.ts';
import { suggest } from '../suggest.ts';
import { toText, type Linker, type Place } from './linker.ts';

const bankFields: Record<string, string[]> = { name: ['text'], content: ['json'], views: ['integer'], collected: ['integer'] };
const bankOptions: Record<string, string[]> = { startsAt: ['datetime'], endsAt: ['datetime'], captcha: ['boolean'], anonymous: ['boolean'], oneAnswerPer: ['choice'], maxCopies: ['integer'], thanks: ['long-text', 'text'], source: ['text'] };
const answerFields: Record<string, string[]> = { values: ['json'], seconds: ['integer'] };
const answerOptions: Record<string, string[]> = {
  name: ['text'], phone: ['text'], email: ['text'], sex: ['choice', 'text'], education: ['choice', 'text'], occupation: ['choice', 'text'], age: ['integer'], area: ['area'],
  score: ['decimal', 'integer'], fullScore: ['decimal', 'integer'], percent: ['decimal'], level: ['text'], passed: ['boolean'], dimensions: ['json'], onceKey: ['text'],
};
const stateNames = ['draft', 'published', 'ended'];

/** Ties an entity of questionnaires to that of their answers and checks that both have what is needed. */
export function linkBank(entity: Entity, source: S.Entity, place: Place, linker: Linker): void {
  const raw = source.questionnaires;
  if (!raw) return;
  const need = (of: Entity, wanted: Record<string, string[]>, isOptional: boolean): void => {
    for (const [name, types] of Object.entries(wanted)) {
      const field = of.byName.get(name);
      if (linker.isVague(of, name) || (!field && isOptional)) continue;
      if (!field) linker.report(place, '/questionnaires', 'definition.questionnaire', `"${of.name}" needs a field "${name}" of type ${types.join(' or ')}`);
      else if (!types.includes(field.type)) linker.report(place, of === entity ? `/fields/${name}` : '/questionnaires/answers', 'definition.questionnaire', `"${name}" of "${of.name}" must be of type ${types.join(' or ')}`);
    }
  };
  need(entity, bankFields, false);
  need(entity, bankOptions, true);
  const states = entity.states && entity.byName.get(entity.states.field)?.options?.map((o) => o.value);
  const missing = stateNames.filter((name) => !states?.includes(name));
  if (missing.length > 0) linker.report(place, entity.states ? '/states' : '/questionnaires', 'definition.questionnaire', `the states ${missing.join(', ')} are missing`, 'a questionnaire is draft, published or ended');
  else if (!entity.states!.transitions.some((t) => t.from.includes('published') && t.to === 'ended' && t.by.includes('end'))) linker.report(place, '/states/transitions', 'definition.questionnaire', 'nothing ends a published questionnaire', 'a transition from published to ended by "end"');
  raw.once?.forEach((name, i) => { if (!entity.byName.has(name)) linker.report(place, `/questionnaires/once/${i}`, 'definition.unknown-field', `unknown field "${name}"`, suggest(name, entity.byName.keys())); });
  const answers = linker.entity(place, '/questionnaires/answers', raw.answers);
  if (!answers) return;
  need(answers, answerFields, false);
  need(answers, answerOptions, true);
  const project = answers.fields.find((field) => field.reference?.entity === entity.key);
  if (!project) linker.report(place, '/questionnaires/answers', 'definition.questionnaire', `"${answers.name}" does not refer to "${entity.name}"`);
  answers.answersOf = entity.key;
  entity.questionnaires = { answers: answers.key, project: project?.name ?? '', once: raw.once ?? [] };
}

/** Links a questionnaire file; its content is checked by the same code as one made in the browser. */
export function linkQuestionnaire(source: S.Questionnaire, name: string, place: Place, linker: Linker): QuestionnaireFile | undefined {
  const bank = linker.entity(place, '/bank', source.bank);
  if (bank && !bank.questionnaires) linker.report(place, '/bank', 'definition.questionnaire', `"${bank.name}" holds no questionnaires`, 'add "questionnaires" to the entity');
  for (const field of Object.keys(source.set ?? {})) if (bank && !bank.byName.has(field)) linker.report(place, `/set/${field}`, 'definition.unknown-field', `unknown field "${field}"`, suggest(field, bank.byName.keys()));
  const raw = { questions: source.questions, ...(source.intro ? { intro: source.intro } : {}), ...(source.scoring ? { scoring: source.scoring } : {}) };
  const { problems } = readContent(raw);
  for (const { pointer, message } of problems) linker.report(place, pointer, 'definition.questionnaire', message.en);
  if (!bank) return undefined;
  return { key: `${place.app}/${name}`, app: place.app, name, label: toText(source.label), bank: bank.key, set: source.set ?? {}, ...(source.org ? { org: source.org } : {}), content: raw as Content };
}
