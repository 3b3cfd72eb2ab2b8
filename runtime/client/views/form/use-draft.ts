import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClientDraft } from '../../../model/client-types.ts';
import { api } from '../../api.ts';
import type { Values } from './feel.ts';

interface DraftOptions {
  app: string; entity: string; id?: string; version?: number;
  /** What was kept when the form was opened. */
  found: ClientDraft | null;
  isDirty: () => boolean; read: () => Values; restore: (values: Values) => void;
}

/** What the form says about its draft: taken over, offered because the record has moved on, or nothing; and when it was kept last. */
export interface DraftState { shown: 'restored' | 'offered' | null; savedAt: string | null; note: () => void; take: () => void; discard: () => Promise<void>; done: () => void }

const pause = 1500;

/** Keeps what is being filled in on the server, for this person alone, and brings it back. */
export function useDraft({ app, entity, id, version, found, isDirty, read, restore }: DraftOptions): DraftState {
  const [shown, setShown] = useState<DraftState['shown']>(found === null ? null : found.stale ? 'offered' : 'restored');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const isOver = useRef(false);
  const latest = useRef({ isDirty, read, version });
  latest.current = { isDirty, read, version };
  const path = draftPath(app, entity, id);

  const keep = useCallback(async () => {
    if (isOver.current || !latest.current.isDirty()) return;
    try {
      await api.put(path, { values: latest.current.read(), ...(latest.current.version === undefined ? {} : { version: latest.current.version }) });
      setSavedAt(new Date().toISOString());
    } catch {
      // A draft is a convenience: what cannot be kept now is tried again with the next change.
      setSavedAt(null);
    }
  }, [path]);

  useEffect(() => {
    if (found !== null && !found.stale) restore(found.values);
    return () => { clearTimeout(timer.current); };
    // Once, when the form opens.
  }, []);

  return {
    shown, savedAt,
    note: useCallback(() => { clearTimeout(timer.current); timer.current = setTimeout(() => { void keep(); }, pause); }, [keep]),
    take: () => { if (found !== null) restore(found.values); setShown('restored'); },
    discard: async () => { isOver.current = true; clearTimeout(timer.current); await api.delete(path).catch(() => undefined); setShown(null); },
    done: () => { isOver.current = true; clearTimeout(timer.current); void api.delete(path).catch(() => undefined); },
  };
}

/** Where the draft of a form is kept. */
export function draftPath(app: string, entity: string, id: string | undefined): string {
  return `/api/drafts/${[app, entity, id ?? 'new'].map(encodeURIComponent).join('/')}`;
}
