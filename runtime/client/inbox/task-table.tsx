import { Link, useNavigate } from 'react-router-dom';
import type { ClientTask } from '../../model/client-task-types.ts';
import { t } from '../texts.ts';
import { formatAgo, formatDateTime } from '../widgets/format.ts';
import { taskPath } from '../widgets/paths.ts';
import { TaskTags } from './task-tags.tsx';

/** A few tasks as rows; a click anywhere opens, the link does so by keyboard. */
export function TaskTable({ tasks }: { tasks: ClientTask[] }) {
  const navigate = useNavigate();
  return (
    <div className="table-scroll">
      <table className="table is-opening task-table">
        <thead><tr><th scope="col">{t('task.record')}</th><th scope="col">{t('task.process')}</th><th scope="col">{t('task.step')}</th><th scope="col">{t('task.applicant')}</th><th scope="col">{t('task.arrivedAt')}</th></tr></thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id} onClick={(event) => { if (event.target instanceof Element && event.target.closest('a') === null && getSelection()?.toString() === '') navigate(taskPath(task.id)); }}>
              <td data-label={t('task.record')}><Link className="row-link" to={taskPath(task.id)}>{task.record.title || task.entityLabel}</Link><span className="muted sub">{task.entityLabel}</span></td>
              <td data-label={t('task.process')}>{task.process.label}</td>
              <td data-label={t('task.step')}>{task.label}</td>
              <td data-label={t('task.applicant')}>{task.applicant.title}</td>
              <td data-label={t('task.arrivedAt')}><time dateTime={task.createdAt} title={formatDateTime(task.createdAt)}>{formatAgo(task.createdAt)}</time> <TaskTags task={task} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
