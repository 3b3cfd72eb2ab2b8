import type { ClientQuestion, ClientQuestionnaire } from '../../model/client-questionnaire-types.ts';
import { bothOf, type Question, type Words } from '../../model/questionnaire/index.ts';
import { problemBody } from '../../problems.ts';
import type { Context } from '../context.ts';
import { closedBecause, type Bank } from './open-questionnaire.ts';

/** A questionnaire as the phone needs it: in one language, without answers and points. */
export function clientQuestionnaire(ctx: Context, bank: Bank): ClientQuestionnaire {
  const { row, content, entity } = bank;
  const closed = closedBecause(ctx, bank);
  const say = (words: Words): string => (ctx.locale === 'en' ? bothOf(words).en : bothOf(words).zh);
  const base = { id: String(row.id), name: String(row['name'] ?? ''), revision: row.version, captcha: row['captcha'] === true, anonymous: row['anonymous'] === true, login: row['oneAnswerPer'] === 'account', thanks: (row['thanks'] as string | null | undefined) ?? null, endsAt: row['endsAt'] ? new Date(row['endsAt'] as string | Date).toISOString() : null };
  if (closed) return { ...base, closed: String(problemBody(closed, ctx.locale)['title']), questions: [] };
  const sexes = optionsOf(ctx, bank);
  return { ...base, ...(content.intro ? { intro: say(content.intro) } : {}), questions: content.questions.map((question) => clientQuestion(question, say, sexes)), scored: content.scoring !== undefined && entity.questionnaires !== undefined };
}

function clientQuestion(question: Question, say: (words: Words) => string, info: (question: Question) => ClientQuestion['options']): ClientQuestion {
  const { name, type, title, help, required, options, rows, min, max, maxLength, format, field, jump } = question;
  const choices = options?.map((o) => ({ value: o.value, label: say(o.label), ...(o.other ? { other: true } : {}) })) ?? info(question);
  return {
    name, type, title: say(title), ...(help ? { help: say(help) } : {}), ...(required ? { required } : {}), ...(choices ? { options: choices } : {}),
    ...(rows ? { rows: rows.map((r) => ({ value: r.value, label: say(r.label) })) } : {}), ...(min !== undefined ? { min } : {}), ...(max !== undefined ? { max } : {}),
    ...(maxLength !== undefined ? { maxLength } : {}), ...(format ? { format } : {}), ...(field ? { field } : {}), ...(jump ? { jump } : {}),
  };
}

/** Choices of basic information come from the answers' own field. */
function optionsOf(ctx: Context, { answers }: Bank): (question: Question) => ClientQuestion['options'] {
  return ({ field }) => (field === undefined ? undefined : answers.byName.get(field)?.options?.map((o) => ({ value: o.value, label: ctx.locale === 'en' ? o.label.en : o.label.zh })));
}
