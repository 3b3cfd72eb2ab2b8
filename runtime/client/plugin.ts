/** What a plugin's `client.tsx` exports by default. */
export type { PluginClient } from './plugins.ts';
export type { ExtraFunction } from '../expressions/index.ts';
export type { FieldCellProps, FieldInputProps, FieldView } from './widgets/field-view.ts';
/** Shows a value as text. */
export { PlainCell } from './widgets/plain-cell.tsx';
