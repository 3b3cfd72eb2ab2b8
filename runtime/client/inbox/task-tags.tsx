import type { ClientTask } from '../../model/client-task-types.ts';
import { t } from '../texts.ts';
import { formatDateTime } from '../widgets/format.ts';
import { Tag } from '../widgets/tag.tsx';

const soon = 48 * 3_600_000;

/** What makes a task different from others: late, urged, somebody else's, only a signature. */
export function TaskTags({ task }: { task: ClientTask }) {
  const left = task.dueAt === null || task.completedAt !== null ? null : new Date(task.dueAt).getTime() - Date.now();
  return (
    <span className="task-tags">
      {left !== null && left < 0 ? <Tag text={t('task.late')} color="red" /> : null}
      {left !== null && left >= 0 && left < soon ? <Tag text={t('task.dueSoon', { at: formatDateTime(task.dueAt ?? '') })} color="orange" /> : null}
      {task.urged > 0 ? <Tag text={t('task.urged', { count: task.urged })} color="orange" /> : null}
      {task.kind === 'task' ? null : <Tag text={t(`task.kind.${task.kind}`)} color="purple" />}
      {task.inStead === null ? null : <Tag text={t('task.inStead', { name: task.inStead.title })} color="cyan" />}
      {task.held ? <Tag text={t('task.held')} color="grey" /> : null}
    </span>
  );
}
