import { useEffect, useMemo } from 'react';
import type { ClientTaskDetail } from '../../model/client-task-types.ts';
import { useModel } from '../session.tsx';
import { t } from '../texts.ts';
import { RecordFormView } from '../views/form/record-form.tsx';
import { useRecordForm } from '../views/form/use-record-form.ts';
import type { RecordForm } from '../views/form/use-record-form.ts';

/** The fields of the record that this step may fill in. */
export default function TaskEdits({ task, onForm }: { task: ClientTaskDetail; onForm: (form: RecordForm) => void }) {
  const { user } = useModel();
  const sections = useMemo(() => [{ columns: 1, fields: task.edits }], [task]);
  // Rules may read any value of the record, so all of them are in reach.
  const scope = useMemo(() => ({ ...task.seen, user }), [task, user]);
  const initial = useMemo(() => Object.fromEntries(task.edits.map((field) => [field.name, task.seen[field.name]])), [task]);
  const form = useRecordForm({ sections, initial, scope });
  useEffect(() => onForm(form));
  return <RecordFormView record={form} sections={sections} label={t('task.edits')} onSubmit={() => undefined} />;
}
