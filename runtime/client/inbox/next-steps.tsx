import type { ClientTaskDetail } from '../../model/client-task-types.ts';
import { t } from '../texts.ts';

/** Where each outcome would lead, with the record as it is now. */
export function NextSteps({ task }: { task: ClientTaskDetail }) {
  const known = task.next.filter(({ steps }) => steps.length > 0);
  if (known.length === 0) return null;
  return (
    <dl className="next-steps" aria-label={t('task.next.title')}>
      {known.map(({ outcome, steps }) => (
        <div key={outcome}><dt>{t('task.next.after', { outcome: task.outcomes.find(({ name }) => name === outcome)?.label ?? outcome })}</dt>
          <dd>{steps.map(({ label, who }) => (who === '' ? label : `${label}（${who}）`)).join('、')}</dd></div>
      ))}
    </dl>
  );
}
