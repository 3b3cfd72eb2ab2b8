import { lazy, Suspense, useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import type { ClientReport } from '../../../model/client-types.ts';
import { api } from '../../api.ts';
import { t } from '../../texts.ts';
import { PageHead } from '../../widgets/page.tsx';
import { listPath } from '../../widgets/paths.ts';
import { Empty, Failure, Skeleton } from '../../widgets/states.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { FilterBar } from '../list/filter-bar.tsx';
import { conditionOf, whereQuery } from '../list/list-query.ts';
import type { ListState } from '../list/list-query.ts';
import { axisOf } from '../dashboard/to-amis.ts';
import { useCrumbs } from '../use-crumbs.ts';
import { dimensionText, drillOf, groupBy, measureText } from './report-data.ts';
import type { ReportData } from './report-data.ts';
import '../list/list.css';
import '../dashboard/dashboard.css';

const AmisView = lazy(() => import('../dashboard/charts.tsx'));
const nothing = () => Promise.resolve({});

/** A report: filters, figures by its dimensions with totals, a chart, and the way to the records behind each row. */
export default function ReportPage() {
  const { app = '', name = '' } = useParams();
  const loaded = useLoad<ClientReport>(`${app}/${name}`, (signal) => api.get<ClientReport>(`/api/model/${app}/report/${name}`, {}, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={8} />;
  return <ReportView key={`${app}/${name}`} report={loaded.data} />;
}

function ReportView({ report }: { report: ClientReport }) {
  const [params, setParams] = useSearchParams();
  const crumbs = useCrumbs(report.app, report.name, 'report');
  const text = params.toString();
  const state = useMemo<ListState>(() => {
    const read = new URLSearchParams(text);
    return { page: 1, pageSize: 20, sort: '', search: '', tab: 0, where: '', whereText: '', filters: Object.fromEntries(report.filters.map((field) => [field.name, read.get(`f.${field.name}`) ?? '']).filter(([, value]) => value !== '')) };
  }, [text, report]);
  const condition = useMemo(() => conditionOf(state, { filters: report.filters, tabs: [] }), [state, report]);
  const loaded = useLoad<ReportData>(JSON.stringify(condition), (signal) => api.get<ReportData>(`/api/reports/${report.app}/${report.name}`, { filter: condition === null ? undefined : JSON.stringify(condition) }, signal));
  const change = ({ filters }: Pick<ListState, 'filters'>) => setParams(Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '').map(([key, value]) => [`f.${key}`, value])));
  return (
    <>
      <PageHead title={report.label} crumbs={crumbs} />
      <FilterBar list={report} state={state} onChange={change} />
      {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={8} /> : loaded.data.rows.length === 0 ? <Empty title={t('report.none')} hint={t('report.noneHint')} /> : <Figures report={report} data={loaded.data} />}
    </>
  );
}

function Figures({ report, data }: { report: ClientReport; data: ReportData }) {
  const dimensions = data.columns.filter((column) => column.role === 'dimension');
  const measures = data.columns.filter((column) => column.role === 'measure');
  const fieldOf = (name: string) => report.dimensions.find((field) => field.name === name);
  const schema = useMemo(() => {
    // The first dimension that tells rows apart; a chart of one bar says nothing.
    const groups = dimensions.map((column) => groupBy(data.rows, column.name, measures.map((measure) => measure.name), fieldOf(column.name))).find((found) => found.length > 1) ?? [];
    return groups.length < 2 || groups.length > 40 ? null : { type: 'chart', height: 280, config: axisOf({ type: 'bar', measures: measures.map(({ name, label, unit }) => ({ name, label, ...(unit === undefined ? {} : { unit }) })) }, groups, innerWidth - (innerWidth > 720 ? 280 : 50)) };
  }, [data]);
  return (
    <>
      {schema === null ? null : <section className="card" role="img" aria-label={t('dashboard.chart', { label: report.label })}><Suspense fallback={<Skeleton rows={4} />}><AmisView schema={schema} load={nothing} /></Suspense></section>}
      <section className="card">
        <div className="table-scroll" tabIndex={0} role="region" aria-label={report.label}>
          <table className="table report-table">
            <thead><tr>{dimensions.map((column) => <th key={column.name} scope="col">{column.label}</th>)}{measures.map((column) => <th key={column.name} scope="col" className="is-number">{column.unit === undefined ? column.label : `${column.label}（${column.unit}）`}</th>)}{report.drill === undefined ? null : <th scope="col"><span className="visually-hidden">{t('report.drill')}</span></th>}</tr></thead>
            <tbody>
              {data.rows.map((row, index) => {
                const drill = drillOf(report, row);
                return (
                  <tr key={index}>
                    {dimensions.map((column) => <td key={column.name}>{dimensionText(row[column.name], fieldOf(column.name))}</td>)}
                    {measures.map((column) => <td key={column.name} className="is-number">{measureText(row[column.name])}</td>)}
                    {report.drill === undefined ? null : <td><Link to={`${listPath(report.drill.app, report.drill.list)}?${whereQuery(drill.condition, drill.text)}`} aria-label={t('report.drillTo', { text: drill.text })}>{t('report.drill')}</Link></td>}
                  </tr>
                );
              })}
            </tbody>
            <tfoot><tr>{dimensions.map((column, index) => <th key={column.name} scope={index === 0 ? 'row' : undefined}>{index === 0 ? t('report.total') : ''}</th>)}{measures.map((column) => <td key={column.name} className="is-number">{measureText(data.totals[column.name])}</td>)}{report.drill === undefined ? null : <td />}</tr></tfoot>
          </table>
        </div>
      </section>
    </>
  );
}
