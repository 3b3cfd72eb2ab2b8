import { useId, type ReactNode } from 'react';
import type { ClientField } from '../../model/client-types.ts';
import { AreaInput } from './inputs/area-input.tsx';
import { PhotoInput } from './inputs/photo-input.tsx';
import { ReferenceInput } from './inputs/reference-input.tsx';
import { t } from './texts.ts';

export interface InputProps { field: ClientField; value: unknown; onChange: (value: unknown) => void; id: string; describedBy: string | undefined; page: string }

/** A field with its label, its control and what is wrong with it. */
export function FieldInput({ field, value, onChange, error, page, required = field.required }: { field: ClientField; value: unknown; onChange: (value: unknown) => void; error?: string; page: string; required?: boolean }) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? field.help;
  const props: InputProps = { field, value, onChange, id, describedBy: note ? noteId : undefined, page };
  const isGroup = ['multi-choice', 'image', 'file', 'area'].includes(field.type) || isShort(field);
  const mark = required ? <span className="p-required">{t('required')}</span> : null;
  const text = note ? <p id={noteId} className={error ? 'p-error' : 'p-help'} role={error ? 'alert' : undefined}>{note}</p> : null;
  if (isGroup) return <fieldset className={`p-field${error ? ' is-wrong' : ''}`} aria-describedby={note ? noteId : undefined} data-field={field.name}><legend>{field.label}{mark}</legend>{control(props)}{text}</fieldset>;
  return <div className={`p-field${error ? ' is-wrong' : ''}`} data-field={field.name}><label htmlFor={id}>{field.label}{mark}</label>{control(props)}{text}</div>;
}

function isShort(field: ClientField): boolean {
  return field.type === 'choice' && (field.options?.length ?? 0) <= 7;
}

function control(props: InputProps): ReactNode {
  const { field, value, onChange, id, describedBy } = props;
  const common = { id, 'aria-describedby': describedBy, 'aria-required': field.required || undefined };
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field.type) {
    case 'long-text': return <textarea {...common} rows={4} maxLength={field.maxLength} value={text} onChange={(e) => onChange(e.target.value)} />;
    case 'integer': case 'decimal': case 'money': return <input {...common} inputMode={field.type === 'integer' ? 'numeric' : 'decimal'} value={text} onChange={(e) => onChange(toNumber(e.target.value))} />;
    case 'date': return <input {...common} type="date" value={text} onChange={(e) => onChange(e.target.value || null)} />;
    case 'time': return <input {...common} type="time" value={text} onChange={(e) => onChange(e.target.value || null)} />;
    case 'datetime': return <input {...common} type="datetime-local" value={text.slice(0, 16)} onChange={(e) => onChange(e.target.value ? new Date(e.target.value).toISOString() : null)} />;
    case 'boolean': return <label className="p-option"><input type="checkbox" id={id} checked={value === true} onChange={(e) => onChange(e.target.checked)} />{t('yes')}</label>;
    case 'choice': return isShort(field)
      ? <OptionList name={id} kind="radio" field={field} chosen={typeof value === 'string' ? [value] : []} onChange={(chosen) => onChange(chosen[0] ?? null)} />
      : <select {...common} value={text} onChange={(e) => onChange(e.target.value || null)}><option value="">{t('choose')}</option>{field.options?.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}</select>;
    case 'dropdown': return <select {...common} value={text} onChange={(e) => onChange(e.target.value || null)}><option value="">{t('choose')}</option>{field.options?.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}</select>;
    case 'multi-choice': return <OptionList name={id} kind="checkbox" field={field} chosen={Array.isArray(value) ? value.map(String) : []} onChange={onChange} />;
    case 'area': return <AreaInput {...props} />;
    case 'reference': case 'org': return <ReferenceInput {...props} />;
    case 'image': case 'file': return <PhotoInput {...props} />;
    default: return <input {...common} type={/phone|mobile/i.test(field.name) ? 'tel' : 'text'} autoComplete={/phone|mobile/i.test(field.name) ? 'tel' : undefined} maxLength={field.maxLength} value={text} onChange={(e) => onChange(e.target.value)} />;
  }
}

function OptionList({ name, kind, field, chosen, onChange }: { name: string; kind: 'radio' | 'checkbox'; field: ClientField; chosen: string[]; onChange: (chosen: string[]) => void }) {
  return (
    <div className={`p-options${field.options?.every((o) => o.label.length <= 2) ? ' is-short' : ''}`}>
      {field.options?.filter((o) => o.disabled !== true).map((o) => (
        <label key={o.value} className="p-option">
          <input type={kind} name={name} checked={chosen.includes(o.value)} onChange={(e) => onChange(kind === 'radio' ? [o.value] : e.target.checked ? [...chosen, o.value] : chosen.filter((v) => v !== o.value))} />{o.label}
        </label>
      ))}
    </div>
  );
}

function toNumber(text: string): unknown {
  const number = Number(text);
  return text.trim() === '' ? null : Number.isNaN(number) ? text : number;
}
