import { useNavigate } from 'react-router-dom';
import type { ClientReport } from '../../../model/client-types.ts';
import { api } from '../../api.ts';
import { listPath } from '../../widgets/paths.ts';
import { toast } from '../../widgets/toast.tsx';
import { whereQuery } from '../list/list-query.ts';
import { drillOf, reportQuery } from './report-data.ts';
import type { ReportAsk, ReportRow } from './report-data.ts';

/** Opens the list with exactly the records behind a figure. */
export function useDrill(): (report: Pick<ClientReport, 'app' | 'name' | 'dimensions'>, ask: ReportAsk, row: ReportRow, measure: { name: string; label: string }) => Promise<void> {
  const navigate = useNavigate();
  return async (report, ask, row, measure) => {
    const { row: values, text } = drillOf(report, row);
    try {
      const found = await api.get<{ app: string; list: string; filter: Record<string, unknown> }>(`/api/reports/${report.app}/${report.name}/drill?${reportQuery(ask)}&${new URLSearchParams({ row: JSON.stringify(values), measure: measure.name })}`);
      navigate(`${listPath(found.app, found.list)}?${whereQuery(found.filter, [text, measure.label].filter((part) => part !== '').join(' · '))}`);
    } catch (error) {
      toast('error', error instanceof Error ? error.message : String(error));
    }
  };
}
