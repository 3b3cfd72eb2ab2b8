import { bothOf, isAnswered, isChoice, type Answers, type Content, type Question } from './content.ts';

/** What is wrong with one answer. */
export interface AnswerError { question: string; message: { zh: string; en: string } }

/** Does the condition of a jump hold? `asked` are the questions met up to it. */
export type Judge = (when: string, asked: readonly Question[], answers: Answers) => boolean;

/** The questions that somebody with these answers meets, in order; jumps leave out what lies between. */
export function wayThrough(content: Content, answers: Answers, judge: Judge): Question[] {
  const met: Question[] = [];
  let resumeAt = 0;
  for (const [i, question] of content.questions.entries()) {
    if (i < resumeAt) continue;
    met.push(question);
    const jump = question.jump?.find(({ when }) => judge(when, content.questions.slice(0, i + 1), answersOf(met, answers)));
    if (jump) resumeAt = jump.to === 'end' ? content.questions.length : content.questions.findIndex((one) => one.name === jump.to);
  }
  return met;
}

/** Only what was answered on the way there counts. */
function answersOf(met: readonly Question[], answers: Answers): Answers {
  return Object.fromEntries(met.filter(isAnswered).map((question) => [question.name, isEmpty(answers[question.name]) ? null : answers[question.name]]));
}

/** Checks answers as server and phone both do; answers to questions that jumps left out, and to unknown ones, are dropped and named. */
export function takeAnswers(content: Content, answers: Answers, judge: Judge): { answers: Answers; errors: AnswerError[]; dropped: string[] } {
  const taken: Answers = {};
  const errors: AnswerError[] = [];
  const met = wayThrough(content, answers, judge).filter(isAnswered);
  for (const question of met) {
    const value = answers[question.name];
    const error = isEmpty(value) ? (question.required ? { zh: '此题必答', en: 'This question is required' } : undefined) : wrongWith(question, value);
    if (error) errors.push({ question: question.name, message: { zh: `${bothOf(question.title).zh}：${error.zh}`, en: `${bothOf(question.title).en}: ${error.en}` } });
    else if (!isEmpty(value)) taken[question.name] = value;
    const other = answers[`${question.name}Other`];
    const isOther = isChoice(question) && [value].flat().some((v) => question.options?.find((o) => o.value === v)?.other);
    if (isOther && typeof other === 'string' && other.trim() !== '') taken[`${question.name}Other`] = other.trim().slice(0, 200);
  }
  return { answers: taken, errors, dropped: Object.keys(answers).filter((name) => !(name in taken) && !isEmpty(answers[name]) && !errors.some((e) => e.question === name)) };
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

type Message = AnswerError['message'] | undefined;

function wrongWith(question: Question, value: unknown): Message {
  const values = question.options?.map((o) => o.value) ?? [];
  switch (question.type) {
    case 'single': case 'dropdown': return typeof value === 'string' && values.includes(value) ? undefined : notAnOption;
    case 'multiple': return wrongChoices(question, value, values);
    case 'scale': return typeof value === 'number' && Number.isInteger(value) && value >= (question.min ?? 1) && value <= (question.max ?? 5) ? undefined : notAnOption;
    case 'matrix': return wrongMatrix(question, value, values);
    case 'info': return wrongInfo(question, value);
    case 'blank': return wrongBlank(question.format ?? 'text', question, value);
    default: return undefined;
  }
}

const notAnOption = { zh: '选项不存在', en: 'there is no such option' };
const wrongFormat = { zh: '格式不正确', en: 'wrong format' };

function wrongChoices(question: Question, value: unknown, values: readonly string[]): Message {
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string' || !values.includes(one)) || new Set(value).size !== value.length) return notAnOption;
  if (question.min !== undefined && value.length < question.min) return { zh: `至少选 ${question.min} 项`, en: `choose at least ${question.min}` };
  if (question.max !== undefined && value.length > question.max) return { zh: `最多选 ${question.max} 项`, en: `choose at most ${question.max}` };
  return undefined;
}

function wrongMatrix(question: Question, value: unknown, values: readonly string[]): Message {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrongFormat;
  const rows = question.rows?.map((r) => r.value) ?? [];
  const given = Object.entries(value);
  if (given.some(([row, option]) => !rows.includes(row) || !values.includes(String(option)))) return notAnOption;
  return question.required && given.length < rows.length ? { zh: '每一行都要选择', en: 'answer every row' } : undefined;
}

function wrongBlank(format: NonNullable<Question['format']>, question: Question, value: unknown): Message {
  if (format === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return { zh: '请填写数字', en: 'a number is expected' };
    if (question.min !== undefined && value < question.min) return { zh: `不能小于 ${question.min}`, en: `at least ${question.min}` };
    return question.max !== undefined && value > question.max ? { zh: `不能大于 ${question.max}`, en: `at most ${question.max}` } : undefined;
  }
  if (typeof value !== 'string') return wrongFormat;
  if (value.length > (question.maxLength ?? (format === 'long-text' ? 2000 : 200))) return { zh: `最多 ${question.maxLength ?? (format === 'long-text' ? 2000 : 200)} 字`, en: 'too long' };
  if (format === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? undefined : wrongFormat;
  if (format === 'mobile') return /^1[3-9]\d{9}$/.test(value) ? undefined : { zh: '请填写 11 位手机号', en: 'an 11-digit mobile number is expected' };
  return format === 'email' && !isEmail(value) ? { zh: '邮箱格式不正确', en: 'not an e-mail address' } : undefined;
}

function wrongInfo(question: Question, value: unknown): Message {
  if (question.options && !question.options.some((o) => o.value === value)) return notAnOption;
  switch (question.field) {
    case 'phone': return wrongBlank('mobile', question, value);
    case 'email': return wrongBlank('email', question, value);
    case 'age': return wrongBlank('number', { ...question, min: question.min ?? 0, max: question.max ?? 120 }, value) ?? (Number.isInteger(value) ? undefined : wrongFormat);
    case 'area': return typeof value === 'string' && /^\d{6,12}$/.test(value) ? undefined : wrongFormat;
    default: return wrongBlank('text', question, value);
  }
}

function isEmail(text: string): boolean {
  return text.length <= 200 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
}
