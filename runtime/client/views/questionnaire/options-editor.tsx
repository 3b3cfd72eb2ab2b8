import type { Choice } from '../../../model/questionnaire/index.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { withWords, wordsText } from './words-text.ts';

/** The options of a question, in order; their codes never change, so answers keep their meaning. */
export function OptionsEditor({ label, options, isScored, canBeOther, change }: { label: string; options: Choice[]; isScored: boolean; canBeOther: boolean; change: (options: Choice[]) => void }) {
  const set = (at: number, option: Choice): void => change(options.map((one, i) => (i === at ? option : one)));
  const free = (): string => { for (let n = options.length + 1; ; n += 1) if (!options.some(({ value }) => value === `o${n}`)) return `o${n}`; };
  return (
    <fieldset className="q-options">
      <legend>{label}</legend>
      {options.map((option, i) => (
        <div key={option.value} className="q-option">
          <input className="input" aria-label={t('questionnaire.option', { n: i + 1 })} maxLength={400} value={wordsText(option.label)} onChange={(e) => set(i, { ...option, label: e.target.value === '' ? '' : withWords(option, 'label', e.target.value).label })} />
          {isScored ? <input className="input q-points" type="number" aria-label={`${t('questionnaire.points')} ${i + 1}`} placeholder={t('questionnaire.points')} value={option.points ?? ''} onChange={(e) => { const next = { ...option }; if (e.target.value === '') delete next.points; else next.points = Number(e.target.value); set(i, next); }} /> : null}
          {canBeOther ? <label className="checkbox"><input type="checkbox" checked={option.other === true} onChange={(e) => { const next = { ...option }; if (e.target.checked) next.other = true; else delete next.other; set(i, next); }} />{t('questionnaire.other')}</label> : null}
          <button type="button" className="icon-button" aria-label={t('questionnaire.removeOption', { n: i + 1 })} onClick={() => change(options.filter((_, j) => j !== i))}><Icon name="close" /></button>
        </div>
      ))}
      <Button look="link" icon="plus" onClick={() => change([...options, { value: free(), label: t('questionnaire.option', { n: options.length + 1 }) }])}>{t('questionnaire.addOption')}</Button>
    </fieldset>
  );
}
