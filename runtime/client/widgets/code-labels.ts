import { useEffect, useState } from 'react';
import type { ClientField } from '../../model/client-types.ts';
import { api } from '../api.ts';
import { locale } from '../texts.ts';

type Dictionary = NonNullable<ClientField['dictionary']>;
export interface Code { code: string; label: string; parent: string | null; valid: boolean }

const labels = new Map<string, string>();
const waiting = new Map<string, { codes: Set<string>; done: Promise<void> }>();
const pathOf = ({ app, name }: Dictionary): string => `/api/dictionaries/${encodeURIComponent(app)}/${encodeURIComponent(name)}`;
const keyOf = (dictionary: Dictionary, code: string): string => `${locale()} ${dictionary.app}/${dictionary.name} ${code}`;

/** The texts of codes that are maintained on the server; cells of one page ask together, and once. */
export function useCodeLabels(dictionary: Dictionary | undefined, codes: readonly string[]): (code: string) => string {
  const [, setRound] = useState(0);
  const missing = dictionary === undefined ? '' : codes.filter((code) => !labels.has(keyOf(dictionary, code))).join(',');
  useEffect(() => {
    if (dictionary === undefined || missing === '') return;
    let isGone = false;
    void ask(dictionary, missing.split(',')).then(() => { if (!isGone) setRound((old) => old + 1); });
    return () => { isGone = true; };
  }, [dictionary, missing]);
  return (code) => (dictionary === undefined ? code : labels.get(keyOf(dictionary, code)) ?? code);
}

/** Codes for a text, or those beneath one; their texts are remembered. */
export async function findCodes(dictionary: Dictionary, text: string, parent: string | null): Promise<Code[]> {
  const { items } = await api.get<{ items: Code[] }>(pathOf(dictionary), text.trim() !== '' ? { q: text, limit: 50 } : { parent: parent ?? undefined, limit: 200 });
  for (const { code, label } of items) labels.set(keyOf(dictionary, code), label);
  return items;
}

function ask(dictionary: Dictionary, codes: readonly string[]): Promise<void> {
  const key = `${dictionary.app}/${dictionary.name}`;
  let batch = waiting.get(key);
  if (batch === undefined) {
    const wanted = new Set<string>();
    // After every cell that is drawn now has asked.
    const done = new Promise((resolve) => { setTimeout(resolve, 0); }).then(async () => {
      waiting.delete(key);
      const { items } = await api.get<{ items: Code[] }>(pathOf(dictionary), { codes: [...wanted].join(',') });
      for (const code of wanted) labels.set(keyOf(dictionary, code), items.find((item) => item.code === code)?.label ?? code);
    }).catch(() => undefined);
    batch = { codes: wanted, done };
    waiting.set(key, batch);
  }
  for (const code of codes) batch.codes.add(code);
  return batch.done;
}
