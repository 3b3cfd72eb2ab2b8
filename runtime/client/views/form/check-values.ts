import type { ClientField, ClientForm } from '../../../model/client-types.ts';
import { compilePattern } from '../../../expressions/index.ts';
import { t } from '../../texts.ts';
import { parseDate } from '../../widgets/calendar.ts';
import { formatNumber } from '../../widgets/format.ts';
import type { Evaluate, Values } from './feel.ts';
import { ruleOf } from './rules.ts';
import { isGiven } from './to-formily.ts';

interface Checked { fields: readonly ClientField[]; checks?: ClientForm['checks']; values: Values; evaluate: Evaluate }

/** The problems of a form's values by path (`quantity`, `lines[1].quantity`, '' for the whole record); empty when it can be sent. */
export function checkValues({ fields, checks = [], values, evaluate }: Checked): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const problem = checkField(field, values, fields, evaluate);
    if (problem !== null) problems[field.name] = problem;
    if (field.type === 'lines' && Array.isArray(values[field.name])) Object.assign(problems, checkLines(field, values, evaluate));
  }
  for (const { rule, field, message } of checks) {
    const path = field ?? '';
    if (!(path in problems) && evaluate(rule, values, fields) === false) problems[path] = message;
  }
  return problems;
}

/** The problem of one field, or null. */
export function checkField(field: ClientField, values: Values, fields: readonly ClientField[], evaluate: Evaluate): string | null {
  if (isGiven(field)) return null;
  const rule = ruleOf(field, values, fields, evaluate);
  if (!rule.visible || rule.readOnly) return null;
  const value = values[field.name];
  if (isEmpty(value)) return rule.required && !isFilledByDefault(field, values, fields, evaluate) ? t(isChosen(field) ? 'check.choose' : 'check.required', { label: field.label }) : null;
  const problem = checkShape(field, value);
  if (problem !== null) return problem;
  if (field.check !== undefined && evaluate(field.check, { ...values, value }, [...fields, { ...field, name: 'value' }]) === false) return field.message ?? t('check.rule', { label: field.label });
  return null;
}

/** The server fills an empty field from its default, so one that gives a value (or cannot be worked out here) is no gap. */
function isFilledByDefault(field: ClientField, values: Values, fields: readonly ClientField[], evaluate: Evaluate): boolean {
  return field.default !== undefined && evaluate(field.default, values, fields) !== null;
}

function checkLines(field: ClientField, values: Values, evaluate: Evaluate): Record<string, string> {
  const columns = field.lines?.fields ?? [];
  const problems: Record<string, string> = {};
  (values[field.name] as Values[]).forEach((row, index) => {
    const scope = { ...(field.lines?.as === undefined ? {} : { [field.lines.as]: values }), user: values['user'], ...row };
    for (const column of columns) {
      const problem = checkField(column, scope, columns, evaluate);
      if (problem !== null) problems[`${field.name}[${index}].${column.name}`] = problem;
    }
  });
  return problems;
}

function checkShape(field: ClientField, value: unknown): string | null {
  switch (field.type) {
    case 'integer': case 'decimal': case 'money': return checkNumber(field, value);
    case 'date': return typeof value === 'string' && parseDate(value) === value ? null : t('check.date');
    case 'datetime': return typeof value === 'string' && !Number.isNaN(Date.parse(value)) && value.includes('T') ? null : t('check.date');
    case 'text': case 'long-text': return checkText(field, String(value));
    case 'location': return checkPlace(value);
    case 'lines': return checkCount(field.lines?.minCount, field.lines?.maxCount, Array.isArray(value) ? value.length : 0);
    default: return null;
  }
}

function checkPlace(value: unknown): string | null {
  const { lng, lat } = value as { lng?: unknown; lat?: unknown };
  if (typeof lng !== 'number' || typeof lat !== 'number') return t('location.both');
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? null : t('location.bounds');
}

function checkNumber(field: ClientField, value: unknown): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return t('check.number');
  const scale = field.type === 'integer' ? 0 : field.scale ?? (field.type === 'money' ? 2 : undefined);
  if (scale === 0 && !Number.isInteger(value)) return t('check.integer');
  if (scale !== undefined && Math.abs(value - Number(value.toFixed(scale))) > 1e-9) return t('check.scale', { scale });
  if (field.min !== undefined && value < field.min) return t('check.min', { min: formatNumber(field.min, field) });
  if (field.max !== undefined && value > field.max) return t('check.max', { max: formatNumber(field.max, field) });
  return null;
}

function checkText(field: ClientField, text: string): string | null {
  if (field.minLength !== undefined && text.length < field.minLength) return t('check.minLength', { min: field.minLength });
  if (field.maxLength !== undefined && text.length > field.maxLength) return t('check.maxLength', { max: field.maxLength });
  if (field.pattern === undefined) return null;
  const pattern = compilePattern(field.pattern);
  return 'reason' in pattern || pattern.matches(text) ? null : field.message ?? t('check.pattern', { label: field.label });
}

function checkCount(min: number | undefined, max: number | undefined, count: number): string | null {
  if (min !== undefined && count < min) return t('check.minCount', { min });
  return max !== undefined && count > max ? t('check.maxCount', { max }) : null;
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
const isChosen = (field: ClientField): boolean => ['choice', 'multi-choice', 'reference', 'references', 'org', 'user', 'area', 'date', 'file', 'image'].includes(field.type);

