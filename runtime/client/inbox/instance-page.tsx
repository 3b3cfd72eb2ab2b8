import { Link, useParams } from 'react-router-dom';
import type { ClientInstance } from '../../model/client-task-types.ts';
import { api } from '../api.ts';
import { t } from '../texts.ts';
import { PageHead } from '../widgets/page.tsx';
import { recordPath } from '../widgets/paths.ts';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { useLoad } from '../widgets/use-load.ts';
import { InstanceActions } from './instance-actions.tsx';
import { Instance } from './process-panel.tsx';

/** How far something I started has come. */
export default function InstancePage() {
  const { id = '' } = useParams();
  const loaded = useLoad(id, (signal) => api.get<ClientInstance>(`/api/instances/${encodeURIComponent(id)}`, {}, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={8} />;
  const instance = loaded.data;
  const title = instance.record.title || instance.process.label;
  return (
    <>
      <PageHead title={title} crumbs={[{ label: t('inbox.title'), to: '/tasks?box=started' }, { label: instance.process.label }]} actions={<Link className="button button-default" to={recordPath(instance.app, instance.entity, instance.record.id)}>{t('task.openRecord')}</Link>} />
      <InstanceActions instance={instance} onChanged={() => { void loaded.reload(); }} />
      <section className="card"><Instance instance={instance} /></section>
    </>
  );
}
