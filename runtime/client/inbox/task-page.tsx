import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { ClientTaskDetail } from '../../model/client-task-types.ts';
import { api } from '../api.ts';
import { t } from '../texts.ts';
import { Icon } from '../widgets/icon.tsx';
import { PageHead } from '../widgets/page.tsx';
import { recordPath, taskPath } from '../widgets/paths.ts';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { useLoad } from '../widgets/use-load.ts';
import type { TaskPageData } from './boxes.ts';
import { TaskPanel } from './task-panel.tsx';

/** One task on a page of its own, as messages and phones open it. */
export default function TaskPage() {
  const { id = '' } = useParams();
  const [done, setDone] = useState<{ id: string; text: string } | null>(null);
  const loaded = useLoad(id, (signal) => api.get<ClientTaskDetail>(`/api/tasks/${encodeURIComponent(id)}`, {}, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={8} />;
  const task = loaded.data;
  if (done?.id === task.id) return <NextTask task={task} text={done.text} />;
  return (
    <>
      <PageHead title={task.record.title || task.entityLabel} crumbs={[{ label: t('inbox.title'), to: '/tasks' }, { label: t('task.crumb', { label: task.label }) }]}
        actions={<Link className="button button-default" to={recordPath(task.app, task.entity, task.record.id)}>{t('task.openRecord')}</Link>} />
      <TaskPanel key={`${task.id}/${task.version}/${task.status}`} task={task} reload={loaded.reload} onDone={(text) => setDone({ id: task.id, text })} />
    </>
  );
}

/** After a decision: it is done, and here is the next one. */
function NextTask({ task, text }: { task: ClientTaskDetail; text: string }) {
  const loaded = useLoad('next', (signal) => api.get<TaskPageData>('/api/tasks', { box: 'todo', pageSize: 2 }, signal));
  const next = loaded.data?.items.find((item) => item.id !== task.id);
  return (
    <>
      <PageHead title={t('task.doneTitle')} crumbs={[{ label: t('inbox.title'), to: '/tasks' }]} />
      <div className="card done-card" role="status">
        <Icon name="check" size={36} />
        <p>{text}</p>
        <p className="failure-actions">
          {next === undefined ? <span className="muted">{loaded.data === null ? '' : t('task.noNext')}</span> : <Link autoFocus className="button button-primary" to={taskPath(next.id)}>{t('task.next', { title: next.record.title || next.entityLabel })}</Link>}
          <Link className="button button-default" to="/tasks">{t('task.back')}</Link>
        </p>
      </div>
    </>
  );
}
