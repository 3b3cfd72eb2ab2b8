import type { ClientTaskDetail } from '../../model/client-task-types.ts';
import { t } from '../texts.ts';
import { formatDateTime } from '../widgets/format.ts';
import { ChangesTable } from './changes-table.tsx';

/** First of all: why the task came, and what is new since the reader saw the record. */
export function CameFrom({ task }: { task: ClientTaskDetail }) {
  const { came, changes } = task;
  if (came === null && changes.length === 0) return null;
  const isBack = came !== null && (came.kind === 'return' || came.kind === 'recall' || /return|reject|back/i.test(came.outcome));
  return (
    <section className={`card came${isBack ? ' is-back' : ''}`} aria-label={t('task.news')}>
      {came === null ? null : (
        <p className="came-line"><strong>{came.label} · {came.outcomeLabel}</strong><span>{came.by.title}{came.onBehalf === null ? '' : t('task.onBehalf', { name: came.onBehalf.title })}</span><time className="muted" dateTime={came.at}>{formatDateTime(came.at)}</time>
          {came.opinion === null || came.opinion === '' ? null : <q>{came.opinion}</q>}</p>
      )}
      {changes.length === 0 ? null : <><h3>{t('task.changes')}</h3><ChangesTable changes={changes} fields={task.form.sections.flatMap((section) => section.fields)} /></>}
    </section>
  );
}
