import { useId } from 'react';
import { t } from '../../texts.ts';
import type { Choices, Preview } from './import-dialog.tsx';

/** The columns of a sheet with the fields they go to, the first rows below, and how the import is to be done. */
export function ImportColumns({ preview, choices, name, onChange }: { preview: Preview; choices: Choices; name: string; onChange: (next: Choices) => void }) {
  const id = useId();
  const used = new Set(Object.values(choices.mapping).filter((path) => path !== null));
  const missing = preview.fields.filter(({ path, required }) => required && !used.has(path) && ![...used].some((one) => one.startsWith(`${path}.`)));
  const assign = (header: string, path: string) => onChange({ ...choices, mapping: { ...choices.mapping, [header]: path === '' ? null : path } });
  return (
    <>
      <p>{t('import.read', { name, total: preview.total ?? '…', columns: preview.columns.length })}</p>
      {missing.length > 0 && choices.key === '' ? <p className="notice">{t('import.missing', { labels: missing.map(({ label }) => label).join('、') })}</p> : null}
      <div className="table-scroll import-preview">
        <table className="table">
          <thead>
            <tr>{preview.columns.map((column, i) => <th key={i} scope="col">{column.header}</th>)}</tr>
            <tr>{preview.columns.map((column, i) => (
              <td key={i}>
                {column.header === '' ? null : (
                  <>
                    <select className="input" aria-label={t('import.fieldOf', { header: column.header })} value={choices.mapping[column.header] ?? ''} onChange={(event) => assign(column.header, event.target.value)}>
                      <option value="">{t('import.ignore')}</option>
                      {preview.fields.map(({ path, label, required }) => <option key={path} value={path} disabled={used.has(path) && choices.mapping[column.header] !== path}>{required ? `*${label}` : label}</option>)}
                    </select>
                    {column.message !== undefined && choices.mapping[column.header] === null ? <p className="field-help">{column.message}</p> : null}
                  </>
                )}
              </td>
            ))}</tr>
          </thead>
          <tbody>{preview.rows.map((row, r) => <tr key={r}>{preview.columns.map((_, i) => <td key={i}>{String(row[i] ?? '')}</td>)}</tr>)}</tbody>
        </table>
      </div>
      <div className="import-options">
        <fieldset className="plain-set">
          <legend>{t('import.mode')}</legend>
          <div className="checks">{(['all-or-nothing', 'skip-bad'] as const).map((mode) => <label key={mode} className="checkbox"><input type="radio" name={`${id}-mode`} checked={choices.mode === mode} onChange={() => onChange({ ...choices, mode })} />{t(`import.mode.${mode}`)}</label>)}</div>
        </fieldset>
        {preview.keys.length === 0 ? null : (
          <div className="plain-form">
            <label htmlFor={`${id}-key`}>{t('import.key')}</label>
            <select id={`${id}-key`} className="input" value={choices.key === '' ? '' : `${choices.existing}:${choices.key}`} onChange={(event) => { const [existing = '', key = ''] = event.target.value.split(':'); onChange({ ...choices, key, existing: existing === 'skip' ? 'skip' : 'update' }); }}>
              <option value="">{t('import.keyNone')}</option>
              {preview.keys.flatMap(({ fields, label }) => [<option key={`u${label}`} value={`update:${fields.join(',')}`}>{t('import.keyUpdate', { label })}</option>, <option key={`s${label}`} value={`skip:${fields.join(',')}`}>{t('import.keySkip', { label })}</option>])}
            </select>
          </div>
        )}
      </div>
    </>
  );
}
