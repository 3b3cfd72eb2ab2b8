import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { ClientList } from '../../../model/client-types.ts';
import { api, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import type { TextKey } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { PageHead } from '../../widgets/page.tsx';
import { newPath, recyclePath } from '../../widgets/paths.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { Tabs } from '../../widgets/tabs.tsx';
import { toast } from '../../widgets/toast.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { useCrumbs } from '../use-crumbs.ts';
import { ActionButton } from '../action-button.tsx';
import { ImportButton } from '../import/import-button.tsx';
import { ColumnsDialog } from './columns-dialog.tsx';
import { ExportButton } from './export-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterBuilder } from './filter-builder.tsx';
import { FilterChips } from './filter-chips.tsx';
import { fromCondition, noGroup, toCondition, type Group } from './filter-rules.ts';
import { ListRows } from './list-rows.tsx';
import { readState, writeState } from './list-query.ts';
import type { ListState } from './list-query.ts';
import { loadViews, noViews, shownColumns, stateOfView, viewsPath, type ChosenColumn, type ListViews, type SavedView } from './list-views.ts';
import { ViewsMenu } from './views-menu.tsx';
import './list.css';

const BoardView = lazy(() => import('./board-view.tsx'));
const CalendarView = lazy(() => import('./calendar-view.tsx'));
const TreeRows = lazy(() => import('./tree-rows.tsx'));

/** A list with its filters, tabs and pages; the address keeps them all, so that back works. */
export default function ListPage() {
  const { app = '', name = '' } = useParams();
  const loaded = useLoad(`${app}/${name}`, async (signal) => {
    // A list works without what people saved of it.
    const [list, views] = await Promise.all([api.get<ClientList>(`/api/model/${app}/list/${name}`, {}, signal), loadViews({ app, name }, signal).catch(() => noViews)]);
    return { list, views };
  });
  const { data, set } = loaded;
  const reloadViews = useCallback(async () => { if (data !== null) set({ list: data.list, views: await loadViews(data.list) }); }, [data, set]);
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (data === null) return <Skeleton rows={10} />;
  return <ListView key={`${app}/${name}`} list={data.list} views={data.views} reloadViews={reloadViews} />;
}

interface ListViewProps { list: ClientList; views: ListViews; reloadViews: () => Promise<void> }

function ListView({ list: own, views, reloadViews }: ListViewProps) {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const crumbs = useCrumbs(own.app, own.name);
  const text = params.toString();
  const state = useMemo(() => readState(new URLSearchParams(text), own), [text, own]);
  const current = views.items.find((view) => view.id === state.view);
  const chosen = current?.state.columns ?? views.columns;
  const list = useMemo(() => ({ ...own, columns: shownColumns(own, chosen) }), [own, chosen]);
  const group = useMemo(() => (state.filter === '' ? noGroup : fromCondition(JSON.parse(state.filter))), [state.filter]);
  const [asking, setAsking] = useState<'filter' | 'columns' | null>(null);
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((old) => old + 1), []);
  const change = useCallback((next: Partial<ListState>) => setParams(writeState({ ...readState(new URLSearchParams(text), own), page: 1, ...next }, own)), [setParams, text, own]);
  const openView = (view: SavedView | null) => setParams(view === null ? new URLSearchParams() : writeState(stateOfView(view, own), own));
  // The view that the person opens the list with stands in the address too, so that it can be left again.
  useEffect(() => {
    const first = views.items.find((view) => view.id === views.defaultView);
    if (text === '' && first !== undefined) setParams(writeState(stateOfView(first, own), own), { replace: true });
    // Only when the list is opened: afterwards an empty address is the person's wish.
  }, []);
  const filter = (next: Group) => { setAsking(null); const condition = toCondition(next, list.fields); change({ filter: condition === null ? '' : JSON.stringify(condition) }); };
  const keepColumns = async (columns: ChosenColumn[] | null) => {
    setAsking(null);
    try {
      await api.put(viewsPath(own, 'settings'), { columns });
      await reloadViews();
      if (current !== undefined) change({ view: '' });
    } catch (error) {
      toast('error', error instanceof Error ? error.message : t('error.unknown'));
    }
  };
  return (
    <>
      <PageHead title={list.label} crumbs={crumbs.slice(0, -1).concat({ label: list.label })} actions={<>
        {list.actions.map((action) => <ActionButton key={action.name} action={action} path={`${recordsPath(list.entityApp, list.entity)}/actions/${action.name}`} onDone={again} />)}
        {list.can.import ? <ImportButton list={list} onDone={again} /> : null}
        {list.can.export ? <ExportButton list={list} state={state} /> : null}
        {list.can.recycle === true ? <Link className="button button-default" to={recyclePath(list.entityApp, list.entity)}><Icon name="trash" size={16} /><span>{t('recycle.open')}</span></Link> : null}
        {list.can.create ? <Link className="button button-primary" to={newPath(list.entityApp, list.entity)}><Icon name="plus" size={16} /><span>{t('list.create')}</span></Link> : null}
      </>} />
      {list.tabs.length > 0 ? <Tabs label={list.label} panelId="list-rows" items={list.tabs.map((tab, index) => ({ key: String(index), label: tab.label }))} active={String(state.tab)} onChange={(key) => change({ tab: Number(key) })} /> : null}
      {state.where === '' ? null : <p className="where-mark"><Icon name="info" size={16} />{t('list.onlyWhere', { text: state.whereText })}<Button look="link" onClick={() => change({ where: '', whereText: '' })}>{t('list.dropWhere')}</Button></p>}
      <FilterBar list={list} state={state} onChange={change} />
      <div className="list-tools">
        <Button icon="filter" onClick={() => setAsking('filter')}>{t('filter.title')}</Button>
        {group === null
          ? <p className="chips">{t('filter.complex')}<Button look="link" onClick={() => change({ filter: '' })}>{t('filter.clear')}</Button></p>
          : <FilterChips group={group} fields={list.fields} onChange={filter} onOpen={() => setAsking('filter')} />}
        <div className="list-tools-end">
          {list.looks.length > 1 ? (
            <div className="looks" role="group" aria-label={t('look.title')}>
              {list.looks.map((look) => <button key={look} type="button" className="look" aria-pressed={state.look === look} onClick={() => change({ look })}>{t(`look.${look}` as TextKey)}</button>)}
            </div>
          ) : null}
          <ViewsMenu list={own} views={views} state={state} columns={chosen} onOpen={openView} onChanged={reloadViews} />
          {state.look === 'table' || state.look === 'tree' ? <Button icon="columns" onClick={() => setAsking('columns')}>{t('columns.title')}</Button> : null}
        </div>
      </div>
      {asking === 'filter' ? <FilterBuilder fields={list.fields} start={group ?? noGroup} onApply={filter} onClose={() => setAsking(null)} /> : null}
      {asking === 'columns' ? <ColumnsDialog fields={own.fields} shown={list.columns} isChosen={views.columns !== null} onSave={(columns) => { void keepColumns(columns); }} onClose={() => setAsking(null)} /> : null}
      <Suspense fallback={<Skeleton rows={10} />}>
        {state.look === 'board' && list.board !== undefined ? <BoardView list={list} board={list.board} state={state} round={round} onChanged={again} />
          : state.look === 'calendar' && list.calendar !== undefined ? <CalendarView list={list} calendar={list.calendar} state={state} round={round} onChange={change} onChanged={again} onCreate={(path) => navigate(path)} />
            : state.look === 'tree' ? <TreeRows list={list} state={state} round={round} />
              : <ListRows list={list} state={state} round={round} onChange={change} onChanged={again} />}
      </Suspense>
    </>
  );
}
