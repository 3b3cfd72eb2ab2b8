import { useId } from 'react';
import type { ClientField, ClientSection } from '../../../model/client-types.ts';
import { fieldView } from '../../widgets/field-views.ts';
import { isWide } from './is-wide.ts';

/** The values of a record in the sections of its detail page. */
export function RecordSections({ sections, values }: { sections: readonly ClientSection[]; values: Record<string, unknown> }) {
  return <>{sections.map((section, index) => <Section key={index} section={section} values={values} />)}</>;
}

function Section({ section, values }: { section: ClientSection; values: Record<string, unknown> }) {
  const id = useId();
  const plain = section.fields.filter((field) => field.type !== 'lines');
  const lines = section.fields.filter((field) => field.type === 'lines');
  return (
    <section className="card" aria-labelledby={section.label === undefined ? undefined : id}>
      {section.label === undefined ? null : <h2 id={id}>{section.label}</h2>}
      {plain.length === 0 ? null : <dl className={`details columns-${section.columns}`}>{plain.map((field) => <Value key={field.name} field={field} value={values[field.name]} />)}</dl>}
      {lines.map((field) => {
        const { Cell } = fieldView(field.type);
        return <div key={field.name} className="detail-lines">{section.label === field.label ? null : <h3>{field.label}</h3>}<Cell field={field} value={values[field.name]} /></div>;
      })}
    </section>
  );
}

function Value({ field, value }: { field: ClientField; value: unknown }) {
  const { Cell } = fieldView(field.type);
  return <div className={isWide(field) ? 'is-wide' : undefined}><dt>{field.label}</dt><dd><Cell field={field} value={value} isLinked /></dd></div>;
}
