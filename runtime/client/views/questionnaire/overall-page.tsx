import { useParams, useSearchParams } from 'react-router-dom';
import type { QuestionnaireOverall } from '../../../model/client-questionnaire-types.ts';
import { api } from '../../api.ts';
import { t } from '../../texts.ts';
import { PageHead } from '../../widgets/page.tsx';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { useCrumbs } from '../use-crumbs.ts';
import { Figures, percent } from './figures.tsx';
import './questionnaire.css';

/** Figures over all questionnaires that were published in a period. */
export default function OverallPage() {
  const { app = '', entity = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const crumbs = useCrumbs(app, entity);
  const from = search.get('from') ?? '';
  const to = search.get('to') ?? '';
  const set = (key: 'from' | 'to', value: string): void => { const next = new URLSearchParams(search); if (value) next.set(key, value); else next.delete(key); setSearch(next, { replace: true }); };
  const loaded = useLoad<QuestionnaireOverall>(`${app}/${entity} ${from} ${to}`, (signal) => api.get(`/api/questionnaires/${app}/${entity}/statistics`, { from: from || undefined, to: to || undefined }, signal));
  const { data } = loaded;
  return (
    <>
      <PageHead title={t('questionnaire.overall')} crumbs={[...crumbs, { label: t('questionnaire.overall') }]} />
      <p className="q-period card"><label>{t('questionnaire.period')} <input className="input" type="date" value={from} max={to || undefined} onChange={(e) => set('from', e.target.value)} /></label><label>{t('questionnaire.to')} <input className="input" type="date" value={to} onChange={(e) => set('to', e.target.value)} /></label></p>
      {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : data === null ? <Skeleton rows={3} /> : (
        <Figures items={[[t('questionnaire.published'), String(data.published)], [t('questionnaire.views'), String(data.views)], [t('questionnaire.collected'), String(data.collected)], [t('questionnaire.averageReturn'), percent(data.averageReturnRate)], [t('questionnaire.seconds'), data.averageSeconds === null ? '—' : `${data.averageSeconds} s`]]} />
      )}
    </>
  );
}
