import { Link, useParams } from 'react-router-dom';
import type { QuestionStatistics, QuestionnaireStatistics } from '../../../model/client-questionnaire-types.ts';
import { api } from '../../api.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../widgets/icon.tsx';
import { PageHead } from '../../widgets/page.tsx';
import { questionnairePath, recordPath } from '../../widgets/paths.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { useCrumbs } from '../use-crumbs.ts';
import { Figures, percent, rounded } from './figures.tsx';
import './questionnaire.css';

/** What came back of a questionnaire, question by question. */
export default function StatisticsPage() {
  const { app = '', entity = '', id = '' } = useParams();
  const crumbs = useCrumbs(app, entity);
  const base = `/api/questionnaires/${app}/${entity}/${id}`;
  const loaded = useLoad<QuestionnaireStatistics>(base, (signal) => api.get(`${base}/statistics`, {}, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={8} />;
  const { name, views, collected, returnRate, averageSeconds, averageScore, questions } = loaded.data;
  return (
    <>
      <PageHead title={name} crumbs={[...crumbs, { label: name, to: recordPath(app, entity, id) }, { label: t('questionnaire.statistics') }]} actions={<>
        <Link className="button button-default" to={questionnairePath(app, entity)}><Icon name="chart" size={16} /><span>{t('questionnaire.overall')}</span></Link>
        <a className="button button-default" href={`${base}/answers.xlsx`} download><Icon name="download" size={16} /><span>{t('questionnaire.export')}</span></a>
      </>} />
      <Figures items={[[t('questionnaire.views'), String(views)], [t('questionnaire.collected'), String(collected)], [t('questionnaire.returnRate'), percent(returnRate)], [t('questionnaire.seconds'), averageSeconds === null ? '—' : `${rounded(averageSeconds)} s`], ...(averageScore === null ? [] : [[t('questionnaire.score'), String(rounded(averageScore))] as [string, string]])]} />
      {questions.map((question, i) => <OneQuestion key={question.name} question={question} number={i + 1} />)}
    </>
  );
}

function OneQuestion({ question, number }: { question: QuestionStatistics; number: number }) {
  return (
    <section className="card q-figures">
      <h2>{number}. {question.title}</h2>
      <p className="q-rate">{t('questionnaire.filled', { count: question.filled, rate: percent(question.fillRate) })}</p>
      {question.rows ? question.rows.map((row) => <div key={row.label}><h3>{row.label}</h3><Bars caption={row.label} options={row.options} /></div>) : question.options.length > 0 ? <Bars caption={question.title} options={question.options} /> : <p className="q-rate">{t('questionnaire.text')}</p>}
    </section>
  );
}

/** A bar chart that is a table to those who cannot see it. */
function Bars({ caption, options }: { caption: string; options: QuestionStatistics['options'] }) {
  return (
    <table className="q-bars">
      <caption className="visually-hidden">{caption}</caption>
      <colgroup><col style={{ width: '30%' }} /><col /><col style={{ width: 64 }} /></colgroup>
      <thead className="visually-hidden"><tr><th scope="col">{t('questionnaire.options')}</th><th scope="col">{t('questionnaire.share')}</th><th scope="col">{t('questionnaire.count')}</th></tr></thead>
      <tbody>{options.map((o) => <tr key={o.value}><th scope="row">{o.label}</th><td className="q-bar"><span style={{ width: `${Math.min(100, o.share ?? 0)}%` }} /><b>{percent(o.share)}</b></td><td className="q-count">{o.count}</td></tr>)}</tbody>
    </table>
  );
}
