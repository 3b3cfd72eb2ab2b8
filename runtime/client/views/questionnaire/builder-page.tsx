import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { ClientDetail, ClientRecord } from '../../../model/client-types.ts';
import { questionTypes, type Content, type Question, type QuestionType } from '../../../model/questionnaire/index.ts';
import { api, ApiError, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { PageHead } from '../../widgets/page.tsx';
import { recordPath } from '../../widgets/paths.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { toast } from '../../widgets/toast.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { useCrumbs } from '../use-crumbs.ts';
import { copyQuestion, newQuestion } from './new-question.ts';
import { Preview } from './preview.tsx';
import { QuestionEditor } from './question-editor.tsx';
import './questionnaire.css';
import { reportFailure } from './report-failure.ts';
import { ScoringEditor } from './scoring-editor.tsx';
import { withWords, wordsText } from './words-text.ts';

/** The questions of a questionnaire: made, ordered and tried out in the browser. */
export default function BuilderPage() {
  const { app = '', entity = '', id = '' } = useParams();
  const loaded = useLoad(`builder ${app}/${entity}/${id}`, async (signal) => {
    const [detail, record] = await Promise.all([api.get<ClientDetail>(`/api/model/${app}/detail/${entity}`, {}, signal), api.get<ClientRecord>(recordsPath(app, entity, id), {}, signal)]);
    return { detail, record };
  });
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={8} />;
  return <Builder key={loaded.data.record.version} detail={loaded.data.detail} record={loaded.data.record} reload={() => { void loaded.reload(); }} />;
}

function Builder({ detail, record, reload }: { detail: ClientDetail; record: ClientRecord; reload: () => void }) {
  const crumbs = useCrumbs(detail.entityApp, detail.entity);
  const [content, setContent] = useState<Content>(() => (record['content'] as Content | null) ?? { questions: [] });
  const [isChanged, setChanged] = useState(false);
  const [isPreview, setPreview] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const isOpen = record.can.update && record[detail.state ?? ''] === 'draft';
  const title = String(record[detail.title] ?? detail.label);
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isChanged]);
  const change = (next: Content): void => { setContent(next); setChanged(true); };
  const setQuestion = (at: number, question: Question): void => change({ ...content, questions: content.questions.map((one, i) => (i === at ? question : one)) });
  const move = (at: number, by: number): void => {
    const questions = [...content.questions];
    const [moved] = questions.splice(at, 1);
    questions.splice(at + by, 0, moved!);
    change({ ...content, questions });
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.patch(recordsPath(detail.entityApp, detail.entity, record.id), { content, version: record.version });
      setChanged(false);
      setProblems([]);
      toast('success', t('questionnaire.saved'));
      reload();
    } catch (error) {
      if (error instanceof ApiError && error.problem.errors.length > 0) setProblems(error.problem.errors.map(({ message }) => message));
      else reportFailure(error);
    }
    setBusy(false);
  };
  const insert = (question: Question, at = content.questions.length): void => change({ ...content, questions: [...content.questions.slice(0, at), question, ...content.questions.slice(at)] });
  const add = (type: QuestionType): void => insert(newQuestion(content, type, { title: t(`questionnaire.type.${type}`), option: (n) => t('questionnaire.option', { n }) }));
  return (
    <>
      <PageHead title={title} crumbs={[...crumbs, { label: title, to: recordPath(detail.entityApp, detail.entity, record.id) }, { label: t('questionnaire.design') }]} actions={<>
        {isChanged ? <span className="q-unsaved" role="status">{t('questionnaire.unsaved')}</span> : null}
        <Button onClick={() => setPreview(!isPreview)} aria-pressed={isPreview}>{t(isPreview ? 'questionnaire.edit' : 'questionnaire.preview')}</Button>
        {isOpen ? <Button look="primary" icon="check" isBusy={isBusy} onClick={() => { void save(); }}>{t('questionnaire.save')}</Button> : null}
        <Link className="button button-default" to={recordPath(detail.entityApp, detail.entity, record.id)}>{t('action.close')}</Link>
      </>} />
      {problems.length > 0 ? <ul className="q-problems" role="alert">{problems.map((problem) => <li key={problem}>{problem}</li>)}</ul> : null}
      {isOpen ? null : <p className="q-locked">{t('questionnaire.locked')}</p>}
      {isPreview || !isOpen ? <Preview content={content} title={title} /> : (
        <div className="q-builder">
          <section className="card"><label className="q-line"><span>{t('questionnaire.intro')}</span><textarea className="input" rows={2} maxLength={1000} value={wordsText(content.intro)} onChange={(e) => change(withWords(content, 'intro', e.target.value))} /></label></section>
          {content.questions.length === 0 ? <p className="q-none">{t('questionnaire.none')}</p> : null}
          <ol className="q-list">
            {content.questions.map((question, at) => (
              <li key={question.name} className="card">
                <QuestionEditor content={content} at={at} change={(next) => setQuestion(at, next)} move={(by) => move(at, by)} duplicate={() => insert(copyQuestion(content, question), at + 1)} remove={() => change({ ...content, questions: content.questions.filter((_, i) => i !== at) })} />
              </li>
            ))}
          </ol>
          <section className="card q-add" aria-label={t('questionnaire.add')}><h2>{t('questionnaire.add')}</h2><div>{questionTypes.map((type) => <Button key={type} icon="plus" onClick={() => add(type)}>{t(`questionnaire.type.${type}`)}</Button>)}</div></section>
          <ScoringEditor content={content} change={change} />
        </div>
      )}
    </>
  );
}
