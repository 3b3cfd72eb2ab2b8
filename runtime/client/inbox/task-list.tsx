import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import type { ClientTask } from '../../model/client-task-types.ts';
import { t } from '../texts.ts';
import { formatAgo, formatDateTime } from '../widgets/format.ts';
import { instancePath, taskPath } from '../widgets/paths.ts';
import { Tag } from '../widgets/tag.tsx';
import { ofInstances, type Box } from './boxes.ts';
import { TaskTags } from './task-tags.tsx';

interface TaskListProps {
  tasks: ClientTask[]; box: Box;
  /** Beside a preview: which one it shows. */
  selected: string | undefined;
  onSelect: ((id: string) => void) | undefined;
  checked: ReadonlySet<string> | undefined;
  onCheck: (checked: ReadonlySet<string>) => void;
}

/** Tasks one below the other; ↑ and ↓ move anywhere on the page, Enter goes into the one that is shown. */
export function TaskList({ tasks, box, selected, onSelect, checked, onCheck }: TaskListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (onSelect === undefined) return;
    const move = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !['ArrowDown', 'ArrowUp'].includes(event.key) || isBusyElsewhere(event.target)) return;
      const at = tasks.findIndex(({ id }) => id === selected);
      const next = tasks[at + (event.key === 'ArrowDown' ? 1 : -1)];
      event.preventDefault();
      if (next === undefined) return;
      onSelect(next.id);
      list.current?.querySelector<HTMLElement>(`[data-task="${next.id}"]`)?.focus();
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, [tasks, selected, onSelect]);
  const toggle = (id: string) => {
    const next = new Set(checked);
    if (!next.delete(id)) next.add(id);
    onCheck(next);
  };
  return (
    <ul ref={list} className="inbox-list" aria-label={t('inbox.list')}>
      {tasks.map((task) => (
        <li key={task.id} className={task.id === selected ? 'is-selected' : undefined}>
          {checked === undefined ? null : <input type="checkbox" aria-label={t('inbox.check', { title: task.record.title || task.entityLabel })} checked={checked.has(task.id)} onChange={() => toggle(task.id)} />}
          <div className="inbox-item" onClick={(event) => { if (onSelect !== undefined && event.target instanceof Element && event.target.closest('a') === null) onSelect(task.id); }}>
            <p className="inbox-item-head">
              <Link data-task={task.id} className="row-link" aria-current={task.id === selected || undefined} to={ofInstances.includes(box) ? instancePath(task.instance) : taskPath(task.id)}
                onClick={(event) => { if (onSelect === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return; event.preventDefault(); onSelect(task.id); focusPreview(); }}>{task.record.title || task.entityLabel}</Link>
              <When task={task} box={box} />
            </p>
            <p className="inbox-item-line">
              <span>{task.process.label} · {task.label === '' ? t('instance.ended') : task.label}</span>
              <span className="muted">{task.applicant.title}</span>
              {box === 'done' && task.outcome !== null ? <Tag text={task.outcome.label} color="blue" /> : null}
              {box === 'copied' && task.readAt === null ? <Tag text={t('task.unread')} color="blue" /> : null}
              {box === 'delegated' && task.assignee !== null ? <span className="muted">{t('task.with', { name: task.assignee.title })}</span> : null}
              <TaskTags task={task} />
            </p>
            {task.note === null || task.note === '' ? null : <p className="inbox-item-note">{task.note}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function When({ task, box }: { task: ClientTask; box: Box }) {
  const at = box === 'done' || box === 'finished' ? task.completedAt ?? task.createdAt : task.createdAt;
  return <time className="muted" dateTime={at} title={formatDateTime(at)}>{formatAgo(at)}</time>;
}

/** Arrow keys belong to whoever types, chooses or answers a question. */
function isBusyElsewhere(target: EventTarget | null): boolean {
  return document.querySelector('dialog[open]') !== null || (target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, [role=combobox], [role=tab], [role=listbox], [contenteditable]') !== null);
}

/** The opinion where one is asked for, else the head of the preview. */
function focusPreview(): void {
  setTimeout(() => {
    const preview = document.querySelector('.inbox-right');
    (preview?.querySelector<HTMLElement>('.decision textarea') ?? preview?.querySelector<HTMLElement>('h2'))?.focus();
  }, 0);
}
