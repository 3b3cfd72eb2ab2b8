import type { ReactNode } from 'react';
import { infoFields, isAnswered, isChoice, type Content, type Question } from '../../../model/questionnaire/index.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../widgets/icon.tsx';
import { JumpEditor } from './jump-editor.tsx';
import { OptionsEditor } from './options-editor.tsx';
import { withWords, wordsText } from './words-text.ts';

interface Props { content: Content; at: number; change: (question: Question) => void; move: (by: number) => void; duplicate: () => void; remove: () => void }

const formats = ['text', 'long-text', 'number', 'date', 'mobile', 'email'] as const;

/** One question with all that can be said about it. */
export function QuestionEditor({ content, at, change, move, duplicate, remove }: Props) {
  const question = content.questions[at]!;
  const n = at + 1;
  const set = <K extends keyof Question>(key: K, value: Question[K] | undefined): void => {
    const next = { ...question };
    if (value === undefined) delete next[key];
    else next[key] = value;
    change(next);
  };
  const number = (key: 'min' | 'max' | 'maxLength' | 'points', label: string): ReactNode => (
    <label className="q-small"><span>{label}</span><input className="input" type="number" value={question[key] ?? ''} onChange={(e) => set(key, e.target.value === '' ? undefined : Number(e.target.value))} /></label>
  );
  return (
    <>
      <header className="q-head">
        <span className="q-type">{n}. {t(`questionnaire.type.${question.type}`)}</span>
        <span className="q-tools">
          <button type="button" className="icon-button" aria-label={t('questionnaire.up', { n })} disabled={at === 0} onClick={() => move(-1)}><Icon name="up" /></button>
          <button type="button" className="icon-button" aria-label={t('questionnaire.down', { n })} disabled={at === content.questions.length - 1} onClick={() => move(1)}><Icon name="sink" /></button>
          <button type="button" className="icon-button" aria-label={t('questionnaire.duplicate', { n })} onClick={duplicate}><Icon name="copy" /></button>
          <button type="button" className="icon-button" aria-label={t('questionnaire.remove', { n })} onClick={remove}><Icon name="trash" /></button>
        </span>
      </header>
      <input className="input q-title" aria-label={t('questionnaire.title', { n })} maxLength={1000} value={wordsText(question.title)} onChange={(e) => change({ ...question, title: e.target.value === '' ? '' : withWords(question, 'title', e.target.value).title })} />
      {isChoice(question) || question.type === 'matrix' ? <OptionsEditor label={t('questionnaire.options')} options={question.options ?? []} isScored={content.scoring !== undefined && isChoice(question) && !question.answer} canBeOther={isChoice(question)} change={(options) => set('options', options)} /> : null}
      {question.type === 'matrix' ? <OptionsEditor label={t('questionnaire.rows')} options={question.rows ?? []} isScored={false} canBeOther={false} change={(rows) => set('rows', rows)} /> : null}
      <div className="q-settings">
        {isAnswered(question) ? <label className="checkbox"><input type="checkbox" checked={question.required === true} onChange={(e) => set('required', e.target.checked ? true : undefined)} />{t('questionnaire.required')}</label> : null}
        {question.type === 'blank' ? <label className="q-small"><span>{t('questionnaire.format')}</span><select className="input" value={question.format ?? 'text'} onChange={(e) => set('format', formats.find((f) => f === e.target.value))}>{formats.map((f) => <option key={f} value={f}>{t(`questionnaire.format.${f}`)}</option>)}</select></label> : null}
        {question.type === 'info' ? <label className="q-small"><span>{t('questionnaire.field')}</span><select className="input" value={question.field ?? 'name'} onChange={(e) => { const field = infoFields.find((f) => f === e.target.value); if (field) change({ ...question, field, title: t(`questionnaire.field.${field}`) }); }}>{infoFields.map((f) => <option key={f} value={f}>{t(`questionnaire.field.${f}`)}</option>)}</select></label> : null}
        {question.type === 'multiple' || question.type === 'scale' || question.format === 'number' ? <>{number('min', t('questionnaire.min'))}{number('max', t('questionnaire.max'))}</> : null}
        {question.type === 'blank' && question.format !== 'number' && question.format !== 'date' ? number('maxLength', t('questionnaire.maxLength')) : null}
        {question.type === 'scale' && content.scoring ? number('points', t('questionnaire.points')) : null}
        {isAnswered(question) ? <label className="q-small q-help"><span>{t('questionnaire.help')}</span><input className="input" maxLength={1000} value={wordsText(question.help)} onChange={(e) => change(withWords(question, 'help', e.target.value))} /></label> : null}
      </div>
      {isAnswered(question) && question.type !== 'matrix' ? <JumpEditor content={content} at={at} change={(jump) => set('jump', jump.length > 0 ? jump : undefined)} /> : null}
    </>
  );
}
