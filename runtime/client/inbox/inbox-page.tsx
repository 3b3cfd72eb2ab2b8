import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { api } from '../api.ts';
import { t } from '../texts.ts';
import type { TextKey } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { PageHead } from '../widgets/page.tsx';
import { instancePath, taskPath } from '../widgets/paths.ts';
import { Empty, Failure, Skeleton } from '../widgets/states.tsx';
import { Tabs } from '../widgets/tabs.tsx';
import { toast } from '../widgets/toast.tsx';
import { useLoad } from '../widgets/use-load.ts';
import { useMedia } from '../widgets/use-media.ts';
import { Pager } from '../views/list/pager.tsx';
import { BatchBar } from './batch-bar.tsx';
import { boxes, ofInstances, type TaskPageData } from './boxes.ts';
import { InboxFilters } from './inbox-filters.tsx';
import { Preview } from './preview.tsx';
import { SubstitutesDialog } from './substitutes-dialog.tsx';
import { TaskList } from './task-list.tsx';
import './inbox.css';

/** What waits for me and what I had to do with, with the chosen one beside the list, so that a day's work is done on one page. */
export default function InboxPage() {
  const [search, setSearch] = useSearchParams();
  const [substitutes, setSubstitutes] = useState(false);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const isWide = useMedia('(min-width: 1000px)');
  const box = boxes.find((item) => item === search.get('box')) ?? 'todo';
  const page = Math.max(1, Number(search.get('page') ?? 1) || 1);
  const pageSize = Number(search.get('pageSize') ?? 20) || 20;
  const filter = { process: search.get('process'), due: search.get('due'), search: search.get('q') };
  const loaded = useLoad<TaskPageData>(`${box}/${page}/${pageSize}/${JSON.stringify(filter)}`, (signal) => api.get<TaskPageData>('/api/tasks', { box, page, pageSize, ...filter }, signal));
  const counts = loaded.data?.counts;
  const items = loaded.data?.items ?? [];
  const selected = items.find(({ id }) => id === search.get('task')) ?? (isWide ? items[0] : undefined);
  const go = (changes: Record<string, string | null>, replace = false) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) if (value === null || value === '') next.delete(name); else next.set(name, value);
    setSearch(next, { replace });
  };
  const select = (id: string) => go({ task: id }, true);
  // Whoever opens the task list wants to see work: with nothing of their own, what may be taken.
  const onlyClaimable = search.get('box') === null && counts !== undefined && counts.todo === 0 && (counts.claimable ?? 0) > 0;
  useEffect(() => { if (onlyClaimable) setSearch({ box: 'claimable' }, { replace: true }); }, [onlyClaimable, setSearch]);
  useEffect(() => setChecked(new Set()), [box, page]);

  const onDone = (text: string) => {
    toast('success', text);
    const at = items.findIndex(({ id }) => id === selected?.id);
    const next = items[at + 1] ?? items[at - 1];
    go({ task: next?.id ?? null }, true);
    void loaded.reload();
  };
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return (
    <>
      <PageHead title={t('inbox.title')} crumbs={[{ label: t('inbox.title') }]} actions={<Button onClick={() => setSubstitutes(true)}>{t('substitute.title')}</Button>} />
      <Tabs label={t('inbox.title')} panelId="inbox-panel" active={box} onChange={(key) => setSearch({ box: key })}
        items={boxes.map((key) => ({ key, label: t(`inbox.${key}` as TextKey), count: counts?.[key] }))} />
      <div id="inbox-panel" role="tabpanel" aria-labelledby={`inbox-panel-${box}`}>
        <InboxFilters value={filter} processes={loaded.data?.processes ?? []} onChange={(changes) => go({ ...changes, page: null, task: null })} />
        {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={8} /> : items.length === 0
          ? <Empty title={t(isFiltered ? 'inbox.noneFound' : `inbox.none.${box}` as TextKey)} hint={isFiltered ? undefined : t(`inbox.hint.${box}` as TextKey)}>{isFiltered ? <Button onClick={() => go({ process: null, due: null, q: null })}>{t('inbox.clearFilters')}</Button> : null}</Empty> : (
            <div className={isWide ? 'inbox-split' : undefined}>
              <div className="inbox-left">
                <BatchBar tasks={items.filter(({ id }) => checked.has(id))} onDone={() => { setChecked(new Set()); void loaded.reload(); }} onClear={() => setChecked(new Set())} />
                <TaskList tasks={items} box={box} selected={isWide ? selected?.id : undefined} onSelect={isWide ? select : undefined}
                  checked={box === 'todo' || box === 'claimable' ? checked : undefined} onCheck={setChecked} />
                <Pager page={loaded.data.page} pageSize={loaded.data.pageSize} total={loaded.data.total} onChange={(nextPage, size) => go({ page: String(nextPage), pageSize: String(size), task: null })} />
                {isWide ? <p className="inbox-hint muted">{t('inbox.keys')}</p> : null}
              </div>
              {isWide && selected !== undefined ? (
                <section className="inbox-right" aria-label={t('inbox.preview')}>
                  <Preview key={selected.id} task={selected} isInstance={ofInstances.includes(box)} onDone={onDone} onChanged={() => { void loaded.reload(); }}
                    whole={<Link className="button button-default" to={ofInstances.includes(box) ? instancePath(selected.instance) : taskPath(selected.id)}>{t('inbox.openWhole')}</Link>} />
                </section>
              ) : null}
            </div>
          )}
      </div>
      {substitutes ? <SubstitutesDialog onClose={() => setSubstitutes(false)} /> : null}
    </>
  );
}
