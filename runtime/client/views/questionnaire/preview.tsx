import { useMemo, useState } from 'react';
import { jumpJudge, wayThrough, type Answers, type Content, type Question } from '../../../model/questionnaire/index.ts';
import { t } from '../../texts.ts';
import { optionsOf } from './new-question.ts';
import { wordsText } from './words-text.ts';

/** The questionnaire as it goes: answers are tried out, jumps leave out what they would. Nothing is stored. */
export function Preview({ content, title }: { content: Content; title: string }) {
  const [answers, setAnswers] = useState<Answers>({});
  const judge = useMemo(() => jumpJudge({ now: () => new Date(), zone: 'Asia/Shanghai' }), []);
  const met = wayThrough(content, answers, judge);
  return (
    <section className="card q-preview" aria-label={t('questionnaire.preview')}>
      <h2>{title}</h2>
      {content.intro ? <p>{wordsText(content.intro)}</p> : null}
      {met.map((question) => <Tried key={question.name} question={question} number={content.questions.indexOf(question) + 1} value={answers[question.name]} set={(value) => setAnswers((old) => ({ ...old, [question.name]: value }))} />)}
    </section>
  );
}

function Tried({ question, number, value, set }: { question: Question; number: number; value: unknown; set: (value: unknown) => void }) {
  const title = wordsText(question.title);
  if (question.type === 'section') return <h3>{title}</h3>;
  if (question.type === 'paragraph') return <p>{title}</p>;
  const options = optionsOf(question);
  const heading = <>{number}. {title}{question.required ? <span className="q-star"> *</span> : null}</>;
  if (question.type === 'dropdown') return <label className="q-tried"><span>{heading}</span><select className="input" value={String(value ?? '')} onChange={(e) => set(e.target.value || null)}><option value="" />{options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}</select></label>;
  if (question.type === 'matrix') return <fieldset className="q-tried"><legend>{heading}</legend>{question.rows?.map((row) => <p key={row.value}>{wordsText(row.label)}：{options.map((o) => o.label).join(' / ')}</p>)}</fieldset>;
  if (options.length > 0) {
    const isMany = question.type === 'multiple';
    const chosen = [value ?? []].flat().map(String);
    return (
      <fieldset className="q-tried"><legend>{heading}</legend>
        {options.map((o) => <label key={o.value} className="checkbox"><input type={isMany ? 'checkbox' : 'radio'} name={`try-${question.name}`} checked={chosen.includes(o.value)} onChange={(e) => set(isMany ? (e.target.checked ? [...chosen, o.value] : chosen.filter((one) => one !== o.value)) : question.type === 'scale' ? Number(o.value) : o.value)} />{o.label}</label>)}
      </fieldset>
    );
  }
  return <label className="q-tried"><span>{heading}</span><input className="input" type={question.format === 'date' ? 'date' : question.format === 'number' ? 'number' : 'text'} value={String(value ?? '')} onChange={(e) => set(question.format === 'number' ? Number(e.target.value) : e.target.value)} /></label>;
}
