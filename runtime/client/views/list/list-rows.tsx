import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import type { ClientField, ClientList, ClientRecord } from '../../../model/client-types.ts';
import { api, recordsPath, withQuery } from '../../api.ts';
import { t } from '../../texts.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { usePhone } from '../../widgets/use-media.ts';
import { BulkBar } from './bulk-bar.tsx';
import { EditableCell } from './editable-cell.tsx';
import { hasBulk, listRequest } from './list-query.ts';
import type { ListState } from './list-query.ts';
import { Pager } from './pager.tsx';
import { selectedOf, withRows, type Selected } from './selection.ts';
import { SummaryStrip } from './summary-strip.tsx';
import { listToAmis } from './to-amis.ts';

const AmisView = lazy(() => import('../../render.tsx'));

interface ListRowsProps { list: ClientList; state: ListState; round: number; onChange: (next: Partial<ListState>) => void; onChanged: () => void }

/** The rows of a state by amis, with sums, total and pages below; selected rows can be changed together. */
export function ListRows({ list, state, round, onChange, onChanged }: ListRowsProps) {
  const navigate = useNavigate();
  const isPhone = usePhone();
  const [page, setPage] = useState<{ rows: ClientRecord[]; total: number } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const [selected, setSelected] = useState<ReadonlyMap<string, Selected>>(new Map());
  const isFiltered = state.search !== '' || state.where !== '' || state.filter !== '' || state.tab > 0 || Object.keys(state.filters).length > 0;
  const url = withQuery(recordsPath(list.entityApp, list.entity), listRequest(state, list));
  // amis would read `$gt` in an address as a variable: it gets a plain key that changes with the address, and `load` knows the rest.
  const address = useRef(url);
  address.current = url;
  const key = useKey(`${url} ${round} ${attempt}`);
  const mode = isPhone || state.look === 'cards' ? 'cards' : 'table';
  const canSelect = hasBulk(list);
  const schema = useMemo(
    () => listToAmis(list, { mode, perRow: isPhone ? 1 : 3, select: canSelect, sort: state.sort === '' ? list.sort : state.sort, api: `rows-${key}`, emptyText: t(isFiltered ? 'list.noneFound' : 'list.none'), loadFailed: t('error.failed') }),
    [list, mode, isPhone, canSelect, state.sort, key, isFiltered],
  );
  const load = useCallback(async () => {
    try {
      const found = await api.get<{ items: ClientRecord[]; total: number | null }>(address.current);
      const total = found.total ?? found.items.length;
      setPage({ rows: found.items, total });
      // A row that changed since it was selected is selected as it is now.
      setSelected((old) => (old.size === 0 ? old : new Map([...old].map(([id, row]) => { const now = found.items.find((item) => item.id === id); return [id, now === undefined ? row : selectedOf(list, now)]; }))));
      setFailure(null);
      return { items: found.items, total };
    } catch (error) {
      setFailure(error);
      throw error;
    }
  }, [list]);
  const sort = useCallback((name: string) => {
    const current = state.sort === '' ? list.sort : state.sort;
    onChange({ sort: current === name ? `-${name}` : name });
  }, [state.sort, list.sort, onChange]);
  const powers = useMemo(() => ({
    selected: new Set(selected.keys()), rows: page?.rows ?? [],
    onSelect: (rows: readonly ClientRecord[], isIn: boolean) => setSelected((old) => withRows(old, rows.map((row) => selectedOf(list, row)), isIn)),
    edit: (field: ClientField, row: ClientRecord, cell: React.ReactNode) => (!list.edit.includes(field.name) || row.can?.update !== true ? cell
      : <EditableCell key={`${row.id} ${row.version}`} field={field} row={row} path={recordsPath(list.entityApp, list.entity, row.id)} onSaved={onChanged}>{cell}</EditableCell>),
  }), [selected, page, list, onChanged]);
  // A click anywhere on a row does what its link does, unless text is being selected.
  const open = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('a,button,input,select,label,.cell-editable,.cell-editing') !== null || getSelection()?.toString() !== '') return;
    const link = event.target.closest('tr, .row-card')?.querySelector<HTMLAnchorElement>('a.row-link');
    const path = link?.getAttribute('href');
    if (path !== null && path !== undefined) navigate(path);
  };
  const total = page?.total ?? null;
  return (
    <div id="list-rows" role={list.tabs.length > 0 ? 'tabpanel' : 'region'} aria-label={list.label} className="list-rows">
      {canSelect ? <BulkBar list={list} selected={selected} onClear={() => setSelected(new Map())} onDone={(left) => { setSelected((old) => new Map([...old].filter(([id]) => left.includes(id)))); onChanged(); }} /> : null}
      {failure !== null ? <Failure error={failure} retry={() => { setFailure(null); setAttempt(attempt + 1); }} /> : (
        <div className={`list-body is-${mode}${list.open === 'none' ? '' : ' is-opening'}`} onClick={open}>
          <Suspense fallback={<Skeleton rows={10} />}><AmisView schema={schema} load={load} onSort={sort} powers={powers} /></Suspense>
          {list.summary.length > 0 && total !== null && total > 0 ? <SummaryStrip list={list} state={state} round={round} /> : null}
        </div>
      )}
      <p className="visually-hidden" role="status">{total === null ? '' : t('pager.total', { total })}</p>
      {total !== null && total > 0 && failure === null ? <Pager page={state.page} pageSize={state.pageSize} total={total} onChange={(next, pageSize) => onChange({ page: next, pageSize })} /> : null}
    </div>
  );
}

/** A number that changes whenever the text does. */
function useKey(text: string): number {
  const last = useRef({ text, key: 1 });
  if (last.current.text !== text) last.current = { text, key: last.current.key + 1 };
  return last.current.key;
}
