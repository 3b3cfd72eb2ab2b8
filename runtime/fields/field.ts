import type { Expression } from '../expressions/index.ts';

/** A text in Chinese and, where given, English. */
export interface Text { zh: string; en: string }

/** A JSON condition as authors write it; compiled to SQL by `server/query`. */
export type Condition = Record<string, unknown>;

export interface Option { value: string; label: Text; color?: string; disabled?: boolean; parent?: string; from?: string; until?: string }

export interface Sensitivity { level: 'internal' | 'sensitive' | 'important'; mask?: 'name' | 'id-card' | 'mobile' | 'all' }

/** A linked field: names resolved, defaults filled in, expressions parsed. */
export interface Field {
  name: string;
  type: string;
  label: Text;
  help?: Text;
  /** Physical column; absent for fields stored elsewhere (lines). */
  column?: string;
  required: boolean;
  readOnly: boolean;
  unique: boolean;
  options?: Option[];
  /** Dictionary of the choices; `maintained` ones are records, and known only to the server. */
  dictionary?: { key: string; maintained: boolean };
  /** Only codes without codes beneath them can be chosen. */
  leavesOnly?: boolean;
  /** Entity key of reference, org, user, area, and the column of it that is stored. */
  reference?: { entity: string; key: 'id' | 'code'; filter?: Condition; fill?: Record<string, string> };
  /** Entity and limits of a field that names several records. */
  references?: { entity: string; filter?: Condition; minCount: number; maxCount: number };
  lines?: { entity: string; minCount: number; maxCount: number };
  min?: number;
  max?: number;
  minLength?: number;
  maxLength?: number;
  scale?: number;
  pattern?: string;
  unit?: Text;
  accept?: string[];
  maxSize?: number;
  maxCount?: number;
  level?: string;
  format?: string;
  /** Data element (WS/T 363) that the field holds. */
  dataElement?: string;
  sensitivity?: Sensitivity;
  message?: Text;
  default?: Expression;
  check?: Expression;
  computed?: Expression;
  /** The reference is found by these values of the target's fields. */
  lookup?: Record<string, Expression>;
  visibleWhen?: Expression;
  requiredWhen?: Expression;
  readOnlyWhen?: Expression;
  was: string[];
}
