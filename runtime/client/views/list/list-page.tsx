import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { ClientList, ClientRecord } from '../../../model/client-types.ts';
import { api, recordsPath, withQuery } from '../../api.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { PageHead } from '../../widgets/page.tsx';
import { newPath, recyclePath } from '../../widgets/paths.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { Tabs } from '../../widgets/tabs.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { usePhone } from '../../widgets/use-media.ts';
import { useCrumbs } from '../use-crumbs.ts';
import { ActionButton } from '../action-button.tsx';
import { ExportButton } from './export-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import { listRequest, readState, writeState } from './list-query.ts';
import type { ListState } from './list-query.ts';
import { Pager } from './pager.tsx';
import { listToAmis } from './to-amis.ts';
import './list.css';

const AmisView = lazy(() => import('../../render.tsx'));

/** A list with its filters, tabs and pages; the address keeps them all, so that back works. */
export default function ListPage() {
  const { app = '', name = '' } = useParams();
  const loaded = useLoad<ClientList>(`${app}/${name}`, (signal) => api.get<ClientList>(`/api/model/${app}/list/${name}`, {}, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={10} />;
  return <ListView key={`${app}/${name}`} list={loaded.data} />;
}

function ListView({ list }: { list: ClientList }) {
  const [params, setParams] = useSearchParams();
  const crumbs = useCrumbs(list.app, list.name);
  const text = params.toString();
  const state = useMemo(() => readState(new URLSearchParams(text), list), [text, list]);
  const change = (next: Partial<ListState>) => setParams(writeState({ ...state, page: 1, ...next }, list));
  const [round, setRound] = useState(0);
  return (
    <>
      <PageHead title={list.label} crumbs={crumbs.slice(0, -1).concat({ label: list.label })} actions={<>
        {list.actions.map((action) => <ActionButton key={action.name} action={action} path={`${recordsPath(list.entityApp, list.entity)}/actions/${action.name}`} onDone={() => setRound((old) => old + 1)} />)}
        {list.can.export ? <ExportButton list={list} state={state} /> : null}
        {list.can.recycle === true ? <Link className="button button-default" to={recyclePath(list.entityApp, list.entity)}><Icon name="trash" size={16} /><span>{t('recycle.open')}</span></Link> : null}
        {list.can.create ? <Link className="button button-primary" to={newPath(list.entityApp, list.entity)}><Icon name="plus" size={16} /><span>{t('list.create')}</span></Link> : null}
      </>} />
      {list.tabs.length > 0 ? <Tabs label={list.label} panelId="list-rows" items={list.tabs.map((tab, index) => ({ key: String(index), label: tab.label }))} active={String(state.tab)} onChange={(key) => change({ tab: Number(key) })} /> : null}
      {state.where === '' ? null : <p className="where-mark"><Icon name="info" size={16} />{t('list.onlyWhere', { text: state.whereText })}<Button look="link" onClick={() => change({ where: '', whereText: '' })}>{t('list.dropWhere')}</Button></p>}
      <FilterBar list={list} state={state} onChange={change} />
      <Rows list={list} state={state} round={round} onChange={change} />
    </>
  );
}

/** The rows of a state by amis, with total and pages below; also used for related lists and drill-downs. */
function Rows({ list, state, round, onChange }: { list: ClientList; state: ListState; round: number; onChange: (next: Partial<ListState>) => void }) {
  const navigate = useNavigate();
  const isPhone = usePhone();
  const [total, setTotal] = useState<number | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const isFiltered = state.search !== '' || state.where !== '' || state.tab > 0 || Object.keys(state.filters).length > 0;
  const url = withQuery(recordsPath(list.entityApp, list.entity), listRequest(state, list));
  // amis would read `$gt` in an address as a variable: it gets a plain key that changes with the address, and `load` knows the rest.
  const address = useRef(url);
  address.current = url;
  const key = useKey(`${url} ${round} ${attempt}`);
  const schema = useMemo(
    () => listToAmis(list, { mode: isPhone ? 'cards' : 'table', sort: state.sort === '' ? list.sort : state.sort, api: `rows-${key}`, emptyText: t(isFiltered ? 'list.noneFound' : 'list.none'), loadFailed: t('error.failed') }),
    [list, isPhone, state.sort, key, isFiltered],
  );
  const load = useCallback(async () => {
    try {
      const found = await api.get<{ items: ClientRecord[]; total: number | null }>(address.current);
      setTotal(found.total ?? found.items.length);
      setFailure(null);
      return { items: found.items, total: found.total ?? found.items.length };
    } catch (error) {
      setFailure(error);
      throw error;
    }
  }, []);
  const sort = useCallback((name: string) => {
    const current = state.sort === '' ? list.sort : state.sort;
    onChange({ sort: current === name ? `-${name}` : name });
  }, [state.sort, list.sort, onChange]);
  // A click anywhere on a row does what its link does, unless text is being selected.
  const open = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('a,button,input') !== null || getSelection()?.toString() !== '') return;
    const link = event.target.closest('tr, .row-card')?.querySelector<HTMLAnchorElement>('a.row-link');
    const path = link?.getAttribute('href');
    if (path !== null && path !== undefined) navigate(path);
  };
  return (
    <div id="list-rows" role={list.tabs.length > 0 ? 'tabpanel' : 'region'} aria-label={list.label} className="list-rows">
      {failure !== null ? <Failure error={failure} retry={() => { setFailure(null); setAttempt(attempt + 1); }} /> : (
        <div ref={box} className={`list-body${list.open === 'none' ? '' : ' is-opening'}`} onClick={open}>
          <Suspense fallback={<Skeleton rows={10} />}><AmisView schema={schema} load={load} onSort={sort} /></Suspense>
        </div>
      )}
      <p className="visually-hidden" role="status">{total === null ? '' : t('pager.total', { total })}</p>
      {total !== null && total > 0 && failure === null ? <Pager page={state.page} pageSize={state.pageSize} total={total} onChange={(page, pageSize) => onChange({ page, pageSize })} /> : null}
    </div>
  );
}

/** A number that changes whenever the text does. */
function useKey(text: string): number {
  const last = useRef({ text, key: 1 });
  if (last.current.text !== text) last.current = { text, key: last.current.key + 1 };
  return last.current.key;
}
