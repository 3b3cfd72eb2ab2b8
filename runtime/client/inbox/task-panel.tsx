import { useState } from 'react';
import type { ClientTaskDetail } from '../../model/client-task-types.ts';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { formatDateTime } from '../widgets/format.ts';
import { Icon } from '../widgets/icon.tsx';
import { toast } from '../widgets/toast.tsx';
import { StateTag } from '../views/detail/detail-page.tsx';
import { RecordSections } from '../views/detail/record-sections.tsx';
import { CameFrom } from './came-from.tsx';
import { Decision } from './decision.tsx';
import { ProcessPanel } from './process-panel.tsx';
import { SignersList } from './signers-list.tsx';
import { TaskOperations } from './task-operations.tsx';
import { TaskTags } from './task-tags.tsx';
import '../views/form/form.css';
import './task.css';

/** One task: what is new and why it came, what I decide, what was asked for, and how it came here. */
export function TaskPanel({ task, reload, onDone }: { task: ClientTaskDetail; reload: () => Promise<void>; onDone: (text: string) => void }) {
  const [isBusy, setBusy] = useState(false);
  const act = async (path: string, done: string) => {
    setBusy(true);
    try {
      await api.post(`/api/tasks/${encodeURIComponent(task.id)}/${path}`);
      toast('success', done);
    } catch (error) {
      toast('error', error instanceof ApiError ? error.message : t('error.unknown'));
    } finally {
      setBusy(false);
      void reload();
    }
  };
  return (
    <div className="task-panel">
      <p className="task-facts">
        <StateTag detail={task.form} record={task.seen} />
        {t('task.facts', { process: task.process.label, step: task.label, applicant: task.applicant.title, at: formatDateTime(task.createdAt) })}
        {task.dueAt === null ? null : <span>{t('task.due', { at: formatDateTime(task.dueAt) })}</span>}
        <TaskTags task={task} />
      </p>
      <CameFrom task={task} />
      <div className="task-columns">
        <div className="task-seen"><RecordSections sections={task.form.sections} values={task.seen} /></div>
        <aside className="card decision" aria-label={t('task.decision')}>
          <div className="card-head"><h2>{t('task.decision')}</h2>
            <span className="task-claim">
              {task.can.claim ? <Button isBusy={isBusy} title={t('task.claimHint')} onClick={() => { void act('claim', t('task.claimed')); }}>{t('task.claim')}</Button> : null}
              {task.can.unclaim ? <Button isBusy={isBusy} onClick={() => { void act('unclaim', t('task.unclaimed')); }}>{t('task.unclaim')}</Button> : null}
              {task.can.takeBack ? <Button isBusy={isBusy} onClick={() => { void act('take-back', t('task.takenBack')); }}>{t('task.takeBack')}</Button> : null}
            </span>
          </div>
          {task.status === 'completed' || task.status === 'cancelled'
            ? <p className="notice"><Icon name="info" />{task.outcome === null ? t('task.cancelled') : t('task.decided', { outcome: task.outcome.label, at: task.completedAt === null ? '' : formatDateTime(task.completedAt) })}</p>
            : task.can.complete || task.can.resolve ? <Decision task={task} onDone={onDone} reload={reload} />
              : task.can.reason === undefined ? null : <p className="notice"><Icon name="info" />{task.can.reason}</p>}
          {task.owner === null || task.owner.id === task.assignee?.id ? null : <p className="muted">{t('task.owner', { name: task.owner.title })}</p>}
          <SignersList task={task} reload={reload} />
          <TaskOperations task={task} onDone={onDone} reload={reload} />
        </aside>
      </div>
      <section className="card" aria-label={t('detail.process')}><h2>{t('detail.process')}</h2><ProcessPanel id={task.instance} /></section>
    </div>
  );
}

