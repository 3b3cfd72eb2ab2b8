import { api, recordsPath } from '../../client/api.ts';
import { Combobox } from '../../client/widgets/combobox.tsx';
import type { Choice } from '../../client/widgets/combobox.tsx';
import type { FieldInputProps } from '../../client/widgets/field-view.ts';
import { isReference } from '../../client/widgets/format.ts';

export { PlainCell as Cell } from '../../client/widgets/plain-cell.tsx';

/** Divisions are found by name, or level by level with the arrow keys. */
export function Input({ field, value, onChange, values: _values, errors: _errors, lineRule: _rule, ...rest }: FieldInputProps) {
  const find = async (text: string, parent: Choice | null): Promise<Choice[]> => {
    const found = await api.get<{ items: Choice[] }>(recordsPath('platform', 'area', 'options'), { q: text, parent: parent?.id, limit: 50, level: field.area?.level });
    return found.items;
  };
  return <Combobox {...rest} levels value={isReference(value) ? value : null} onChange={onChange} find={find} />;
}
