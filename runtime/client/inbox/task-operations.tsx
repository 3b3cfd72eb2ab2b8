import { useState } from 'react';
import type { ClientTaskDetail } from '../../model/client-task-types.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { OperationDialog } from './operation-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';

type Operation = ClientTaskDetail['can']['operations'][number];

/** What this step allows besides its outcomes, one dialog each. */
export function TaskOperations({ task, onDone, reload }: { task: ClientTaskDetail; onDone: (text: string) => void; reload: () => Promise<void> }) {
  const [open, setOpen] = useState<Operation | null>(null);
  if (task.can.operations.length === 0) return null;
  const finish = (text: string, isGone: boolean) => {
    setOpen(null);
    if (isGone) onDone(text);
    else void reload();
  };
  return (
    <div className="task-operations" role="group" aria-label={t('operation.more')}>
      {task.can.operations.map((name) => <Button key={name} look="link" onClick={() => setOpen(name)}>{t(`operation.${name}`)}</Button>)}
      {open === null ? null : open === 'return'
        ? <ReturnDialog task={task} onClose={() => setOpen(null)} onDone={(text) => finish(text, true)} />
        : <OperationDialog operation={open} path={open === 'copy' ? `/api/instances/${encodeURIComponent(task.instance)}` : `/api/tasks/${encodeURIComponent(task.id)}`} onClose={() => setOpen(null)} onDone={(text) => finish(text, open === 'transfer' || open === 'delegate')} />}
    </div>
  );
}
