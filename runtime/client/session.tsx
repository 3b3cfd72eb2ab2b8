import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { ClientModel } from '../model/client-types.ts';
import { api, onRevision } from './api.ts';
import { locale, setLocale } from './texts.ts';
import type { Locale } from './texts.ts';

interface Session {
  model: ClientModel | null;
  error: unknown;
  /** Reads the menu and the signed-in person again, such as after signing in. */
  reload: () => Promise<void>;
  signOut: () => Promise<void>;
  changeLocale: (next: Locale) => void;
  /** True when the definitions changed since the page was opened. */
  isOutdated: boolean;
}

const SessionContext = createContext<Session | null>(null);

/** Who is signed in and what the model offers that person. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside SessionProvider');
  return session;
}

/** The model of the signed-in person; only inside the shell, which waits for it. */
export function useModel(): ClientModel {
  const { model } = useSession();
  if (model === null) throw new Error('useModel before sign-in');
  return model;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [model, setModel] = useState<ClientModel | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isOutdated, setOutdated] = useState(false);
  const [language, setLanguage] = useState<Locale>(locale());
  const known = useRef<string | null>(null);

  const reload = useCallback(async () => {
    setError(null);
    try {
      const next = await api.get<ClientModel>('/api/model');
      known.current = next.revision;
      setOutdated(false);
      setModel(next);
    } catch (failure) {
      setError(failure);
      setModel(null);
    }
  }, []);

  useEffect(() => onRevision((revision) => {
    if (known.current !== null && revision !== known.current) setOutdated(true);
  }), []);

  const signOut = useCallback(async () => {
    await api.delete('/api/session');
    known.current = null;
    setModel(null);
  }, []);

  const changeLocale = useCallback((next: Locale) => {
    setLocale(next);
    setLanguage(next);
    setModel((current) => {
      if (current !== null) void reload();
      return current;
    });
  }, [reload]);

  const value = useMemo(
    () => ({ model, error, reload, signOut, changeLocale, isOutdated }),
    [model, error, reload, signOut, changeLocale, isOutdated],
  );
  // Labels come from the server and texts from module state: a new key draws everything again in the new language.
  return <SessionContext.Provider value={value}><div key={language} className="app">{children}</div></SessionContext.Provider>;
}
