import { Renderer, render as renderAmis, setDefaultLocale } from 'amis-core';
import type { RenderOptions, RendererProps, Schema, fetcherResult } from 'amis-core';
import 'amis/lib/renderers/CRUD';
import 'amis/lib/renderers/Table/index';
import 'amis/lib/renderers/Cards';
import DOMPurify from 'dompurify';
import { createContext, useContext, useEffect, useMemo, useRef } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { ClientField, ClientRecord } from '../model/client-types.ts';
import { ApiError } from './api.ts';
import { t } from './texts.ts';
import { fieldView } from './widgets/field-views.ts';
import { formatValue, isReference, isNumeric } from './widgets/format.ts';
import { Icon } from './widgets/icon.tsx';
import { recordPath } from './widgets/paths.ts';
import { Empty } from './widgets/states.tsx';
import type { AmisSchema } from './views/list/to-amis.ts';

interface Opens { app: string; entity: string; field?: string }

/** What the rows of a list can do besides being read. */
export interface RowPowers {
  selected: ReadonlySet<string>;
  onSelect: (rows: readonly ClientRecord[], isIn: boolean) => void;
  rows: readonly ClientRecord[];
  /** Wraps a cell that may be changed where it stands. */
  edit: (field: ClientField, row: ClientRecord, cell: ReactNode) => ReactNode;
}
interface Surroundings { onSort?: (name: string) => void; powers?: RowPowers }
const SurroundingsContext = createContext<Surroundings>({});

/** Draws an amis schema; every request of it goes through `load`, and nothing in it can run a script. */
export default function AmisView({ schema, load, onSort, powers }: { schema: AmisSchema; load: (url: string) => Promise<object>; onSort?: (name: string) => void; powers?: RowPowers }) {
  const latest = useRef(load);
  latest.current = load;
  const env = useMemo<RenderOptions>(() => ({
    fetcher: async ({ url }: { url: string }): Promise<fetcherResult> => {
      try {
        return { status: 200, headers: {}, data: { status: 0, msg: '', data: await latest.current(url) } };
      } catch (error) {
        return { status: 200, headers: {}, data: { status: 1, msg: error instanceof ApiError ? error.message : t('error.failed'), data: {} } };
      }
    },
    filterHtml: (html: string) => DOMPurify.sanitize(html),
    notify: () => undefined,
    isCancel: () => false,
    theme: 'cxd',
  }), []);
  const surroundings = useMemo(() => ({ onSort, powers }), [onSort, powers]);
  return (
    <SurroundingsContext.Provider value={surroundings}>
      {/* Labels come translated already, so amis keeps its own language as it is. */}
      {renderAmis(schema as Schema, {}, env)}
    </SurroundingsContext.Provider>
  );
}

setDefaultLocale('zh-CN');

/** Adds one of our renderers to amis. */
export function register(type: string, Component: ComponentType<RendererProps>): void {
  Renderer({ type, autoVar: false })(Component);
}

register('tamga-cell', function TamgaCell({ data, name, field, opens }: RendererProps) {
  const value: unknown = (data as Record<string, unknown>)[name as string];
  const { powers } = useContext(SurroundingsContext);
  const { Cell } = fieldView((field as ClientField).type);
  const plain = <Cell field={field as ClientField} value={value} />;
  const to = opens === undefined ? null : rowPath(opens as Opens, data as Record<string, unknown>);
  const cell = to === null ? plain : <Link className="row-link" to={to}>{plain}</Link>;
  return <>{powers === undefined ? cell : powers.edit(field as ClientField, data as ClientRecord, cell)}</>;
});

register('tamga-select', function TamgaSelect({ data, name, label }: RendererProps) {
  const { powers } = useContext(SurroundingsContext);
  const row = data as ClientRecord;
  const text = formatValue(row[String(name)], undefined) || row.id;
  return <input type="checkbox" className="row-check" aria-label={t('bulk.select', { title: text })} title={typeof label === 'string' ? label : undefined} checked={powers?.selected.has(row.id) ?? false} onChange={(event) => powers?.onSelect([row], event.target.checked)} />;
});

register('tamga-select-all', function TamgaSelectAll() {
  const { powers } = useContext(SurroundingsContext);
  const rows = powers?.rows ?? [];
  const count = rows.filter((row) => powers?.selected.has(row.id)).length;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current === null) return;
    box.current.indeterminate = count > 0 && count < rows.length;
    box.current.closest('th')?.setAttribute('scope', 'col');
  });
  return <input ref={box} type="checkbox" className="row-check" aria-label={t('bulk.selectPage')} checked={rows.length > 0 && count === rows.length} onChange={(event) => powers?.onSelect(rows, event.target.checked)} />;
});

register('tamga-head', function TamgaHead({ name, text, sortable, sorted }: RendererProps) {
  const { onSort } = useContext(SurroundingsContext);
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // amis writes plain `<th>`; readers need to know what it heads and how it is sorted.
    const head = box.current?.closest('th');
    head?.setAttribute('scope', 'col');
    if (sortable === true) head?.setAttribute('aria-sort', String(sorted));
  });
  return (
    <span ref={box} className="head">
      {sortable === true && onSort !== undefined ? (
        <button type="button" className={`head-sort is-${String(sorted)}`} onClick={() => onSort(String(name))}>
          {String(text)}<Icon name={sorted === 'ascending' ? 'up' : sorted === 'descending' ? 'sink' : 'sort'} size={12} />
        </button>
      ) : String(text)}
    </span>
  );
});

register('tamga-card', function TamgaCard({ data, fields, opens, select }: RendererProps) {
  const { powers } = useContext(SurroundingsContext);
  const row = data as ClientRecord;
  const [first, ...rest] = fields as ClientField[];
  const to = opens === null || opens === undefined ? null : rowPath(opens as Opens, row);
  if (first === undefined) return null;
  const cell = (field: ClientField): ReactNode => { const { Cell } = fieldView(field.type); const cell = <Cell field={field} value={row[field.name]} />; return powers === undefined || field === first ? cell : powers.edit(field, row, cell); };
  return (
    <article className="row-card">
      {select === true ? <input type="checkbox" className="row-check" aria-label={t('bulk.select', { title: formatValue(row[first.name], first) })} checked={powers?.selected.has(row.id) ?? false} onChange={(event) => powers?.onSelect([row], event.target.checked)} /> : null}
      <h3>{to === null ? cell(first) : <Link className="row-link" to={to}>{cell(first)}</Link>}</h3>
      <dl>{rest.map((field) => <div key={field.name} className={isNumeric(field.type) ? 'is-number' : undefined}><dt>{field.label}</dt><dd>{cell(field)}</dd></div>)}</dl>
    </article>
  );
});

// amis draws these around every list, shown or not; our schemas open no windows of amis.
register('dialog', () => null);
register('drawer', () => null);
register('spinner', ({ show }: RendererProps) => (show === true ? <div className="list-wait"><span className="spinner" aria-hidden="true" /></div> : null));

register('tamga-empty', function TamgaEmpty({ text }: RendererProps) {
  return <Empty title={String(text)} />;
});

function rowPath(opens: Opens, row: Record<string, unknown>): string | null {
  const target = opens.field === undefined ? row['id'] : row[opens.field];
  const id = isReference(target) ? target.id : target;
  return typeof id === 'string' ? recordPath(opens.app, opens.entity, id) : null;
}
