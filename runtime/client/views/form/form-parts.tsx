import { isField } from '@formily/core';
import { raw } from '@formily/reactive';
import { observer, useField } from '@formily/react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../texts.ts';
import { fieldView } from '../../widgets/field-views.ts';
import { PlainCell } from '../../widgets/plain-cell.tsx';
import { useFormContext } from './form-context.ts';

/** A group of inputs with a heading, in one to three columns (one on phones). */
export function Section({ label, columns, children }: { label?: string; columns: number; children?: ReactNode }) {
  const headingId = useId();
  return (
    <section className="form-section" aria-labelledby={label === undefined ? undefined : headingId}>
      {label === undefined ? null : <h2 id={headingId}>{label}</h2>}
      <div className={`form-grid columns-${columns}`}>{children}</div>
    </section>
  );
}

// Inputs made of several controls are named by `aria-label`; a `for` would point at a mere box.
const groups = new Set(['lines', 'multi-choice', 'sequence', 'location']);

/** Label, input, help and problem of one field, tied together by ids. */
export const FieldItem = observer(function FieldItem({ isWide, isNamed, children }: { isWide: boolean; isNamed: boolean; children?: ReactNode }) {
  const state = useField();
  const { idOf, errors, fieldOf } = useFormContext();
  const name = state.props.name?.toString() ?? '';
  const field = fieldOf(name);
  const id = idOf(name);
  const isRequired = isField(state) && state.required && state.editable;
  if (field === undefined) return null;
  const isGroup = groups.has(field.type);
  return (
    <div className={`field${isWide ? ' is-wide' : ''}${errors[name] === undefined ? '' : ' has-error'}`} data-field={name}>
      {isNamed && isGroup ? null : (
        <div className="label">
          {isGroup || !state.editable ? <span>{state.title as string}</span> : <label htmlFor={id}>{state.title as string}</label>}
          {isRequired ? <span className="required" aria-hidden="true">*</span> : null}
        </div>
      )}
      <div className="field-body">
        {children}
        {errors[name] === undefined ? null : <p id={`${id}-error`} className="field-error">{errors[name]}</p>}
        {field.help === undefined ? null : <p id={`${id}-help`} className="field-help">{field.help}</p>}
      </div>
    </div>
  );
});

/** Joins a field type's input to the state that Formily keeps for it. */
export const FieldInput = observer(function FieldInput() {
  const state = useField();
  const { idOf, errors, values, change, leave, lineRule, fieldOf } = useFormContext();
  const field = fieldOf(state.props.name?.toString() ?? '');
  if (!isField(state) || field === undefined) return null;
  const { Cell, Input } = fieldView(field.type);
  const id = idOf(field.name);
  // The raw value: inputs tell rows apart by identity, which Formily's proxies would blur.
  const value: unknown = typeof state.value === 'object' && state.value !== null ? raw(state.value as object) : state.value;
  const isGiven = !state.editable;
  if (isGiven && field.type !== 'lines') {
    const isAwaited = value === undefined || value === null || value === '';
    return <output id={id} className="given">{isAwaited && (field.type === 'sequence' || field.computed !== undefined) ? <span className="muted">{t('field.afterSave')}</span> : field.type === 'text' ? <PlainCell field={field} value={value} /> : <Cell field={field} value={value} />}</output>;
  }
  const describedBy = [errors[field.name] === undefined ? '' : `${id}-error`, field.help === undefined ? '' : `${id}-help`].filter((part) => part !== '').join(' ');
  return (
    <Input id={id} field={field} value={value ?? null} onChange={(next) => change(field.name, next)} onBlur={() => leave(field.name)} disabled={isGiven} required={state.required}
      invalid={errors[field.name] !== undefined} describedBy={describedBy === '' ? undefined : describedBy} values={values} errors={errors} lineRule={(row, name) => lineRule(field.name, row, name)} />
  );
});
