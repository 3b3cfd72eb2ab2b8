import type { Context } from '../../context.ts';
import { sm3 } from '../../crypto/index.ts';
import { signaturePort } from './signature.ts';

/** What an opinion says and what was looked at when it was given. */
export interface Sealed {
  id: string; instance: string; task: string | null; node: string; label: string; kind: string; outcome: string; outcomeLabel: string; opinion: string | null;
  by: string; onBehalf: string | null; at: string;
  /** Version of the record, of the process and of the definitions. */
  seenVersion: number; definition: string; revision: string; form: string | null;
  /** SM3 of the record as it was seen; absent for people who may not read it. */
  values: string | null;
  files: { id: string; digest: string }[];
}

/** A text that is the same for the same content, whatever order its keys were written in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (value instanceof Date) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}

/** SM3 over the canonical text, in hexadecimal. */
export function digestOf(value: unknown): string {
  return sm3(canonical(value)).toString('hex');
}

/** Digest and signature of an opinion. */
export async function seal(ctx: Context, content: Sealed): Promise<{ digest: string; signature: string; keyId: string }> {
  const digest = digestOf(content);
  return { digest, ...await signaturePort(ctx.services).sign(digest) };
}
