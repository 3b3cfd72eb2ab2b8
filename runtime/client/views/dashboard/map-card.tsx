import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { isReference } from '../../widgets/format.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { measureText, reportQuery } from '../report/report-data.ts';
import type { ReportAsk, ReportData } from '../report/report-data.ts';
import { useDrill } from '../report/use-drill.ts';
import type { DrillParts } from './charts.tsx';

const EChart = lazy(() => import('./echart.tsx').then((module) => ({ default: module.EChart })));

/** A map of areas; a click on one lists the areas within. */
export function MapCard({ label, option, map, dimension, drill, table }: { label: string; option: Record<string, unknown>; map: string; dimension: string; drill: DrillParts; table: ReactNode }) {
  const [picked, setPicked] = useState<{ id: string; title: string } | null>(null);
  const pick = (index: number) => { const area = drill.rows[index]?.[dimension]; if (isReference(area)) setPicked(area); };
  const areas = drill.rows.map((row) => row[dimension]).filter(isReference);
  return (
    <div className="chart map-card">
      <div role="img" aria-label={t('dashboard.chart', { label })}><Suspense fallback={<Skeleton rows={4} />}><EChart option={option} height="100%" map={map} onPick={pick} /></Suspense></div>
      {picked === null ? null : <Within area={picked} dimension={dimension} drill={drill} close={() => setPicked(null)} />}
      <details className="chart-data"><summary>{t('dashboard.data')}</summary>
        {table}
        {/* The keyboard cannot click on a map. */}
        <p className="map-areas">{areas.map((area) => <Button key={area.id} look="link" onClick={() => setPicked(area)}>{area.title}</Button>)}</p>
      </details>
    </div>
  );
}

const deeper: Record<string, string> = { city: 'county', county: 'town', town: 'village' };

function Within({ area, dimension, drill, close }: { area: { id: string; title: string }; dimension: string; drill: DrillParts; close: () => void }) {
  const open = useDrill();
  const box = useRef<HTMLElement>(null);
  // Chosen from the words below the map, it may be out of sight.
  // Newer browsers answer with a promise, which is no way to clean up.
  useEffect(() => { void box.current?.scrollIntoView({ block: 'nearest' }); }, [area.id]);
  const { report, ask = {}, measure } = drill;
  const field = report?.dimensions.find((d) => d.name === dimension);
  const level = deeper[ask.level ?? field?.level ?? ''];
  const own: ReportAsk = { ...ask, by: [dimension], filter: { ...ask.filter, [field?.path ?? '']: { $below: area.id } }, ...(level !== undefined && field?.levels?.includes(level) === true ? { level } : {}) };
  const loaded = useLoad<ReportData>(JSON.stringify(own), (signal) => api.get<ReportData>(`/api/reports/${report?.app ?? ''}/${report?.name ?? ''}?${reportQuery(own)}`, {}, signal));
  if (!report || !measure) return null;
  const canDrill = report.measures.find((m) => m.name === measure.name)?.drill === true;
  return (
    <section className="map-within" aria-label={area.title} ref={box}>
      <div className="card-head"><h3>{area.title}</h3><Button look="link" icon="close" onClick={close}>{t('action.close')}</Button></div>
      {loaded.error !== null ? <Failure error={loaded.error} /> : loaded.data === null ? <Skeleton rows={3} /> : (
        <table className="table">
          <thead><tr><th scope="col">{field?.label}</th><th scope="col" className="is-number">{measure.label}</th></tr></thead>
          <tbody>
            {loaded.data.rows.map((row, index) => {
              const part = row[dimension];
              const text = measureText(row[measure.name], measure, measure.unit);
              return <tr key={index}><th scope="row">{isReference(part) ? part.title : t('report.empty')}</th><td className="is-number">{canDrill ? <button type="button" className="figure-button" onClick={() => { void open(report, own, row, measure); }}>{text}</button> : text}</td></tr>;
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
