import type { Damage } from './repair-source.ts';

/** One definition file as read: kind, app and name come from its path. */
export interface Source {
  file: string;
  app: string;
  kind: string;
  name: string;
  /** Parsed JSON; for processes the XML text. */
  content: unknown;
  /** Parts that could not be used and were left out of `content`. */
  damage?: Damage;
}

/** One complaint about a definition, pointing at its place. */
export interface DefinitionProblem {
  file: string;
  /** JSON pointer, or `#id` of a BPMN element. */
  pointer: string;
  code: string;
  message: string;
  hint?: string;
}

/** `file /pointer: message (hint) [code]` — the line authors read. */
export function formatProblem(p: DefinitionProblem): string {
  return `${p.file} ${p.pointer}: ${p.message}${p.hint ? ` (${p.hint})` : ''} [${p.code}]`;
}
