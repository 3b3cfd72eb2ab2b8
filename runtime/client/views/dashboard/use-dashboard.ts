import { useEffect, useRef, useState } from 'react';
import type { ClientDashboard, ClientReport, ClientWidget } from '../../../model/client-types.ts';
import { api, ApiError } from '../../api.ts';
import { t } from '../../texts.ts';
import { useLoad } from '../../widgets/use-load.ts';
import type { Loaded } from '../../widgets/use-load.ts';
import { reportQuery } from '../report/report-data.ts';
import type { ReportAsk, ReportData } from '../report/report-data.ts';
import type { WidgetData } from './to-amis.ts';

export interface ReadDashboard { dashboard: ClientDashboard; data: WidgetData[][]; at: string }

/** A dashboard with its figures, read again every so many seconds while the page is seen; a failed reading leaves the last figures with a word of it. */
export function useDashboard(app: string, name: string): Loaded<ReadDashboard> & { last: ReadDashboard | null } {
  const loaded = useLoad(`${app}/${name}`, async (signal) => {
    const dashboard = await api.get<ClientDashboard>(`/api/model/${app}/dashboard/${name}`, {}, signal);
    const read = reader(signal);
    return { dashboard, data: await Promise.all(dashboard.pages.map((page) => Promise.all(page.widgets.map(read)))), at: new Date().toISOString() };
  });
  const [last, setLast] = useState<ReadDashboard | null>(null);
  if (loaded.data !== null && loaded.data !== last) setLast(loaded.data);
  const reload = useRef(loaded.reload);
  reload.current = loaded.reload;
  const seconds = last?.dashboard.refresh;
  useEffect(() => {
    if (seconds === undefined) return undefined;
    const timer = setInterval(() => { if (document.visibilityState === 'visible') void reload.current(); }, seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return { ...loaded, last };
}

/** Reads what cards show; several may ask the same, which is read once. */
export function reader(signal: AbortSignal): (widget: ClientWidget) => Promise<WidgetData> {
  const read = new Map<string, Promise<unknown>>();
  const once = <T>(path: string): Promise<T> => {
    const request = (read.get(path) ?? api.get<T>(path, {}, signal)) as Promise<T>;
    read.set(path, request);
    return request;
  };
  return async (widget) => {
    const key = `${widget.report.app}/${widget.report.name}`;
    const ask = askOf(widget);
    try {
      const [data, report] = await Promise.all([once<ReportData>(`/api/reports/${key}?${reportQuery(ask)}`), once<ClientReport>(`/api/model/${widget.report.app}/report/${widget.report.name}`)]);
      return { data, failure: null, report, ask: { ...ask, filter: data.filter } };
    } catch (error) {
      if (error instanceof ApiError && error.status === 401 || signal.aborted) throw error;
      return { data: null, failure: error instanceof Error ? error.message : t('error.unknown') };
    }
  };
}

/** A card without an axis asks for the totals alone, so that shares and averages are those of the whole. */
function askOf({ type, dimension, series, where, grain, level }: ClientWidget): ReportAsk {
  const by = type === 'pivot' || (type === 'table' && !dimension) ? undefined : [dimension, series].flatMap((d) => d ? [d.name] : []);
  return { filter: where, by, grain, level };
}
