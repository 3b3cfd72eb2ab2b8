import type { FieldInputProps } from '../../client/widgets/field-view.ts';
import { t } from '../../client/texts.ts';

export { PlainCell as Cell } from '../../client/widgets/plain-cell.tsx';

/** Numbers are given by the server; the form only says so. */
export function Input({ id, value }: FieldInputProps) {
  return <output id={id} className="given">{typeof value === 'string' && value !== '' ? value : <span className="muted">{t('field.afterSave')}</span>}</output>;
}
