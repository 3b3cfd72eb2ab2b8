import { createContext, useContext } from 'react';
import type { ClientField } from '../../../model/client-types.ts';
import type { LineRule } from '../../widgets/field-view.ts';
import type { Values } from './feel.ts';

export interface FormSurroundings {
  idOf: (path: string) => string;
  fieldOf: (name: string) => ClientField | undefined;
  errors: Record<string, string>;
  values: () => Values;
  /** Called by an input with its new value; references bring the values they fill. */
  change: (name: string, value: unknown) => void;
  leave: (name: string) => void;
  lineRule: (lines: string, row: Values, name: string) => LineRule;
}

/** What the inputs of one form share beside Formily's own state. */
export const FormContext = createContext<FormSurroundings | null>(null);

export function useFormContext(): FormSurroundings {
  const surroundings = useContext(FormContext);
  if (surroundings === null) throw new Error('form input outside a form');
  return surroundings;
}
