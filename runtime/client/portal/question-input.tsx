import { useId } from 'react';
import type { ClientQuestion } from '../../model/client-questionnaire-types.ts';
import type { ClientField } from '../../model/client-types.ts';
import { FieldInput } from './field-input.tsx';
import { t } from './texts.ts';

type Answers = Record<string, unknown>;
interface Props { question: ClientQuestion; answers: Answers; error?: string; onChange: (answers: Answers) => void }

/** One question with its control; also what the builder's preview shows. */
export function QuestionInput({ question, answers, error, onChange }: Props) {
  const value = answers[question.name];
  const set = (next: unknown): void => onChange({ ...answers, [question.name]: next });
  if (question.type === 'section') return <div className="p-section"><h2>{question.title}</h2>{question.help ? <p className="p-help">{question.help}</p> : null}</div>;
  if (question.type === 'paragraph') return <p className="p-text p-paragraph">{question.title}</p>;
  if (question.type === 'matrix') return <Matrix question={question} value={value} set={set} {...(error ? { error } : {})} />;
  const chosen = [value ?? []].flat();
  const hasOther = question.options?.some((o) => o.other && chosen.includes(o.value)) ?? false;
  return (
    <>
      <FieldInput page="" field={fieldOf(question)} value={question.type === 'scale' && typeof value === 'number' ? String(value) : value} {...(error ? { error } : {})} required={question.required ?? false}
        onChange={(next) => set(question.type === 'scale' && next !== null ? Number(next) : next)} />
      {hasOther ? <div className="p-field"><label>{t('q.other')}<input maxLength={200} value={String(answers[`${question.name}Other`] ?? '')} onChange={(e) => onChange({ ...answers, [`${question.name}Other`]: e.target.value })} /></label></div> : null}
    </>
  );
}

function fieldOf(question: ClientQuestion): ClientField {
  const { name, title: label, options, maxLength, min, max } = question;
  const base = { name, label, ...(maxLength ? { maxLength } : {}), ...(question.help ? { help: question.help } : {}) };
  switch (question.type) {
    case 'single': return { ...base, type: options && options.length > 7 ? 'dropdown' : 'choice', options: options ?? [] };
    case 'dropdown': return { ...base, type: 'dropdown', options: options ?? [] };
    case 'multiple': return { ...base, type: 'multi-choice', options: options ?? [], ...(question.help || !limits(question) ? {} : { help: limits(question) }) };
    case 'scale': return { ...base, type: 'choice', options: Array.from({ length: (max ?? 5) - (min ?? 1) + 1 }, (_, i) => String((min ?? 1) + i)).map((step) => ({ value: step, label: step })) };
    case 'info': return infoField(question, base);
    default: return { ...base, type: { text: 'text', 'long-text': 'long-text', number: 'decimal', date: 'date', mobile: 'text', email: 'text' }[question.format ?? 'text'] };
  }
}

function infoField(question: ClientQuestion, base: Omit<ClientField, 'type'>): ClientField {
  if (question.options) return { ...base, type: question.options.length > 7 ? 'dropdown' : 'choice', options: question.options };
  return { ...base, name: question.field === 'phone' ? 'phone' : base.name, type: question.field === 'age' ? 'integer' : question.field === 'area' ? 'area' : 'text' };
}

function limits({ min, max }: ClientQuestion): string | undefined {
  return min !== undefined && max !== undefined ? t('q.choose', { min, max }) : max !== undefined ? t('q.atMost', { max }) : min !== undefined ? t('q.atLeast', { min }) : undefined;
}

function Matrix({ question, value, error, set }: { question: ClientQuestion; value: unknown; error?: string; set: (value: unknown) => void }) {
  const id = useId();
  const chosen = (typeof value === 'object' && value !== null ? value : {}) as Record<string, string>;
  return (
    <fieldset className={`p-field${error ? ' is-wrong' : ''}`} data-field={question.name}>
      <legend>{question.title}{question.required ? <span className="p-required">{t('required')}</span> : null}</legend>
      {question.rows?.map((row) => (
        <fieldset key={row.value} className="p-row"><legend>{row.label}</legend>
          <div className="p-options">{question.options?.map((o) => <label key={o.value} className="p-option"><input type="radio" name={`${id}${row.value}`} checked={chosen[row.value] === o.value} onChange={() => set({ ...chosen, [row.value]: o.value })} />{o.label}</label>)}</div>
        </fieldset>
      ))}
      {error ? <p className="p-error" role="alert">{error}</p> : null}
    </fieldset>
  );
}
