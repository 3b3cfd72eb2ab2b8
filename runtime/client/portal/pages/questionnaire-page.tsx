import Button from 'antd-mobile/es/components/button';
import ProgressBar from 'antd-mobile/es/components/progress-bar';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { ClientQuestion, ClientQuestionnaire, ClientScore } from '../../../model/client-questionnaire-types.ts';
import type { Content } from '../../../model/questionnaire/index.ts';
import { takeAnswers, wayThrough, type Judge } from '../../../model/questionnaire/take-answers.ts';
import { CaptchaInput, type CaptchaHandle } from '../inputs/captcha-input.tsx';
import { PortalError } from '../portal-api.ts';
import { usePortal } from '../portal-state.tsx';
import { QuestionInput } from '../question-input.tsx';
import { Failed, Waiting } from '../states.tsx';
import { keep, kept, locale, t } from '../texts.ts';
import { useFetch } from '../use-fetch.ts';
import { useSignIn } from './any-page.tsx';

interface Draft { answers: Record<string, unknown>; seconds: number }
interface Filed { score: ClientScore | null; thanks: string | null }
const never: Judge = () => false;

/** A questionnaire: introduction, its pages, and the score. What was typed is kept on this phone until it was sent. */
export default function QuestionnairePage() {
  const { id = '' } = useParams();
  const { api } = usePortal();
  const { data, error, reload } = useFetch(`q ${id} ${locale()}`, () => api.get<ClientQuestionnaire>(`/questionnaires/${encodeURIComponent(id)}`));
  if (error !== null) return <Failed error={error} retry={reload} />;
  if (data === null) return <Waiting />;
  if (data.closed !== undefined) return <div className="p-card p-state"><h1>{data.name}</h1><p className="p-closed">{data.closed}</p></div>;
  return <Open key={`${id} ${data.revision}`} data={data} />;
}

function Open({ data }: { data: ClientQuestionnaire }) {
  const { api, account, app } = usePortal();
  const key = `tamga.q.${data.id}`;
  const [begun, setBegun] = useState(false);
  const [draft, setDraft] = useState<Draft>(() => readDraft(key));
  const [filed, setFiled] = useState<Filed | null>(null);
  const judge = useJudge(data);
  const hasDraft = useRef(Object.keys(draft.answers).length > 0);
  useEffect(() => { api.post(`/questionnaires/${data.id}/views`).catch(() => undefined); }, [api, data.id]);
  const change = (next: Draft): void => { setDraft(next); keep(key, JSON.stringify(next)); };
  if (filed) return <Done data={data} filed={filed} />;
  if (data.login && account === null) return <div className="p-card p-state"><h1>{data.name}</h1><p>{t('q.named')}</p><Link className="p-primary" to={`/${app}/sign-in?to=${encodeURIComponent(`/${app}/q/${data.id}`)}`}>{t('signin')}</Link></div>;
  if (!begun) {
    return (
      <article className="p-card">
        <h1 className="p-heading">{data.name}</h1>
        {data.intro ? <p className="p-text">{data.intro}</p> : null}
        {data.anonymous ? <p className="p-note">{t('q.anonymous')}</p> : null}
        {hasDraft.current ? <p className="p-note">{t('q.saved')} <button type="button" className="p-link" onClick={() => { hasDraft.current = false; change({ answers: {}, seconds: 0 }); }}>{t('q.clear')}</button></p> : null}
        <Button block color="primary" size="large" onClick={() => setBegun(true)}>{t('q.start')}</Button>
      </article>
    );
  }
  if (judge === null) return <Waiting />;
  return <Pages judge={judge} data={data} draft={draft} change={change} done={(answer) => { keep(key, null); setFiled(answer); }} />;
}

function Pages({ judge, data, draft, change, done }: { judge: Judge; data: ClientQuestionnaire; draft: Draft; change: (draft: Draft) => void; done: (filed: Filed) => void }) {
  const { api } = usePortal();
  const content = useMemo(() => ({ questions: data.questions }) as Content, [data]);
  const [at, setAt] = useState(0);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const started = useRef(Date.now());
  const captcha = useRef<CaptchaHandle>(null);
  const box = useRef<HTMLFormElement>(null);
  useSignIn(failure);
  const met = wayThrough(content, draft.answers, judge) as unknown as ClientQuestion[];
  const pages = pagesOf(met);
  const page = pages[Math.min(at, pages.length - 1)] ?? [];
  const isLast = at >= pages.length - 1;
  const seconds = (): number => draft.seconds + Math.round((Date.now() - started.current) / 1000);
  const show = (found: Record<string, string>): void => {
    setErrors(found);
    setTimeout(() => box.current?.querySelector('.is-wrong')?.scrollIntoView({ block: 'center' }), 0);
  };
  const errorsOn = (questions: readonly ClientQuestion[]): Record<string, string> => {
    const { errors: found } = takeAnswers(content, draft.answers, judge);
    return Object.fromEntries(found.filter((e) => questions.some((q) => q.name === e.question)).map((e) => [e.question, (locale() === 'en' ? e.message.en : e.message.zh).split(/：|: /).at(-1)!]));
  };
  const goOn = async (): Promise<void> => {
    const found = errorsOn(page);
    if (Object.keys(found).length > 0) return show(found);
    setErrors({});
    if (!isLast) { setAt(at + 1); window.scrollTo(0, 0); return; }
    setSending(true);
    setFailure(null);
    try {
      const { answers } = takeAnswers(content, draft.answers, judge);
      done(await api.post<Filed>(`/questionnaires/${data.id}/answers`, { answers, seconds: seconds(), ...(data.captcha ? { captcha: captcha.current?.value() } : {}) }));
    } catch (error) {
      if (data.captcha) captcha.current?.renew();
      const named = error instanceof PortalError ? error.errors.filter((e) => e.field) : [];
      if (named.length > 0) show(Object.fromEntries(named.map((e) => [e.field!, e.message])));
      setFailure(error);
    }
    setSending(false);
  };
  return (
    <form ref={box} noValidate onSubmit={(e) => { e.preventDefault(); void goOn(); }}>
      <h1 className="p-heading">{data.name}</h1>
      {pages.length > 1 ? <><p className="p-quiet" aria-live="polite">{t('q.progress', { n: at + 1, total: pages.length })}</p><ProgressBar percent={Math.round((at + 1) / pages.length * 100)} /></> : null}
      <div className="p-card">
        {page.map((question) => <QuestionInput key={question.name} question={question} answers={draft.answers} {...(errors[question.name] ? { error: errors[question.name] } : {})}
          onChange={(answers) => { change({ answers, seconds: draft.seconds }); setErrors(({ [question.name]: _gone, ...rest }) => rest); }} />)}
        {isLast && data.captcha ? <CaptchaInput ref={captcha} {...(errors['captcha'] ? { error: errors['captcha'] } : {})} /> : null}
      </div>
      {failure instanceof PortalError && failure.status !== 401 ? <p className="p-alert" role="alert">{failure.message}</p> : null}
      <div className="p-turn">
        {at > 0 ? <Button size="large" onClick={() => { setAt(at - 1); window.scrollTo(0, 0); }}>{t('q.back')}</Button> : null}
        <Button type="submit" color="primary" size="large" loading={isSending}>{isLast ? t('q.send') : t('q.next')}</Button>
      </div>
    </form>
  );
}

/** The evaluator of rules is large: only questionnaires that jump load it, while their introduction is read. */
function useJudge(data: ClientQuestionnaire): Judge | null {
  const jumps = data.questions.some((question) => question.jump !== undefined);
  const [judge, setJudge] = useState<Judge | null>(() => (jumps ? null : never));
  useEffect(() => { if (jumps) void import('../../../model/questionnaire/judge-jumps.ts').then(({ jumpJudge }) => setJudge(() => jumpJudge({ now: () => new Date(), zone: 'Asia/Shanghai' }))); }, [jumps]);
  return judge;
}

/** Sections begin a new page. */
function pagesOf(questions: readonly ClientQuestion[]): ClientQuestion[][] {
  const pages: ClientQuestion[][] = [[]];
  for (const question of questions) {
    if (question.type === 'section' && pages.at(-1)!.length > 0) pages.push([]);
    pages.at(-1)!.push(question);
  }
  return pages;
}

function Done({ data, filed: { score, thanks } }: { data: ClientQuestionnaire; filed: Filed }) {
  const say = (text: { zh: string; en: string }): string => (locale() === 'en' ? text.en : text.zh);
  return (
    <div className="p-card p-state" role="status">
      <h1>{t('q.thanks')}</h1>
      <p>{thanks ?? data.name}</p>
      {score ? (
        <>
          <p className="p-score">{t('q.of', { score: score.score, full: score.full, percent: score.percent.toFixed(1) })}</p>
          {score.level ? <p className={`p-level${score.passed === false ? ' is-below' : ''}`}>{say(score.level)}</p> : null}
          {score.dimensions.length > 0 ? (
            <section className="p-dimensions"><h2>{t('q.dimensions')}</h2>
              {score.dimensions.map((d) => <div key={d.name}><span>{say(d.label)}</span><span>{d.score} / {d.full}</span><ProgressBar percent={d.full === 0 ? 0 : Math.round(d.score / d.full * 100)} /></div>)}
            </section>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function readDraft(key: string): Draft {
  try {
    const draft = JSON.parse(kept(key) ?? '') as Partial<Draft>;
    return { answers: draft.answers ?? {}, seconds: draft.seconds ?? 0 };
  } catch {
    return { answers: {}, seconds: 0 };
  }
}

