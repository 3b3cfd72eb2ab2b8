import { createHash } from 'node:crypto';
import type { Portal } from '../../model/model.ts';
import { bothOf, isEmpty, jumpJudge, scoreAnswers, takeAnswers, wayThrough, type Answers, type Question, type Score } from '../../model/questionnaire/index.ts';
import { invalid, problem, Problem, type FieldError } from '../../problems.ts';
import { asSystem, type Context } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { create } from '../operations/create.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { closedBecause, findQuestionnaire, type Bank } from './open-questionnaire.ts';

export interface GivenAnswers { answers: Answers; seconds: number; channel?: string }
/** Who answers: the device by its cookie, the account of the resident who signed in. */
export interface Respondent { device: string | null; account: { id: string; phone: string } | null }

/** Stores one answer: checked by the code the phone uses, skipped questions dropped, once per person where asked, counted and scored in the same transaction. */
export async function fileAnswer(ctx: Context, portal: Portal, id: string, given: GivenAnswers, who: Respondent, before: (tx: Context, bank: Bank) => Promise<void>): Promise<{ id: string; score: Score | null; thanks: string | null }> {
  return inTransaction(ctx, async (tx) => {
    // Answers to one questionnaire wait for each other: limits and "once" are judged on what is there.
    const bank = await findQuestionnaire(tx, portal, id, true);
    const closed = closedBecause(tx, bank);
    if (closed) throw closed;
    const per = String(bank.row['oneAnswerPer'] ?? 'none');
    if (per === 'account' && !who.account) throw problem('session.required');
    await before(tx, bank);
    const judge = jumpJudge(tx.services.clock);
    const { answers, errors } = takeAnswers(bank.content, given.answers, judge);
    const { own, rest, wrong } = await basicInformation(bank, answers);
    if (errors.length + wrong.length > 0) throw invalid([...errors.map(({ question, message }): FieldError => ({ field: question, code: 'field.check', params: { label: message }, message })), ...wrong]);
    const key = onceKey(bank, per, who, answers);
    if (key !== null) await refuseSecond(tx, bank, key);
    const score = scoreAnswers(bank.content, answers, wayThrough(bank.content, answers, judge));
    const values: Record<string, unknown> = { ...own, [bank.entity.questionnaires!.project]: id, values: rest, seconds: given.seconds, ...(key === null ? {} : { onceKey: key }), ...(score ? scoreValues(score) : {}) };
    const known = Object.fromEntries(Object.entries(values).filter(([name]) => bank.answers.byName.has(name)));
    // An anonymous answer is tied to nobody, not even in columns that only machines read.
    const actor = bank.row['anonymous'] === true ? { ...tx, principal: { kind: 'system' as const, user: null, grants: [] }, origin: { channel: 'portal' as const, address: '', device: null } } : asSystem(tx);
    const stored = await create(actor, bank.answers, known).catch((error: unknown) => { throw byQuestion(error, bank); });
    await tx.db.query(`update ${tableOf(bank.entity)} set ${columnOf(bank.entity, 'collected')} = coalesce(${columnOf(bank.entity, 'collected')}, 0) + 1 where id = $1`, [id]);
    return { id: stored.id, score: score && bank.content.scoring?.show !== false ? score : null, thanks: (bank.row['thanks'] as string | null | undefined) ?? null };
  });
}

/** Counts that somebody opened the questionnaire. */
export async function countView(ctx: Context, portal: Portal, id: string): Promise<void> {
  const { entity } = await findQuestionnaire(ctx, portal, id);
  await ctx.db.query(`update ${tableOf(entity)} set ${columnOf(entity, 'views')} = coalesce(${columnOf(entity, 'views')}, 0) + 1 where id = $1`, [id]);
}

/** Basic information goes to the answer's own fields, where it has rights and masks; choices are held to that field's. */
async function basicInformation({ content, answers: entity }: Bank, answers: Answers): Promise<{ own: Answers; rest: Answers; wrong: FieldError[] }> {
  const own: Answers = {};
  const rest: Answers = {};
  const wrong: FieldError[] = [];
  for (const [name, value] of Object.entries(answers)) {
    const question = content.questions.find((one) => one.name === name);
    const field = question?.field === undefined ? undefined : entity.byName.get(question.field);
    if (!question || !field) { rest[name] = value; continue; }
    if (field.options && !field.options.some((o) => o.value === value)) wrong.push(namedError(question, { zh: '选项不存在', en: 'there is no such option' }));
    own[field.name] = value;
  }
  return { own, rest, wrong };
}

function scoreValues({ score, full, percent, level, passed, dimensions }: Score): Record<string, unknown> {
  return { score, fullScore: full, percent, level: level?.zh ?? null, passed, dimensions: Object.fromEntries(dimensions.map((d) => [d.name, { score: d.score, full: d.full }])) };
}

/** By what a second answer of the same person is known; kept as a digest, so that it tells nobody who answered. */
function onceKey({ content }: Bank, per: string, who: Respondent, answers: Answers): string | null {
  const phone = content.questions.find((question) => question.field === 'phone');
  const typed = phone && answers[phone.name];
  const by = per === 'account' ? who.account?.id : per === 'device' ? who.device : per === 'phone' ? (typed ?? who.account?.phone) : null;
  if (per === 'phone' && isEmpty(by)) throw phone ? invalid([namedError(phone, { zh: '此题必答', en: 'this is required' })]) : problem('session.required');
  return isEmpty(by) ? null : createHash('sha256').update(`${per} ${String(by)}`).digest('hex');
}

async function refuseSecond(ctx: Context, { entity, answers, row }: Bank, key: string): Promise<void> {
  if (!answers.byName.has('onceKey')) return;
  const { project, once } = entity.questionnaires!;
  const same = once.map((name, i) => `p.${columnOf(entity, name)} is not distinct from $${i + 3}`);
  const within = once.length > 0 ? `(${same.join(' and ')})` : 'p.id = $2';
  if (once.length > 0) await ctx.db.query('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', [entity.key, key]);
  const { rowCount } = await ctx.db.query(
    `select 1 from ${tableOf(answers)} a join ${tableOf(entity)} p on p.id = a.${columnOf(answers, project)} where a.${columnOf(answers, 'onceKey')} = $1 and $2::uuid is not null and ${within} limit 1`,
    [key, row.id, ...once.map((name) => row[name] ?? null)]);
  if (rowCount !== 0) throw problem('questionnaire.answered');
}

/** A rule of the answer's entity speaks of its fields; the reader knows the questions. */
function byQuestion(error: unknown, { content }: Bank): unknown {
  if (!(error instanceof Problem) || error.errors.length === 0) return error;
  return invalid(error.errors.map((one) => {
    const question = content.questions.find((q) => q.field === one.field);
    return question ? { ...one, field: question.name } : one;
  }));
}

function namedError(question: Question, message: { zh: string; en: string }): FieldError {
  const title = bothOf(question.title);
  const whole = { zh: `${title.zh}：${message.zh}`, en: `${title.en}: ${message.en}` };
  return { field: question.name, code: 'field.check', params: { label: title }, message: whole };
}
