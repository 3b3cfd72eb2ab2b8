import { lazy, Suspense } from 'react';
import type { ClientInstance } from '../../model/client-task-types.ts';
import { api } from '../api.ts';
import { t } from '../texts.ts';
import type { TextKey } from '../texts.ts';
import { formatDateTime } from '../widgets/format.ts';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { Tag } from '../widgets/tag.tsx';
import { formatSpan } from './format-span.ts';
import { Trail } from './trail.tsx';
import { useLoad } from '../widgets/use-load.ts';

const Diagram = lazy(() => import('../widgets/diagram.tsx'));
const colours: Record<ClientInstance['status'], string> = { running: 'blue', ended: 'green', cancelled: 'grey', incident: 'red' };
const none: string[] = [];

/** Where a process stands: who has said what, who is waited for, and the lit diagram. */
export function ProcessPanel({ id, round = 0 }: { id: string; round?: number }) {
  const loaded = useLoad(`${id}/${round}`, (signal) => api.get<ClientInstance>(`/api/instances/${encodeURIComponent(id)}`, {}, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={6} />;
  return <Instance instance={loaded.data} />;
}

export function Instance({ instance }: { instance: ClientInstance }) {
  return (
    <div className="process">
      <p className="process-head">
        <strong>{instance.process.label}</strong>
        <Tag text={t(`instance.${instance.status}` as TextKey)} color={colours[instance.status]} />
        <span className="muted">{t('instance.started', { name: instance.applicant.title, at: formatDateTime(instance.startedAt) })}</span>
      </p>
      {instance.incidents.map((incident) => <p key={incident.element} className="field-error" role="alert">{t('instance.incidentAt', { element: incident.element, message: incident.message })}</p>)}
      <ol className="timeline">
        <li className="is-done">
          <p className="timeline-head"><strong>{t('instance.submit')}</strong><span>{instance.applicant.title}</span><time dateTime={instance.startedAt}>{formatDateTime(instance.startedAt)}</time></p>
        </li>
        <Trail instance={instance} />
        {instance.openTasks.map((task) => (
          <li key={task.id} className="is-waiting">
            <p className="timeline-head"><strong>{task.label}</strong><span>{task.assignee?.title ?? t('instance.candidates', { candidates: task.candidates })}</span><Tag text={t(task.held ? 'task.held' : 'instance.waiting')} color="orange" />
              {task.dueAt === null ? null : <span className="muted">{t('task.due', { at: formatDateTime(task.dueAt) })}</span>}
              <time dateTime={task.createdAt}>{t('instance.waits', { since: formatSpan(Date.now() - new Date(task.createdAt).getTime()) })}</time></p>
          </li>
        ))}
        {instance.endedAt === null ? null : <li className="is-done"><p className="timeline-head"><strong>{t(instance.status === 'cancelled' ? 'instance.cancelled' : 'instance.end')}</strong><time dateTime={instance.endedAt}>{formatDateTime(instance.endedAt)}</time></p></li>}
      </ol>
      <Suspense fallback={<Skeleton rows={4} />}>
        <Diagram xml={instance.xml} active={instance.active} passed={instance.passed} passedFlows={instance.passedFlows} failed={instance.incidents.length === 0 ? none : instance.incidents.map((incident) => incident.element)} notes={notesOf(instance)} />
      </Suspense>
    </div>
  );
}

/** Who did each element and how long it took, or who it waits for. */
function notesOf(instance: ClientInstance): Record<string, string> {
  const notes: Record<string, string> = {};
  const add = (element: string, text: string) => { notes[element] = notes[element] === undefined ? text : `${notes[element]}、${text}`; };
  for (const { element, by, from, to } of instance.spans) if (to !== null && !instance.active.includes(element)) add(element, `${by} ${formatSpan(new Date(to).getTime() - new Date(from).getTime())}`);
  for (const task of instance.openTasks) add(task.task, `${task.assignee?.title ?? task.candidates} ${formatSpan(Date.now() - new Date(task.createdAt).getTime())}`);
  return notes;
}
