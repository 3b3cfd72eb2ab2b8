import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router-dom';
import type { ClientList, ClientRecord } from '../../../model/client-types.ts';
import { api, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import { fieldView } from '../../widgets/field-views.ts';
import { formatValue, isNumeric } from '../../widgets/format.ts';
import { Icon } from '../../widgets/icon.tsx';
import { recordPath } from '../../widgets/paths.ts';
import { Empty, Failure, Skeleton } from '../../widgets/states.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { fieldsAsked, type ListState } from './list-query.ts';
import { filterText } from './list-views.ts';

interface Node extends ClientRecord { children: number; matches: boolean }
interface Level { items: Node[]; total: number }
interface Shown { node: Node; depth: number }

/** A tree whose levels are read when they are opened; a filter keeps the ancestors of what it finds. */
export default function TreeRows({ list, state, round }: { list: ClientList; state: ListState; round: number }) {
  const filter = filterText(state, list);
  const isFiltered = filter !== undefined || state.search !== '';
  const query = { list: `${list.app}/${list.name}`, filter, search: state.search, fields: fieldsAsked(list).join(','), sort: state.sort === '' ? list.sort : state.sort };
  const key = `${JSON.stringify(query)} ${round}`;
  const path = `${recordsPath(list.entityApp, list.entity)}/tree`;
  const top = useLoad(key, (signal) => api.get<Level>(path, query, signal));
  const [levels, setLevels] = useState<ReadonlyMap<string, Node[]>>(new Map());
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<unknown>(null);
  const current = useRef(key);
  current.current = key;
  const body = useRef<HTMLTableSectionElement>(null);

  const expand = async (node: Node) => {
    setOpen((old) => new Set(old).add(node.id));
    if (levels.has(node.id)) return;
    const asked = key;
    try {
      const found = await api.get<Level>(path, { ...query, parent: node.id });
      if (current.current !== asked) return;
      setLevels((old) => new Map(old).set(node.id, found.items));
    } catch (error) {
      setFailure(error);
    }
  };
  // Another question is another tree; what was found shows itself down to where it stands.
  useEffect(() => { setLevels(new Map()); setOpen(new Set()); setFailure(null); }, [key]);
  useEffect(() => {
    const first = top.data?.items ?? [];
    if (isFiltered || first.length === 1) for (const node of first.slice(0, 20)) if (node.children > 0 && (!node.matches || first.length === 1)) void expand(node);
    // Opened once when the first level has come.
  }, [top.data]);
  useEffect(() => {
    if (!isFiltered) return;
    for (const nodes of levels.values()) for (const node of nodes.slice(0, 20)) if (node.children > 0 && !node.matches && !open.has(node.id)) void expand(node);
  }, [levels]);

  const collapse = (node: Node) => setOpen((old) => { const next = new Set(old); next.delete(node.id); return next; });
  const shown: Shown[] = [];
  const walk = (nodes: readonly Node[], depth: number) => { for (const node of nodes) { shown.push({ node, depth }); if (open.has(node.id)) walk(levels.get(node.id) ?? [], depth + 1); } };
  walk(top.data?.items ?? [], 0);
  const focus = (at: number) => body.current?.querySelectorAll<HTMLElement>('tr')[at]?.focus();
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.target !== event.currentTarget) return;
    const { node, depth } = shown[at]!;
    if (event.key === 'ArrowDown') focus(at + 1);
    else if (event.key === 'ArrowUp') focus(at - 1);
    else if (event.key === 'ArrowRight') { if (node.children === 0) return; if (open.has(node.id)) focus(at + 1); else void expand(node); }
    else if (event.key === 'ArrowLeft') { if (open.has(node.id)) collapse(node); else focus(shown.findLastIndex((row, index) => index < at && row.depth === depth - 1)); }
    else if (event.key === 'Enter') event.currentTarget.querySelector<HTMLElement>('a')?.click();
    else return;
    event.preventDefault();
  };
  if (top.error !== null || failure !== null) return <Failure error={top.error ?? failure} retry={() => { setFailure(null); void top.reload(); }} />;
  if (top.data === null) return <Skeleton rows={8} />;
  const [first, ...rest] = list.columns;
  return (
    <div id="list-rows" role="region" aria-label={list.label} className="list-rows">
      <div className="list-body table-scroll">
        {shown.length === 0 ? <Empty title={t(isFiltered ? 'list.noneFound' : 'list.none')} /> : (
          <table className="tree-table" role="treegrid" aria-label={list.label}>
            <thead><tr>{list.columns.map((column) => <th key={column.name} scope="col" className={isNumeric(column.type) ? 'is-number' : undefined}>{column.label}</th>)}</tr></thead>
            <tbody ref={body}>
              {shown.map(({ node, depth }, at) => {
                const title = first === undefined ? node.id : formatValue(node[first.name], first) || node.id;
                const isOpen = open.has(node.id);
                return (
                  <tr key={node.id} role="row" tabIndex={at === 0 ? 0 : -1} aria-level={depth + 1} aria-expanded={node.children > 0 ? isOpen : undefined} className={isFiltered && !node.matches ? 'is-kept' : undefined} onKeyDown={(event) => onKeyDown(event, at)}>
                    <td role="gridcell">
                      <span className="tree-cell" style={{ paddingInlineStart: depth * 22 }}>
                        {node.children === 0 ? <span className="tree-leaf" aria-hidden="true" /> : (
                          <button type="button" tabIndex={-1} className="icon-button" aria-label={t(isOpen ? 'tree.close' : 'tree.open', { title })} onClick={() => { if (isOpen) collapse(node); else void expand(node); }}><Icon name={isOpen ? 'down' : 'right'} size={15} /></button>
                        )}
                        {list.open === 'none' ? title : <Link to={recordPath(list.entityApp, list.entity, node.id)}>{title}</Link>}
                        {node.children > 0 ? <span className="tree-count" title={t('tree.children', { count: node.children })}>{node.children}</span> : null}
                      </span>
                    </td>
                    {rest.map((column) => { const { Cell } = fieldView(column.type); return <td key={column.name} role="gridcell" className={isNumeric(column.type) ? 'is-number' : undefined}><Cell field={column} value={node[column.name]} /></td>; })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </div>
      <p className="visually-hidden" role="status">{t('tree.shown', { count: shown.length })}</p>
    </div>
  );
}
