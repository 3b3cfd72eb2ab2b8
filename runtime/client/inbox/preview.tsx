import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { ClientInstance, ClientTask, ClientTaskDetail } from '../../model/client-task-types.ts';
import { api } from '../api.ts';
import { t } from '../texts.ts';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { useLoad } from '../widgets/use-load.ts';
import { InstanceActions } from './instance-actions.tsx';
import { Instance } from './process-panel.tsx';
import { TaskPanel } from './task-panel.tsx';

interface PreviewProps { task: ClientTask; isInstance: boolean; whole: ReactNode; onDone: (text: string) => void; onChanged: () => void }

/** What is chosen in the list: a task to do, or how far a request has come. */
export function Preview({ task, isInstance, whole, onDone, onChanged }: PreviewProps) {
  return isInstance ? <InstancePreview task={task} whole={whole} onChanged={onChanged} /> : <TaskPreview id={task.id} whole={whole} onDone={onDone} onChanged={onChanged} />;
}

function TaskPreview({ id, whole, onDone, onChanged }: { id: string; whole: ReactNode; onDone: (text: string) => void; onChanged: () => void }) {
  const loaded = useLoad(id, (signal) => api.get<ClientTaskDetail>(`/api/tasks/${encodeURIComponent(id)}`, {}, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={8} />;
  const task = loaded.data;
  return (
    <>
      <header className="preview-head"><h2 tabIndex={-1}>{task.record.title || task.entityLabel}</h2>{whole}</header>
      <TaskPanel key={`${task.id}/${task.version}/${task.status}`} task={task} reload={async () => { await loaded.reload(); onChanged(); }} onDone={onDone} />
    </>
  );
}

function InstancePreview({ task, whole, onChanged }: { task: ClientTask; whole: ReactNode; onChanged: () => void }) {
  const [round, setRound] = useState(0);
  const loaded = useLoad(`${task.instance}/${round}`, (signal) => api.get<ClientInstance>(`/api/instances/${encodeURIComponent(task.instance)}`, {}, signal));
  const isUnread = task.id !== task.instance && task.readAt === null;
  useReceipt(task.instance, isUnread || task.note !== null, onChanged);
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={8} />;
  const instance = loaded.data;
  return (
    <>
      <header className="preview-head"><h2 tabIndex={-1}>{instance.record.title || instance.process.label}</h2>{whole}</header>
      <InstanceActions instance={instance} onChanged={() => { setRound((old) => old + 1); onChanged(); }} />
      <section className="card" aria-label={t('detail.process')}><Instance instance={instance} /></section>
    </>
  );
}

/** A copy counts as read once it is shown. */
function useReceipt(instance: string, isCopy: boolean, onChanged: () => void): void {
  useEffect(() => {
    if (isCopy) void api.post(`/api/instances/${encodeURIComponent(instance)}/read`).then(onChanged, () => undefined);
    // Once for each instance that is shown.
  }, [instance]);
}
