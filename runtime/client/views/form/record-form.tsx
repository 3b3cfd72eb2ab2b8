import { Schema } from '@formily/json-schema';
import { createSchemaField, FormProvider } from '@formily/react';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import type { ClientSection } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import { FieldViewContext } from '../../widgets/field-view.ts';
import { fieldView } from '../../widgets/field-views.ts';
import { Icon } from '../../widgets/icon.tsx';
import { FormContext } from './form-context.ts';
import { FieldInput, FieldItem, Section } from './form-parts.tsx';
import './form.css';
import { formToFormily } from './to-formily.ts';
import type { RecordForm } from './use-record-form.ts';

// Formily's own compiler would run what stands in `{{ }}`; a label that holds such text is only text.
Schema.registerCompiler((text) => `{{${text}}}`);

const SchemaField = createSchemaField({ components: { Section, FieldItem, FieldInput } });

interface RecordFormProps { record: RecordForm; sections: readonly ClientSection[]; label: string; onSubmit: () => void; children?: ReactNode }

/** The inputs of a form with its summary of problems on top. */
export function RecordFormView({ record, sections, label, onSubmit, children }: RecordFormProps) {
  const schema = useMemo(() => formToFormily(sections), [sections]);
  return (
    <FieldViewContext.Provider value={fieldView}>
      <FormContext.Provider value={record.surroundings}>
        <form className="record-form" noValidate aria-label={label} onSubmit={(event) => { event.preventDefault(); onSubmit(); }}>
          <Problems record={record} sections={sections} />
          <FormProvider form={record.form}><SchemaField schema={schema} /></FormProvider>
          {children}
        </form>
      </FormContext.Provider>
    </FieldViewContext.Provider>
  );
}

// Messages of the server begin with the line they are about; the summary says it for all.
const lineWords = /^(第\s*\d+\s*行|[Ll]ine \d+)\s*[：:，,]?\s*/;

/** What keeps the form from being saved, each a link to its input; takes the focus when it appears. */
function Problems({ record, sections }: { record: RecordForm; sections: readonly ClientSection[] }) {
  const box = useRef<HTMLDivElement>(null);
  const paths = Object.keys(record.errors);
  const shown = useRef(0);
  useEffect(() => {
    if (paths.length > 0 && shown.current === 0 && !(document.activeElement instanceof HTMLInputElement)) box.current?.focus();
    shown.current = paths.length;
  }, [paths.length]);
  if (paths.length === 0) return null;
  const textOf = (path: string): string => {
    const message = record.errors[path]?.replace(lineWords, '') ?? '';
    const match = /^(\w+)(?:\[(\d+)\](?:\.(\w+))?)?/.exec(path);
    const field = sections.flatMap((section) => section.fields).find((item) => item.name === match?.[1]);
    const cell = field?.lines?.fields.find((item) => item.name === match?.[3]);
    const label = cell?.label ?? field?.label ?? '';
    // "Enter quantity" needs no "Quantity:" before it.
    const own = label === '' || message.toLowerCase().includes(label.toLowerCase()) ? message : `${label}${t('form.colon')}${message}`;
    return match?.[2] === undefined ? own : t('form.lineProblem', { number: Number(match[2]) + 1, problem: own });
  };
  return (
    <div ref={box} className="problems" role="alert" tabIndex={-1}>
      <p className="problems-title"><Icon name="warning" />{t('form.problems', { count: paths.length })}</p>
      <ul>
        {paths.slice(0, 20).map((path) => (
          <li key={path}>{path === '' ? record.errors[path] : (
            <button type="button" className="link-button" onClick={() => focusField(record.surroundings.idOf(path), record.surroundings.idOf(path.replace(/[[.].*$/, '')))}>
              {textOf(path)}
            </button>
          )}</li>
        ))}
      </ul>
    </div>
  );
}

function focusField(id: string, fallback: string): void {
  const target = document.getElementById(id) ?? document.getElementById(fallback);
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
}
