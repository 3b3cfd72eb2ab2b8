import { useEffect } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import type { ClientTask } from '../../model/client-types.ts';
import { api } from '../api.ts';
import { t } from '../texts.ts';
import type { TextKey } from '../texts.ts';
import { formatAgo, formatDateTime } from '../widgets/format.ts';
import { PageHead } from '../widgets/page.tsx';
import { instancePath, taskPath } from '../widgets/paths.ts';
import { Empty, Failure, Skeleton } from '../widgets/states.tsx';
import { Tabs } from '../widgets/tabs.tsx';
import { Tag } from '../widgets/tag.tsx';
import { useLoad } from '../widgets/use-load.ts';
import { Pager } from '../views/list/pager.tsx';

export type Box = 'todo' | 'claimable' | 'done' | 'started';
const boxes: Box[] = ['todo', 'claimable', 'done', 'started'];
export interface TaskPageData { items: ClientTask[]; page: number; pageSize: number; total: number; counts: Record<Box, number> }

/** What waits for me, what I may take, what I have done and what I have started. */
export default function InboxPage() {
  const [search, setSearch] = useSearchParams();
  const box = boxes.find((item) => item === search.get('box')) ?? 'todo';
  const page = Math.max(1, Number(search.get('page') ?? 1) || 1);
  const pageSize = Number(search.get('pageSize') ?? 20) || 20;
  const loaded = useLoad<TaskPageData>(`${box}/${page}/${pageSize}`, (signal) => api.get<TaskPageData>('/api/tasks', { box, page, pageSize }, signal));
  const counts = loaded.data?.counts;
  // Whoever opens the task list wants to see work: with nothing of their own, what may be taken.
  const onlyClaimable = search.get('box') === null && counts !== undefined && counts.todo === 0 && counts.claimable > 0;
  useEffect(() => { if (onlyClaimable) setSearch({ box: 'claimable' }, { replace: true }); }, [onlyClaimable, setSearch]);
  return (
    <>
      <PageHead title={t('inbox.title')} crumbs={[{ label: t('inbox.title') }]} />
      <Tabs label={t('inbox.title')} panelId="inbox-panel" active={box} onChange={(key) => setSearch({ box: key })}
        items={boxes.map((key) => ({ key, label: t(`inbox.${key}` as TextKey), count: counts?.[key] }))} />
      <div id="inbox-panel" role="tabpanel" aria-labelledby={`inbox-panel-${box}`}>
        {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={8} /> : loaded.data.items.length === 0 ? <Empty title={t(`inbox.none.${box}` as TextKey)} hint={t(`inbox.hint.${box}` as TextKey)} /> : (
          <>
            <TaskTable tasks={loaded.data.items} box={box} />
            <Pager page={loaded.data.page} pageSize={loaded.data.pageSize} total={loaded.data.total} onChange={(nextPage, size) => setSearch({ box, page: String(nextPage), pageSize: String(size) })} />
          </>
        )}
      </div>
    </>
  );
}

/** Tasks as rows; a click anywhere opens, the link does so by keyboard. */
export function TaskTable({ tasks, box }: { tasks: ClientTask[]; box: Box }) {
  const navigate = useNavigate();
  const pathOf = (task: ClientTask): string => (box === 'started' ? instancePath(task.instance) : taskPath(task.id));
  return (
    <div className="table-scroll">
      <table className="table is-opening task-table">
        <thead>
          <tr>
            <th scope="col">{t('task.record')}</th><th scope="col">{t('task.process')}</th><th scope="col">{t(box === 'started' ? 'task.current' : 'task.step')}</th>
            {box === 'started' ? null : <th scope="col">{t('task.applicant')}</th>}<th scope="col">{t(box === 'done' ? 'task.completedAt' : box === 'started' ? 'task.startedAt' : 'task.arrivedAt')}</th>{box === 'done' ? <th scope="col">{t('task.outcome')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id} onClick={(event) => { if (event.target instanceof Element && event.target.closest('a') === null && getSelection()?.toString() === '') navigate(pathOf(task)); }}>
              <td data-label={t('task.record')}><Link className="row-link" to={pathOf(task)}>{task.record.title || task.entityLabel}</Link><span className="muted sub">{task.entityLabel}</span></td>
              <td data-label={t('task.process')}>{task.process.label}</td>
              <td data-label={t('task.step')}>{task.label === '' && box === 'started' ? <Tag text={t('instance.ended')} color="green" /> : task.label}</td>
              {box === 'started' ? null : <td data-label={t('task.applicant')}>{task.applicant.title}</td>}
              <td data-label={t('task.arrivedAt')}><When task={task} box={box} /></td>
              {box === 'done' ? <td data-label={t('task.outcome')}>{task.outcome?.label ?? '—'}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function When({ task, box }: { task: ClientTask; box: Box }) {
  const at = box === 'done' ? task.completedAt ?? task.createdAt : task.createdAt;
  const isLate = task.dueAt !== null && task.completedAt === null && new Date(task.dueAt).getTime() < Date.now();
  return <><time dateTime={at} title={formatDateTime(at)}>{formatAgo(at)}</time>{isLate ? <> <Tag text={t('task.late')} color="red" /></> : null}</>;
}
