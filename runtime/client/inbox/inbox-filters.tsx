import { useEffect, useId, useState } from 'react';
import { t } from '../texts.ts';
import type { TaskPageData } from './boxes.ts';

interface InboxFiltersProps {
  value: { process: string | null; due: string | null; search: string | null };
  processes: TaskPageData['processes'];
  onChange: (changes: Record<string, string | null>) => void;
}

/** Narrows a box by kind, time limit and whatever is typed of title or applicant. */
export function InboxFilters({ value, processes, onChange }: InboxFiltersProps) {
  const id = useId();
  const [text, setText] = useState(value.search ?? '');
  useEffect(() => setText(value.search ?? ''), [value.search]);
  const known = value.process === null || processes.some(({ name }) => name === value.process) ? processes : [...processes, { name: value.process, label: value.process, count: 0 }];
  return (
    <form className="inbox-filters" role="search" aria-label={t('inbox.filters')} onSubmit={(event) => { event.preventDefault(); onChange({ q: text.trim() }); }}>
      <label className="visually-hidden" htmlFor={`${id}-process`}>{t('task.process')}</label>
      <select id={`${id}-process`} className="input" value={value.process ?? ''} onChange={(event) => onChange({ process: event.target.value })}>
        <option value="">{t('inbox.allProcesses')}</option>
        {known.map(({ name, label, count }) => <option key={name} value={name}>{`${label}（${count}）`}</option>)}
      </select>
      <label className="visually-hidden" htmlFor={`${id}-due`}>{t('inbox.due')}</label>
      <select id={`${id}-due`} className="input" value={value.due ?? ''} onChange={(event) => onChange({ due: event.target.value })}>
        <option value="">{t('inbox.anyDue')}</option><option value="overdue">{t('inbox.overdue')}</option><option value="soon">{t('inbox.soon')}</option>
      </select>
      <label className="visually-hidden" htmlFor={`${id}-search`}>{t('inbox.search')}</label>
      <input id={`${id}-search`} className="input" type="search" placeholder={t('inbox.search')} value={text} maxLength={100}
        onChange={(event) => { setText(event.target.value); if (event.target.value === '') onChange({ q: null }); }} />
    </form>
  );
}
