import { useEffect, useState } from 'react';
import type { InputProps } from '../field-input.tsx';
import { usePortal } from '../portal-state.tsx';
import { useFetch } from '../use-fetch.ts';
import { t } from '../texts.ts';

interface Choice { id: string; title: string; hint?: string }
const many = 50;

/** A record chosen from a list; a long list can be narrowed by typing. */
export function ReferenceInput({ field, value, onChange, page, id, describedBy }: InputProps) {
  const { api } = usePortal();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => { const timer = setTimeout(() => setAsked(typed), 300); return () => clearTimeout(timer); }, [typed]);
  const path = `/pages/${page}/options/${field.name}`;
  const { data } = useFetch(`${path} ${asked}`, () => api.get<{ items: Choice[] }>(path, { q: asked }));
  const [isLong, setLong] = useState(false);
  useEffect(() => { if (asked === '' && (data?.items.length ?? 0) >= many) setLong(true); }, [data, asked]);
  return (
    <>
      {isLong ? <input type="search" className="p-narrow" aria-label={t('filter')} placeholder={t('filter')} value={typed} onChange={(e) => setTyped(e.target.value)} /> : null}
      <select id={id} aria-describedby={describedBy} aria-required={field.required || undefined} value={typeof value === 'string' ? value : ''} onChange={(e) => onChange(e.target.value || null)}>
        <option value="">{data === null ? t('loading') : t('choose')}</option>
        {data?.items.map((c) => <option key={c.id} value={c.id}>{c.title}{c.hint ? `（${c.hint}）` : ''}</option>)}
      </select>
    </>
  );
}
