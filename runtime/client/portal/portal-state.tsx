import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ClientAccount, ClientPortal } from '../../model/client-portal-types.ts';
import { portalApi, type PortalApi } from './portal-api.ts';
import { keep, kept, locale, setLocale } from './texts.ts';

interface PortalState {
  app: string;
  api: PortalApi;
  portal: ClientPortal;
  account: ClientAccount | null;
  setAccount: (account: ClientAccount | null) => void;
  isElder: boolean;
  setElder: (on: boolean) => void;
  switchLanguage: () => void;
}

const PortalContext = createContext<PortalState | null>(null);
const elderKey = 'tamga.elder';

/** Loads the portal that the address names and keeps who is there, the size of type and the language. */
export function PortalProvider({ app, children, waiting, failed }: { app: string; children: ReactNode; waiting: ReactNode; failed: (error: unknown, retry: () => void) => ReactNode }) {
  const api = useMemo(() => portalApi(app), [app]);
  const [portal, setPortal] = useState<ClientPortal | null>(null);
  const [account, setAccount] = useState<ClientAccount | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isElder, setIsElder] = useState(() => kept(elderKey) === '1');
  const [language, setLanguage] = useState(locale);
  const load = useCallback(() => {
    setError(null);
    api.get<ClientPortal>('').then((loaded) => { setPortal(loaded); setAccount(loaded.account); }, setError);
  }, [api]);
  useEffect(load, [load, language]);
  useEffect(() => { document.documentElement.dataset['elder'] = isElder ? '1' : '0'; }, [isElder]);
  useEffect(() => { if (portal) document.title = portal.label; }, [portal]);
  const state = useMemo<PortalState | null>(() => portal && {
    app, api, portal, account, setAccount, isElder,
    setElder: (on) => { keep(elderKey, on ? '1' : '0'); setIsElder(on); },
    switchLanguage: () => { const next = locale() === 'en' ? 'zh-CN' : 'en'; setLocale(next); setPortal(null); setLanguage(next); },
  }, [app, api, portal, account, isElder]);
  if (error !== null) return failed(error, load);
  return state === null ? waiting : <PortalContext.Provider value={state}>{children}</PortalContext.Provider>;
}

/** The portal that is open. */
export function usePortal(): PortalState {
  const state = useContext(PortalContext);
  if (state === null) throw new Error('There is no portal around this.');
  return state;
}
