import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { Icon } from '../widgets/icon.tsx';
import { listPath, recordPath } from '../widgets/paths.ts';

type Mark = [number, number];
interface Hit { field: string; label: string; text: string; marks: Mark[] }
interface Group { app: string; entity: string; label: string; total: number; more: boolean; items: { id: string; title: string; hits: Hit[] }[] }
interface Choice { key: string; path: string; content: ReactNode }

/** Looks for a text everywhere that the person may look; Ctrl+K opens it from any page. */
export function SearchBox() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="search-open" aria-label={t('search.title')} aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}><Icon name="search" size={17} /><span>{t('search.placeholder')}</span></button>
      {isOpen ? <SearchDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SearchDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ text: string; groups: Group[] } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const asked = text.trim();
    if (asked === '') { setFound(null); setFailure(null); return undefined; }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      api.get<{ groups: Group[] }>('/api/search', { q: asked }, controller.signal)
        .then(({ groups }) => { setFound({ text: asked, groups }); setFailure(null); setActive(0); })
        .catch((error: unknown) => { if (!controller.signal.aborted) setFailure(error instanceof ApiError ? error.message : t('error.unknown')); });
    }, 200);
    return () => { clearTimeout(timer); controller.abort(); };
  }, [text]);

  const choices = (found?.groups ?? []).flatMap((group): Choice[] => [
    ...group.items.map((item) => ({ key: item.id, path: recordPath(group.app, group.entity, item.id), content: <Result title={item.title} hits={item.hits} /> })),
    ...(group.total > group.items.length ? [{ key: `${group.app}/${group.entity}`, path: `${listPath(group.app, group.entity)}?${new URLSearchParams({ search: found?.text ?? '' }).toString()}`, content: <span className="search-all">{t('search.more', { label: group.label })}</span> }] : []),
  ]);
  const go = (choice: Choice | undefined) => { if (choice === undefined) return; onClose(); navigate(choice.path); };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const last = choices.length - 1;
      setActive((old) => (event.key === 'ArrowDown' ? (old >= last ? 0 : old + 1) : (old <= 0 ? Math.max(last, 0) : old - 1)));
    } else if (event.key === 'Enter' && found?.text === text.trim()) {
      event.preventDefault();
      go(choices[active]);
    }
  };
  useEffect(() => { list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' }); }, [active, found]);
  let at = -1;
  const total = found?.groups.reduce((sum, group) => sum + group.total, 0) ?? 0;
  return (
    <Dialog title={t('search.title')} width={640} onClose={onClose}>
      <input className="input" type="search" role="combobox" aria-label={t('search.title')} placeholder={t('search.hint')} autoComplete="off" aria-expanded={choices.length > 0} aria-controls={id} aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? `${id}-${active}` : undefined} maxLength={100} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} />
      <p className="search-status" role="status">{failure !== null ? failure : found === null ? '' : total === 0 ? t('search.none', { text: found.text }) : t('search.found', { count: total })}</p>
      <div ref={list} id={id} role="listbox" aria-label={t('search.results')} className="search-results">
        {found?.groups.map((group) => (
          <div key={`${group.app}/${group.entity}`} role="group" aria-label={group.label}>
            <p className="search-group">{group.label}<span className="muted">{t(group.more ? 'search.atLeast' : 'search.count', { count: group.total })}</span></p>
            {choices.slice(at + 1, at + 1 + group.items.length + (group.total > group.items.length ? 1 : 0)).map((choice) => {
              at += 1;
              const mine = at;
              return <div key={choice.key} id={`${id}-${mine}`} data-at={mine} role="option" aria-selected={mine === active} className={`search-item${mine === active ? ' is-active' : ''}`} onMouseMove={() => setActive(mine)} onClick={() => go(choice)}>{choice.content}</div>;
            })}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

function Result({ title, hits }: { title: string; hits: Hit[] }) {
  const inTitle = hits.find((hit) => hit.text === title);
  return (
    <>
      <strong>{inTitle === undefined ? title : <Marked text={title} marks={inTitle.marks} />}</strong>
      {hits.filter((hit) => hit !== inTitle).map((hit) => <span key={hit.field} className="search-hit">{hit.label}：<Marked text={hit.text} marks={hit.marks} /></span>)}
    </>
  );
}

function Marked({ text, marks }: { text: string; marks: Mark[] }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  parts.push(text.slice(from));
  return <>{parts}</>;
}
