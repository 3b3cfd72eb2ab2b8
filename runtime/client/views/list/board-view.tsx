import { lazy, Suspense, useRef, useState } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import { Link } from 'react-router-dom';
import type { ClientAction, ClientBoard, ClientList, ClientRecord } from '../../../model/client-types.ts';
import { api, ApiError, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { fieldView } from '../../widgets/field-views.ts';
import { formatValue } from '../../widgets/format.ts';
import { recordPath } from '../../widgets/paths.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { Tag } from '../../widgets/tag.tsx';
import { toast } from '../../widgets/toast.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { fieldsAsked, type ListState } from './list-query.ts';
import { filterText } from './list-views.ts';

const ActionForm = lazy(() => import('../form/action-form.tsx'));

interface BoardViewProps { list: ClientList; board: ClientBoard; state: ListState; round: number; onChanged: () => void }
interface Column { value: string; label: string; color?: string }
interface Target { column: Column; action: ClientAction | null }

const cardsShown = 50;

/** Records as cards in columns; a card moves by dragging, by Alt and the arrow keys, or by its list of columns. */
export default function BoardView({ list, board, state, round, onChanged }: BoardViewProps) {
  const columns: Column[] = (board.by.options ?? []).filter((option) => option.disabled !== true);
  const [dragged, setDragged] = useState<ClientRecord | null>(null);
  const [asking, setAsking] = useState<{ row: ClientRecord; action: ClientAction } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const sending = useRef(false);
  const targets = (row: ClientRecord): Target[] => {
    const from = row[board.by.name];
    if (board.moves === undefined) return row.can.update && board.by.readOnly !== true ? columns.filter((column) => column.value !== from).map((column) => ({ column, action: null })) : [];
    return columns.flatMap((column): Target[] => {
      const move = board.moves?.find((item) => item.to === column.value && typeof from === 'string' && item.from.includes(from) && row.can.actions.includes(item.action.name));
      return move === undefined ? [] : [{ column, action: move.action }];
    });
  };
  const send = async (row: ClientRecord, target: Target, input?: Record<string, unknown>): Promise<ApiError | null> => {
    if (sending.current) return null;
    sending.current = true;
    setBusy(true);
    const path = recordsPath(list.entityApp, list.entity, row.id);
    try {
      await (target.action === null ? api.patch(path, { [board.by.name]: target.column.value, version: row.version }) : api.post(`${path}/actions/${target.action.name}`, { version: row.version, ...(input === undefined ? {} : { input }) }));
      setAsking(null);
      toast('success', t('board.moved', { column: target.column.label }));
      onChanged();
      return null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (input === undefined) toast('error', error.problem.errors[0]?.message ?? error.message);
      if (error.status === 409 || error.status === 404) onChanged();
      return error;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  const move = (row: ClientRecord, target: Target | undefined) => {
    if (target === undefined) return;
    if (target.action !== null && (target.action.input.length > 0 || target.action.confirm !== undefined)) setAsking({ row, action: target.action });
    else void send(row, target);
  };
  const onDrop = (event: DragEvent, column: Column) => {
    event.preventDefault();
    if (dragged === null) return;
    const target = targets(dragged).find((item) => item.column.value === column.value);
    if (target === undefined && dragged[board.by.name] !== column.value) toast('error', t('board.notAllowed', { column: column.label }));
    move(dragged, target);
    setDragged(null);
  };
  const asked = asking === null ? undefined : targets(asking.row).find((target) => target.action?.name === asking.action.name);
  return (
    <div id="list-rows" className="board" role="region" aria-label={list.label} tabIndex={0}>
      {columns.map((column) => {
        const isOpen = dragged !== null && targets(dragged).some((target) => target.column.value === column.value);
        return (
          <section key={column.value} className={`board-column${dragged === null ? '' : isOpen ? ' is-open' : ' is-closed'}`} aria-label={column.label} onDragOver={(event) => { if (isOpen) event.preventDefault(); }} onDrop={(event) => onDrop(event, column)}>
            <BoardColumn list={list} board={board} column={column} state={state} round={round} targets={targets} onMove={move} onDrag={setDragged} />
          </section>
        );
      })}
      {asking === null || asked === undefined ? null : asking.action.input.length > 0 ? (
        <Suspense fallback={<Dialog title={asking.action.label} onClose={() => setAsking(null)}><Skeleton rows={3} /></Dialog>}>
          <ActionForm action={asking.action} isBusy={isBusy} send={(input) => send(asking.row, asked, input)} onClose={() => setAsking(null)} />
        </Suspense>
      ) : (
        <Dialog title={asking.action.label} width={440} onClose={() => setAsking(null)} footer={<>
          <Button onClick={() => setAsking(null)}>{t('action.cancel')}</Button>
          <Button look="primary" data-first isBusy={isBusy} onClick={() => { void send(asking.row, asked).then(() => setAsking(null)); }}>{asking.action.label}</Button>
        </>}><p>{asking.action.confirm}</p></Dialog>
      )}
    </div>
  );
}

interface BoardColumnProps { list: ClientList; board: ClientBoard; column: Column; state: ListState; round: number; targets: (row: ClientRecord) => Target[]; onMove: (row: ClientRecord, target: Target | undefined) => void; onDrag: (row: ClientRecord | null) => void }

function BoardColumn({ list, board, column, state, round, targets, onMove, onDrag }: BoardColumnProps) {
  const query = {
    list: `${list.app}/${list.name}`, filter: filterText(state, list, [{ [board.by.name]: column.value }]), search: state.search, sort: state.sort === '' ? list.sort : state.sort,
    fields: fieldsAsked(list, [board.by.name, ...board.card.map((field) => field.name)]).join(','), pageSize: cardsShown, can: 'true',
  };
  const loaded = useLoad(`${JSON.stringify(query)} ${round}`, (signal) => api.get<{ items: ClientRecord[]; total: number | null }>(recordsPath(list.entityApp, list.entity), query, signal));
  const total = loaded.data?.total ?? loaded.data?.items.length ?? 0;
  const titleField = list.fields.find((field) => field.name === list.title);
  return (
    <>
      <h2 className="board-head"><Tag text={column.label} color={column.color} /><span className="muted">{loaded.data === null ? '' : total > 10_000 ? '10000+' : total}</span></h2>
      {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={2} /> : (
        <ul className="board-cards">
          {loaded.data.items.map((row) => {
            const title = formatValue(row[list.title], titleField) || row.id;
            const open = targets(row);
            // The nearest allowed column on that side.
            const onKeyDown = (event: KeyboardEvent) => {
              if (!event.altKey || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
              event.preventDefault();
              const order = (board.by.options ?? []).map((option) => option.value);
              const here = order.indexOf(column.value);
              const side = open.filter((target) => (event.key === 'ArrowRight' ? order.indexOf(target.column.value) > here : order.indexOf(target.column.value) < here));
              const near = event.key === 'ArrowRight' ? side[0] : side.at(-1);
              if (near === undefined) toast('info', t('board.noMove'));
              onMove(row, near);
            };
            return (
              <li key={row.id} className="board-card" draggable={open.length > 0} onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', title); onDrag(row); }} onDragEnd={() => onDrag(null)} onKeyDown={onKeyDown}>
                <Link to={recordPath(list.entityApp, list.entity, row.id)} draggable={false} aria-keyshortcuts="Alt+ArrowRight Alt+ArrowLeft">{title}</Link>
                <dl>{board.card.map((field) => { const { Cell } = fieldView(field.type); return <div key={field.name}><dt>{field.label}</dt><dd><Cell field={field} value={row[field.name]} /></dd></div>; })}</dl>
                {open.length === 0 ? null : (
                  <select className="board-move" aria-label={t('board.move', { title })} value="" onChange={(event) => onMove(row, open.find((target) => target.column.value === event.target.value))}>
                    <option value="">{t('board.moveTo')}</option>
                    {open.map((target) => <option key={target.column.value} value={target.column.value}>{target.column.label}</option>)}
                  </select>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {loaded.data !== null && loaded.data.items.length === 0 ? <p className="board-none">{t('board.none')}</p> : null}
      {loaded.data !== null && total > loaded.data.items.length ? <p className="board-none">{t('board.more', { count: total - loaded.data.items.length })}</p> : null}
    </>
  );
}
