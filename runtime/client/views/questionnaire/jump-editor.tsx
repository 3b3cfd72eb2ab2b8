import type { Content, Jump } from '../../../model/questionnaire/index.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { optionOf, optionsOf, ruleFor } from './new-question.ts';
import { wordsText } from './words-text.ts';

/** Where it goes on after an answer: by an option, or, for other questions, by a rule. Only later questions are offered. */
export function JumpEditor({ content, at, change }: { content: Content; at: number; change: (jump: Jump[]) => void }) {
  const question = content.questions[at]!;
  const jumps = question.jump ?? [];
  const options = optionsOf(question);
  const later = content.questions.slice(at + 1);
  const set = (i: number, jump: Jump): void => change(jumps.map((one, j) => (j === i ? jump : one)));
  const add = (): void => change([...jumps, { when: options[0] ? ruleFor(question, options[0].value) : `${question.name} != null`, to: later.at(-1)?.name ?? 'end' }]);
  return (
    <div className="q-jumps">
      {jumps.map((jump, i) => {
        const chosen = optionOf(question, jump.when);
        return (
          <div key={i} className="q-jump">
            {options.length > 0 && chosen !== undefined
              ? <label><span>{t('questionnaire.jumpIf')}</span><select className="input" value={chosen} onChange={(e) => set(i, { ...jump, when: ruleFor(question, e.target.value) })}>{options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}</select></label>
              : <label><span>{t('questionnaire.jumpRule')}</span><input className="input" spellCheck={false} value={jump.when} onChange={(e) => set(i, { ...jump, when: e.target.value })} /></label>}
            <label><span>{t('questionnaire.jumpTo')}</span><select className="input" value={jump.to} onChange={(e) => set(i, { ...jump, to: e.target.value })}>{later.map((one) => <option key={one.name} value={one.name}>{content.questions.indexOf(one) + 1}. {wordsText(one.title).slice(0, 24)}</option>)}<option value="end">{t('questionnaire.end')}</option></select></label>
            <button type="button" className="icon-button" aria-label={`${t('action.delete')} ${t('questionnaire.jump')} ${i + 1}`} onClick={() => change(jumps.filter((_, j) => j !== i))}><Icon name="close" /></button>
          </div>
        );
      })}
      <Button look="link" icon="plus" onClick={add}>{t('questionnaire.addJump')}</Button>
    </div>
  );
}
