import { useMemo } from 'react';
import type { ClientAction } from '../../../model/client-types.ts';
import type { ApiError } from '../../api.ts';
import { useModel } from '../../session.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { createEvaluator } from './feel.ts';
import { RecordFormView } from './record-form.tsx';
import { defaultsOf } from './rules.ts';
import { useRecordForm } from './use-record-form.ts';

interface ActionFormProps { action: ClientAction; isBusy: boolean; send: (input: Record<string, unknown>) => Promise<ApiError | null>; onClose: () => void }

/** The input of an action in a dialog. */
export default function ActionForm({ action, isBusy, send, onClose }: ActionFormProps) {
  const { user } = useModel();
  const scope = useMemo(() => ({ user }), [user]);
  const sections = useMemo(() => [{ columns: 1, fields: action.input }], [action]);
  const initial = useMemo(() => defaultsOf(action.input, scope, createEvaluator()), [action, scope]);
  const record = useRecordForm({ sections, initial, scope });
  const submit = async () => {
    const values = record.read();
    if (values === null) return;
    const error = await send(values);
    if (error !== null) record.refuse({ ...error.problem, errors: error.problem.errors.map((item) => ({ ...item, field: item.field?.replace(/^input\./, '') })) });
  };
  return (
    <Dialog title={action.label} width={560} tone={action.style === 'danger' ? 'danger' : undefined} onClose={onClose} footer={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look={action.style === 'danger' ? 'danger' : 'primary'} isBusy={isBusy} onClick={() => { void submit(); }}>{action.label}</Button>
    </>}>
      {action.confirm === undefined ? null : <p>{action.confirm}</p>}
      <RecordFormView record={record} sections={sections} label={action.label} onSubmit={() => { void submit(); }} />
    </Dialog>
  );
}
