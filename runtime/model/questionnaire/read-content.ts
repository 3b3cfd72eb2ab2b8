import { parse } from '../../expressions/index.ts';
import { blankFormats, bothOf, infoFields, isAnswered, isChoice, questionTypes, type Choice, type Content, type Question, type Words } from './content.ts';
import { feelScope } from './judge-jumps.ts';

/** What is wrong with a questionnaire: where, and what to do. */
export interface ContentProblem { pointer: string; message: { zh: string; en: string }; question?: string }

const most = { questions: 300, options: 100, title: 1000 };
const known: Record<keyof Question, true> = { name: true, type: true, title: true, help: true, required: true, options: true, rows: true, min: true, max: true, maxLength: true, format: true, field: true, jump: true, answer: true, points: true, dimension: true };

/** Reads a questionnaire and tells every mistake in it; the content is only good without problems. */
export function readContent(raw: unknown): { content: Content; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const report = (pointer: string, zh: string, en: string, question?: string): void => { problems.push({ pointer, message: { zh: question ? `${question}：${zh}` : zh, en: question ? `${question}: ${en}` : en }, ...(question ? { question } : {}) }); };
  const content = isObject(raw) ? raw as unknown as Content : { questions: [] };
  if (!isObject(raw) || !Array.isArray(content.questions)) {
    report('/questions', '问卷须有题目列表', 'a list of questions is missing');
    return { content: { questions: [] }, problems };
  }
  for (const key of Object.keys(raw)) if (!['intro', 'questions', 'scoring'].includes(key)) report(`/${key}`, `不认识“${key}”`, `unknown property "${key}"`);
  if (content.intro !== undefined && !isWords(content.intro)) report('/intro', '说明须为文字', 'the introduction must be a text');
  if (content.questions.length > most.questions) report('/questions', `最多 ${most.questions} 题`, `at most ${most.questions} questions`);
  const names = new Map<string, number>();
  content.questions.forEach((question, i) => readQuestion(question, i, names, report));
  if (problems.length === 0) readJumps(content.questions, names, report);
  if (content.scoring !== undefined) readScoring(content, report);
  return { content, problems };
}

type Report = (pointer: string, zh: string, en: string, question?: string) => void;

function readQuestion(question: Question, i: number, names: Map<string, number>, report: Report): void {
  const at = `/questions/${i}`;
  const who = `第${i + 1}题`;
  if (!isObject(question)) return report(at, '须为一道题', 'must be a question', who);
  for (const key of Object.keys(question)) if (!(key in known)) report(`${at}/${key}`, `不认识“${key}”`, `unknown property "${key}"`, who);
  if (!(questionTypes as readonly string[]).includes(question.type)) return report(`${at}/type`, `没有题型“${String(question.type)}”`, `unknown type "${String(question.type)}"`, who);
  if (typeof question.name !== 'string' || !/^[a-z][a-zA-Z0-9]{0,40}$/.test(question.name)) return report(`${at}/name`, '题目代号须为小写字母开头的字母和数字', 'a name starts with a small letter', who);
  if (names.has(question.name)) report(`${at}/name`, `题目代号“${question.name}”重复`, `the name "${question.name}" is used twice`, who);
  names.set(question.name, i);
  if (!isWords(question.title)) report(`${at}/title`, '请填写题目', 'the title is missing', who);
  if (isChoice(question) || question.type === 'matrix') readOptions(question.options, `${at}/options`, who, report);
  if (question.type === 'matrix') readOptions(question.rows, `${at}/rows`, who, report);
  if (question.type === 'blank' && question.format !== undefined && !blankFormats.includes(question.format)) report(`${at}/format`, `没有格式“${String(question.format)}”`, `unknown format "${String(question.format)}"`, who);
  if (question.type === 'info' && !infoFields.includes(question.field as never)) report(`${at}/field`, '请选择要采集的基本信息', `"field" is one of ${infoFields.join(', ')}`, who);
  if (question.min !== undefined && question.max !== undefined && question.min > question.max) report(`${at}/max`, '最大值小于最小值', 'the maximum is below the minimum', who);
  if (question.type === 'multiple' && question.min !== undefined && question.min > (question.options?.length ?? 0)) report(`${at}/min`, '最少选择数多于选项数', 'there are fewer options than that', who);
  if (question.type === 'scale' && !((question.max ?? 5) - (question.min ?? 1) >= 1 && (question.max ?? 5) - (question.min ?? 1) <= 10)) report(`${at}/max`, '量表须为 2–11 级', 'a scale has 2 to 11 steps', who);
  for (const value of question.answer ?? []) if (!question.options?.some((o) => o.value === value)) report(`${at}/answer`, `答案“${value}”不是选项`, `the answer "${value}" is no option`, who);
  if (!isAnswered(question) && (question.required || question.jump)) report(at, '说明与分页不能设必填或跳转', 'what is not answered can be neither required nor jump', who);
}

function readOptions(options: Choice[] | undefined, at: string, who: string, report: Report): void {
  if (!Array.isArray(options) || options.length < 1) return report(at, '请添加选项', 'options are missing', who);
  if (options.length > most.options) report(at, `最多 ${most.options} 个选项`, `at most ${most.options} options`, who);
  const values = new Set<string>();
  options.forEach((option, i) => {
    if (!isObject(option) || typeof option.value !== 'string' || !/^[A-Za-z0-9_-]{1,40}$/.test(option.value)) return report(`${at}/${i}/value`, '选项代号须为字母、数字', 'a value is made of letters and digits', who);
    if (!isWords(option.label)) report(`${at}/${i}/label`, '请填写选项文字', 'the label is missing', who);
    if (values.has(option.value)) report(`${at}/${i}/value`, `选项代号“${option.value}”重复`, `the value "${option.value}" is used twice`, who);
    values.add(option.value);
  });
}

/** Jumps lead forward only, so no way through a questionnaire is endless. */
function readJumps(questions: Question[], names: Map<string, number>, report: Report): void {
  questions.forEach((question, i) => question.jump?.forEach((jump, j) => {
    const at = `/questions/${i}/jump/${j}`;
    const who = `第${i + 1}题`;
    const target = jump.to === 'end' ? questions.length : names.get(jump.to);
    if (target === undefined) return report(`${at}/to`, `没有题目“${String(jump.to)}”`, `unknown question "${String(jump.to)}"`, who);
    if (target <= i) return report(`${at}/to`, '不能向前跳转：会形成循环', 'a jump leads forward only, or it would go round in circles', who);
    const { problems } = parse(String(jump.when ?? ''), { variables: feelScope(questions.slice(0, i + 1)), expect: { kind: 'boolean' } });
    for (const problem of problems) report(`${at}/when`, `跳转条件不正确：${problem.messageZh}`, problem.message, who);
  }));
}

function readScoring({ scoring, questions }: Content, report: Report): void {
  if (!isObject(scoring) || !Array.isArray(scoring?.levels)) return report('/scoring/levels', '请设置得分等级', 'levels are missing');
  scoring.levels.forEach((level, i) => {
    if (typeof level.from !== 'number' || level.from < 0 || level.from > 100) report(`/scoring/levels/${i}/from`, '等级下限为 0–100 的百分比', 'a level starts at a percentage');
    if (!isWords(level.label)) report(`/scoring/levels/${i}/label`, '请填写等级名称', 'the label is missing');
  });
  const dimensions = Object.keys(scoring.dimensions ?? {});
  questions.forEach((question, i) => { if (question.dimension !== undefined && !dimensions.includes(question.dimension)) report(`/questions/${i}/dimension`, `没有维度“${question.dimension}”`, `unknown dimension "${question.dimension}"`, `第${i + 1}题`); });
}

function isWords(value: unknown): value is Words {
  const text = typeof value === 'string' ? value : isObject(value) && typeof value['zh'] === 'string' ? bothOf(value as unknown as Words).zh : '';
  return text.trim() !== '' && text.length <= most.title;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
