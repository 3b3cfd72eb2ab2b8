import { createContext, useContext } from 'react';
import type { ComponentType } from 'react';
import type { ClientField } from '../../model/client-types.ts';

/** What every field input gets; `label` is given where no visible `<label>` stands beside it, such as in a table cell. */
export interface FieldInputProps {
  id: string;
  field: ClientField;
  value: unknown;
  onChange: (value: unknown) => void;
  onBlur?: () => void;
  disabled?: boolean;
  invalid?: boolean;
  required?: boolean;
  describedBy?: string;
  label?: string;
  /** The other values of the form (of the line, in a table), for choices that depend on them. */
  values?: () => Record<string, unknown>;
  /** Problems of the lines of this field by path, such as `lines[1].quantity`. */
  errors?: Record<string, string>;
  /** Rules of one line's field as they stand now. */
  lineRule?: (row: Record<string, unknown>, name: string) => LineRule;
}

export interface LineRule { visible: boolean; required: boolean; readOnly: boolean }

/** What every cell (in lists, on detail pages, in history) gets; links only where the cell does not stand in a link already. */
export interface FieldCellProps { field: ClientField; value: unknown; isLinked?: boolean }

export interface FieldView { Cell: ComponentType<FieldCellProps>; Input: ComponentType<FieldInputProps> }

/** How a view that contains other fields (lines) finds their views without importing the list that contains itself. */
export const FieldViewContext = createContext<((type: string) => FieldView) | null>(null);

export function useFieldView(): (type: string) => FieldView {
  const find = useContext(FieldViewContext);
  if (find === null) throw new Error('field views are not provided');
  return find;
}
