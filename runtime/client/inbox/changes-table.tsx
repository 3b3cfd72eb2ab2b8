import type { ClientChange, ClientField } from '../../model/client-types.ts';
import { t } from '../texts.ts';
import { readableChange } from '../views/detail/history.tsx';

/** Fields with what stood there and what stands there now. */
export function ChangesTable({ changes, fields }: { changes: readonly ClientChange[]; fields: readonly ClientField[] }) {
  const field = (change: ClientChange): ClientField | undefined => fields.find(({ name }) => name === change.field);
  return (
    <table className="table changes">
      <thead><tr><th scope="col">{t('history.field')}</th><th scope="col">{t('history.before')}</th><th scope="col">{t('history.after')}</th></tr></thead>
      <tbody>{changes.map((change) => <tr key={change.field}><th scope="row">{change.label}</th><td>{readableChange(change.before, field(change), change.options)}</td><td>{readableChange(change.after, field(change), change.options)}</td></tr>)}</tbody>
    </table>
  );
}
