import { zhCN } from './texts/zh-cn.ts';
import { en } from './texts/en.ts';

export type Locale = 'zh-CN' | 'en';
export type ProblemCode = keyof typeof statuses;
/** Values filled into a text; a text in two languages is shown in the reader's. */
export type ProblemParams = Record<string, string | number | { zh: string; en: string } | undefined>;

/** One complaint about one field of the input. `field` is a path such as `lines[1].quantity`. */
export interface FieldError { field?: string; code: ProblemCode; params?: ProblemParams; message?: { zh: string; en: string } }

/** HTTP status of every error code; texts and hints stand in `texts/` under the same code. */
const statuses = {
  'request.unreadable': 400,
  'request.unknown-parameter': 400,
  'request.too-large': 413,
  'request.too-many': 429,
  'request.unknown-field': 400,
  'request.unknown-operator': 400,
  'request.bad-value': 400,
  'request.period-reversed': 422,
  'request.csrf': 403,
  'request.key-reused': 422,
  'request.no-route': 404,
  'request.media-type': 415,
  'service.busy': 503,
  'session.required': 401,
  'session.wrong-credentials': 401,
  'session.tenant-closed': 403,
  'session.otp-required': 401,
  'session.wrong-otp': 401,
  'session.password-expired': 403,
  'session.second-factor-required': 403,
  'session.second-factor-set': 409,
  'session.locked': 429,
  'session.inactive': 401,
  'access.denied': 403,
  'access.own-request': 403,
  'access.not-candidate': 403,
  'message.quiet-hours': 422,
  'message.unknown-kind': 422,
  'message.essential': 422,
  'not-found': 404,
  'record.stale': 409,
  'record.state': 409,
  'record.referenced': 409,
  'record.busy': 409,
  'record.not-unique': 422,
  'record.invalid': 422,
  'record.check': 422,
  'record.managed': 403,
  'record.no-action': 409,
  'field.required': 422,
  'field.read-only': 422,
  'field.unknown': 422,
  'field.type': 422,
  'field.too-small': 422,
  'field.too-large': 422,
  'field.too-many-decimals': 422,
  'field.too-long': 422,
  'field.too-short': 422,
  'field.pattern': 422,
  'field.choice': 422,
  'field.code-expired': 422,
  'field.code-group': 422,
  'field.reference': 422,
  'field.too-few': 422,
  'field.too-many': 422,
  'field.check': 422,
  'field.location': 422,
  'tree.cycle': 422,
  'tree.too-deep': 422,
  'tree.sibling': 422,
  'merge.unseen': 403,
  'merge.self': 422,
  'ledger.insufficient': 422,
  'ledger.quantity': 422,
  'grant.exclusive': 422,
  'grant.own': 403,
  'task.closed': 409,
  'task.claimed': 409,
  'task.outcome': 422,
  'task.opinion-required': 422,
  'task.delegated': 409,
  'task.not-delegated': 409,
  'task.held': 409,
  'task.operation': 403,
  'task.person': 422,
  'task.target': 422,
  'task.signers': 422,
  'task.last-signer': 409,
  'task.not-added': 403,
  'task.cannot-recall': 409,
  'process.ended': 409,
  'process.urged': 429,
  'process.cannot-withdraw': 409,
  'process.operation': 403,
  'substitute.self': 422,
  'substitute.cycle': 422,
  'process.running': 409,
  'process.not-bound': 409,
  'process.incident': 500,
  'engine.bad-request': 400,
  'engine.locked-by-another': 400,
  'engine.mismatch': 400,
  'engine.deploy': 400,
  'file.type': 415,
  'file.too-large': 413,
  'file.missing': 422,
  'file.pixels': 413,
  'export.too-many': 422,
  'import.type': 415,
  'import.too-large': 413,
  'import.unreadable': 422,
  'import.bomb': 422,
  'import.empty': 422,
  'import.too-many-rows': 422,
  'import.too-many-columns': 422,
  'import.too-many-lines': 422,
  'import.unknown-column': 422,
  'import.missing-column': 422,
  'import.locked-column': 422,
  'import.double-column': 422,
  'import.key': 422,
  'import.no-reference': 422,
  'import.repeated': 422,
  'import.ambiguous': 422,
  'import.digits-lost': 422,
  'print.refused': 409,
  'job.running': 409,
  'job.cancelled': 409,
  'job.ended': 409,
  'link.expired': 410,
  'page.too-deep': 400,
  'bulk.one-change': 422,
  'record.forbidden': 403,
  'download.not-ready': 409,
  'download.guarded': 403,
  'search.empty': 422,
  'view.share': 403,
  'view.too-many': 422,
  'view.name-taken': 422,
  'report.out-of-scope': 403,
  'report.unknown-value': 422,
  'report.too-many-values': 422,
  'report.too-many-groups': 422,
  'report.too-slow': 503,
  'partner.down': 503,
  'portal.code-wrong': 401,
  'portal.code-expired': 401,
  'portal.code-limit': 429,
  'portal.locked': 429,
  'portal.no-sms': 503,
  'portal.captcha': 422,
  'portal.service-offline': 410,
  'portal.service-down': 503,
  'portal.partner': 401,
  'questionnaire.not-begun': 409,
  'questionnaire.ended': 409,
  'questionnaire.full': 409,
  'questionnaire.answered': 409,
  'questionnaire.published': 409,
  'questionnaire.empty': 422,
  'internal': 500,
} as const;

/** The error of one request: a code with parameters; status, text and hint come from the registry. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
  readonly errors: FieldError[];

  constructor(code: ProblemCode, params: ProblemParams = {}, errors: FieldError[] = []) {
    super(problemText(code, params, 'en'));
    this.code = code;
    this.params = params;
    this.errors = errors;
  }

  get status(): number { return statuses[this.code]; }
}

/** Makes a problem: `throw problem('record.stale')`. */
export function problem(code: ProblemCode, params: ProblemParams = {}): Problem {
  return new Problem(code, params);
}

/** A 422 that names every field at fault; the first error's code is the problem's. */
export function invalid(errors: FieldError[]): Problem {
  const first = errors[0];
  return new Problem(errors.length === 1 && first ? first.code : 'record.invalid', first?.params ?? {}, errors);
}

/** The sentence for a code in one language, parameters filled in. */
export function problemText(code: ProblemCode, params: ProblemParams, locale: Locale): string {
  return fill((locale === 'en' ? en : zhCN)[code].text, params, locale);
}

/** Body of `application/problem+json` in the reader's language. */
export function problemBody(error: Problem, locale: Locale): Record<string, unknown> {
  const texts: { text: string; title?: string; hint?: string } = (locale === 'en' ? en : zhCN)[error.code];
  const detail = error.errors.length > 0 ? error.errors.map((e) => fieldMessage(e, locale)).join('；') : fill(texts.text, error.params, locale);
  return {
    type: `https://tamga.dev/problems/${error.code}`,
    title: fill(texts.title ?? texts.text, error.params, locale),
    status: error.status,
    code: error.code,
    detail,
    ...(texts.hint ? { hint: fill(texts.hint, error.params, locale) } : {}),
    errors: error.errors.map((e) => ({ ...(e.field ? { field: e.field } : {}), code: e.code, message: fieldMessage(e, locale) })),
  };
}

/** The sentence of one complaint, in the reader's language; inside lines it begins with the line's number. */
export function fieldMessage(error: FieldError, locale: Locale): string {
  const line = /\[(\d+)\]/.exec(error.field ?? '');
  const prefix = line ? (locale === 'en' ? `Line ${Number(line[1]) + 1}: ` : `第${Number(line[1]) + 1}行：`) : '';
  return prefix + (error.message ? (locale === 'en' ? error.message.en : error.message.zh) : problemText(error.code, error.params ?? {}, locale));
}

function fill(text: string, params: ProblemParams, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = params[name];
    return value === undefined ? '' : typeof value === 'object' ? (locale === 'en' ? value.en : value.zh) : String(value);
  });
}

/** Every code, for the tests that provoke each and for the reference page. */
export const problemCodes = Object.keys(statuses) as ProblemCode[];
