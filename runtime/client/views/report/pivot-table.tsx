import type { ClientReport } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import { dimensionText, keyOf, measureText } from './report-data.ts';
import type { ReportColumn, ReportData, ReportRow } from './report-data.ts';

/** Rows by the other dimensions, columns by the pivot; totals come from the records, so shares and averages are right in them too. */
export function PivotTable({ data, report, label }: { data: ReportData; report: Pick<ClientReport, 'dimensions' | 'pivot'>; label: string }) {
  const dimensions = data.columns.filter((column) => column.role === 'dimension');
  const pivot = dimensions.find((column) => column.name === report.pivot) ?? dimensions.at(-1);
  const measures = data.columns.filter((column) => column.role === 'measure' && column.of === undefined);
  if (!pivot) return null;
  const others = dimensions.filter((column) => column !== pivot);
  const text = (column: ReportColumn, row: ReportRow) => dimensionText(row[column.name], { ...report.dimensions.find((field) => field.name === column.name), ...(column.grain === undefined ? {} : { grain: column.grain }) });
  const rowKey = (row: ReportRow) => JSON.stringify(others.map((column) => keyOf(row[column.name])));
  const cells = new Map(data.rows.map((row) => [`${rowKey(row)} ${keyOf(row[pivot.name])}`, row]));
  const rows = [...new Map(data.rows.map((row) => [rowKey(row), row])).values()];
  const columns = [...new Map(data.rows.map((row) => [keyOf(row[pivot.name]), row])).values()];
  const subtotals = data.subtotals ?? [];
  const rowTotal = (row: ReportRow) => subtotals.find((sub) => !(pivot.name in sub) && rowKey(sub) === rowKey(row)) ?? {};
  const columnTotal = (row: ReportRow) => subtotals.find((sub) => pivot.name in sub && !others.some((o) => o.name in sub) && keyOf(sub[pivot.name]) === keyOf(row[pivot.name])) ?? {};
  const figures = (row: ReportRow | undefined, key: string) => measures.map((measure) => <td key={`${key} ${measure.name}`} className="is-number">{measureText(row?.[measure.name], measure)}</td>);
  const head = measures.length > 1;
  return (
    <div className="table-scroll report-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="table report-table pivot-table">
        <thead>
          <tr>{others.map((column) => <th key={column.name} scope="col" rowSpan={head ? 2 : 1}>{column.label}</th>)}{columns.map((row, i) => <th key={i} scope="colgroup" colSpan={measures.length} className="is-number">{text(pivot, row)}</th>)}<th scope="colgroup" colSpan={measures.length} className="is-number">{t('report.total')}</th></tr>
          {head ? <tr>{[...columns, {}].flatMap((_, i) => measures.map((measure) => <th key={`${i} ${measure.name}`} scope="col" className="is-number">{measure.label}</th>))}</tr> : null}
        </thead>
        <tbody>{rows.map((row, i) => <tr key={i}>{others.map((column, j) => j === 0 ? <th key={column.name} scope="row">{text(column, row)}</th> : <td key={column.name}>{text(column, row)}</td>)}{columns.map((column, j) => figures(cells.get(`${rowKey(row)} ${keyOf(column[pivot.name])}`), String(j)))}{figures(rowTotal(row), 'total')}</tr>)}</tbody>
        <tfoot><tr>{others.map((column, i) => <th key={column.name} scope={i === 0 ? 'row' : undefined}>{i === 0 ? t('report.total') : ''}</th>)}{columns.map((column, j) => figures(columnTotal(column), String(j)))}{figures(data.totals, 'total')}</tr></tfoot>
      </table>
    </div>
  );
}
