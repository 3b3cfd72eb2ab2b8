import type { ClientList } from '../../../model/client-types.ts';
import { api, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import type { TextKey } from '../../texts.ts';
import { formatNumber, formatValue, isNumeric } from '../../widgets/format.ts';
import { useLoad } from '../../widgets/use-load.ts';
import type { ListState } from './list-query.ts';
import { filterText } from './list-views.ts';

/** Figures over all records that a list finds, not only those on the page. */
export function SummaryStrip({ list, state, round }: { list: ClientList; state: ListState; round: number }) {
  const query = { list: `${list.app}/${list.name}`, filter: filterText(state, list), search: state.search, of: list.summary.map(({ field, of }) => `${field}:${of}`).join(',') };
  const loaded = useLoad(`${JSON.stringify(query)} ${round}`, (signal) => api.get<{ total: number; values: Record<string, unknown> }>(`${recordsPath(list.entityApp, list.entity)}/summary`, query, signal));
  if (loaded.data === null) return null;
  const { values } = loaded.data;
  return (
    <dl className="summary-strip" aria-label={t('summary.title')}>
      {list.summary.map(({ field: name, of }) => {
        const field = list.fields.find((item) => item.name === name);
        const value = values[`${name}:${of}`];
        const text = typeof value === 'number' && field !== undefined && isNumeric(field.type) ? formatNumber(value, of === 'avg' ? { scale: 2 } : field) : formatValue(value, field);
        return <div key={`${name}:${of}`}><dt>{`${field?.label ?? name} ${t(`summary.${of}` as TextKey)}`}</dt><dd>{text === '' ? '—' : `${text}${field?.unit ?? ''}`}</dd></div>;
      })}
    </dl>
  );
}
