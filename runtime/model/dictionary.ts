import type { Option, Text } from '../fields/field.ts';

/** One version of a fixed dictionary; `options` are its codes in order. */
export interface DictionaryVersion { version: string | null; effective: string | null; options: Option[] }

/** The codes of another system: its code by ours, and all of its codes where they are known. */
export interface CodeTranslation { label: Text; codes: Map<string, string>; foreign: Map<string, Text> }

/** A linked dictionary: fixed versions, the latest first, or a name among the codes that an entity holds. */
export interface Dictionary {
  key: string; app: string; name: string; label: Text; source?: string;
  versions: DictionaryVersion[];
  mappings: Map<string, CodeTranslation>;
  records?: { entity: string; of: string };
}

/** How the records of an entity are codes of dictionaries; paths start at the record of `of`, the fields without a path at the code. */
export interface Codes {
  of: string; name: string; label?: string; category?: string; version?: string; effective?: string;
  state?: string; published: string[]; kept: string[];
  code: string; text: string; parent?: string; order?: string; from?: string; until?: string; mappings?: string;
}
