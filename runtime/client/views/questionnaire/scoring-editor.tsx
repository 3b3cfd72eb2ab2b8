import type { Content, Level } from '../../../model/questionnaire/index.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { withWords, wordsText } from './words-text.ts';

/** Whether answers are rated, and what a share of the full score is called. */
export function ScoringEditor({ content, change }: { content: Content; change: (content: Content) => void }) {
  const { scoring } = content;
  const toggle = (on: boolean): void => {
    const next = { ...content };
    if (on) next.scoring = { levels: [{ from: 60, label: t('questionnaire.level') }, { from: 0, label: t('questionnaire.level') }] };
    else delete next.scoring;
    change(next);
  };
  const setLevels = (levels: Level[]): void => { if (scoring) change({ ...content, scoring: { ...scoring, levels } }); };
  return (
    <section className="card">
      <label className="checkbox"><input type="checkbox" checked={scoring !== undefined} onChange={(e) => toggle(e.target.checked)} />{t('questionnaire.scored')}</label>
      {scoring ? (
        <div className="q-options">
          {scoring.levels.map((level, i) => (
            <div key={i} className="q-option">
              <label className="q-small"><span>{t('questionnaire.from')}</span><input className="input" type="number" min={0} max={100} value={level.from} onChange={(e) => setLevels(scoring.levels.map((one, j) => (j === i ? { ...one, from: Number(e.target.value) } : one)))} /></label>
              <input className="input" aria-label={`${t('questionnaire.level')} ${i + 1}`} value={wordsText(level.label)} onChange={(e) => setLevels(scoring.levels.map((one, j) => (j === i ? { ...one, label: e.target.value === '' ? '' : withWords(one, 'label', e.target.value).label } : one)))} />
              <button type="button" className="icon-button" aria-label={`${t('action.delete')} ${i + 1}`} onClick={() => setLevels(scoring.levels.filter((_, j) => j !== i))}><Icon name="close" /></button>
            </div>
          ))}
          <Button look="link" icon="plus" onClick={() => setLevels([...scoring.levels, { from: 0, label: t('questionnaire.level') }])}>{t('questionnaire.addLevel')}</Button>
        </div>
      ) : null}
    </section>
  );
}
