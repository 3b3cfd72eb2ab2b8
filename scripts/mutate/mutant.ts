import type { Source } from '../../runtime/model/source.ts';

/** What a mutant takes away. */
export type MutantClass = 'check' | 'required' | 'unique' | 'read-only' | 'range' | 'reference-filter' | 'row-rule' | 'field-rule' | 'right' | 'transition' | 'editable'
  | 'action-rule' | 'flow-condition' | 'task-rule' | 'alert' | 'view-filter' | 'tree';

/** One definition with one rule taken away. */
export interface Mutant {
  class: MutantClass;
  /** JSON pointer, or `#id` of a BPMN element. */
  pointer: string;
  /** What was done, such as `without check`. */
  what: string;
  /** The changed definition; replaces the one of the same file. */
  source: Source;
  /** Unique groups of the database that the mutant no longer has. */
  dropUnique?: { entity: string; fields: string[] };
  /** Only people with this role can feel it. */
  role?: string;
}

/** How the mutants of one kind of definition are found. */
export type MutateKind = (source: Source, all: Source[]) => Mutant[];
