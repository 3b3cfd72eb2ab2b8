import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { ClientTaskDetail } from '../../model/client-types.ts';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { formatDateTime } from '../widgets/format.ts';
import { Icon } from '../widgets/icon.tsx';
import { PageHead } from '../widgets/page.tsx';
import { recordPath, taskPath } from '../widgets/paths.ts';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { toast } from '../widgets/toast.tsx';
import { useLoad } from '../widgets/use-load.ts';
import { StateTag } from '../views/detail/detail-page.tsx';
import { RecordSections } from '../views/detail/record-sections.tsx';
import { Decision } from './decision.tsx';
import type { TaskPageData } from './inbox-page.tsx';
import { ProcessPanel } from './process-panel.tsx';
import '../views/form/form.css';
import './task.css';

/** One task: what was asked for, what I decide, and how it came here. */
export default function TaskPage() {
  const { id = '' } = useParams();
  const [done, setDone] = useState<string | null>(null);
  const loaded = useLoad(id, (signal) => api.get<ClientTaskDetail>(`/api/tasks/${encodeURIComponent(id)}`, {}, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={8} />;
  const task = loaded.data;
  if (done === task.id) return <NextTask task={task} />;
  return <TaskView key={`${task.id}/${task.version}`} task={task} reload={loaded.reload} onDone={() => setDone(task.id)} />;
}

function TaskView({ task, reload, onDone }: { task: ClientTaskDetail; reload: () => Promise<void>; onDone: () => void }) {
  const [isBusy, setBusy] = useState(false);
  const take = async (verb: 'claim' | 'unclaim') => {
    setBusy(true);
    try {
      await api.post(`/api/tasks/${encodeURIComponent(task.id)}/${verb}`);
      toast('success', t(verb === 'claim' ? 'task.claimed' : 'task.unclaimed'));
    } catch (error) {
      toast('error', error instanceof ApiError ? error.message : t('error.unknown'));
    } finally {
      setBusy(false);
      void reload();
    }
  };
  const title = task.record.title || task.entityLabel;
  return (
    <>
      <PageHead title={title} crumbs={[{ label: t('inbox.title'), to: '/tasks' }, { label: t('task.crumb', { label: task.label }) }]} tag={<StateTag detail={task.form} record={task.seen} />} actions={<>
        {task.can.claim && task.can.complete ? <Button isBusy={isBusy} title={t('task.claimHint')} onClick={() => { void take('claim'); }}>{t('task.claim')}</Button> : null}
        {task.can.unclaim ? <Button isBusy={isBusy} onClick={() => { void take('unclaim'); }}>{t('task.unclaim')}</Button> : null}
        <Link className="button button-default" to={recordPath(task.app, task.entity, task.record.id)}>{t('task.openRecord')}</Link>
      </>} />
      <p className="task-facts">{t('task.facts', { process: task.process.label, step: task.label, applicant: task.applicant.title, at: formatDateTime(task.createdAt) })}</p>
      <div className="task-columns">
        <div className="task-seen"><RecordSections sections={task.form.sections} values={task.seen} /></div>
        <aside className="card decision" aria-label={t('task.decision')}>
          <h2>{t('task.decision')}</h2>
          {task.status !== 'open' ? <p className="notice"><Icon name="info" />{task.outcome === null ? t('task.cancelled') : t('task.decided', { outcome: task.outcome.label, at: task.completedAt === null ? '' : formatDateTime(task.completedAt) })}</p>
            : task.can.complete ? <Decision task={task} onDone={onDone} reload={reload} />
              : (
                <>
                  {task.can.reason === undefined ? null : <p className="notice"><Icon name="info" />{task.can.reason}</p>}
                  {task.can.claim ? <><p>{t('task.claimHint')}</p><Button look="primary" isBusy={isBusy} onClick={() => { void take('claim'); }}>{t('task.claim')}</Button></> : null}
                </>
              )}
        </aside>
      </div>
      <section className="card" aria-label={t('detail.process')}><h2>{t('detail.process')}</h2><ProcessPanel id={task.instance} /></section>
    </>
  );
}

/** After a decision: it is done, and here is the next one. */
function NextTask({ task }: { task: ClientTaskDetail }) {
  const loaded = useLoad('next', (signal) => api.get<TaskPageData>('/api/tasks', { box: 'todo', pageSize: 1 }, signal));
  const next = loaded.data?.items.find((item) => item.id !== task.id);
  return (
    <>
      <PageHead title={t('task.doneTitle')} crumbs={[{ label: t('inbox.title'), to: '/tasks' }]} />
      <div className="card done-card" role="status">
        <Icon name="check" size={36} />
        <p>{t('task.doneText', { title: task.record.title || task.entityLabel, label: task.label })}</p>
        <p className="failure-actions">
          {next === undefined ? <span className="muted">{loaded.data === null ? '' : t('task.noNext')}</span> : <Link autoFocus className="button button-primary" to={taskPath(next.id)}>{t('task.next', { title: next.record.title || next.entityLabel })}</Link>}
          <Link className="button button-default" to="/tasks">{t('task.back')}</Link>
        </p>
      </div>
    </>
  );
}
