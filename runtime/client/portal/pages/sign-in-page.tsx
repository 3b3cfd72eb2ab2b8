import Button from 'antd-mobile/es/components/button';
import { useEffect, useId, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { ClientAccount } from '../../../model/client-portal-types.ts';
import { PortalError } from '../portal-api.ts';
import { usePortal } from '../portal-state.tsx';
import { t } from '../texts.ts';

const pause = 60;

/** Signing in with a code that is sent to the phone; afterwards back to where one came from. */
export default function SignInPage() {
  const { api, app, setAccount } = usePortal();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [wait, setWait] = useState(0);
  const [note, setNote] = useState<string | null>(null);
  const [error, setError] = useState<{ field: 'phone' | 'code'; text: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ids = { phone: useId(), code: useId(), error: useId() };
  useEffect(() => { if (wait === 0) return undefined; const timer = setTimeout(() => setWait(wait - 1), 1000); return () => clearTimeout(timer); }, [wait]);
  const isPhone = /^1[3-9]\d{9}$/.test(phone);
  const tell = (failure: unknown, field: 'phone' | 'code'): void => setError({ field, text: failure instanceof PortalError ? [failure.message, failure.hint].filter(Boolean).join('，') : t('failed') });
  const send = async (): Promise<void> => {
    if (!isPhone) return setError({ field: 'phone', text: t('signin.phoneWrong') });
    setError(null);
    try {
      const { demoCode } = await api.post<{ demoCode?: string }>('/session/code', { phone });
      setNote(demoCode ? t('signin.demo', { code: demoCode }) : t('signin.sent'));
      setWait(pause);
    } catch (failure) {
      tell(failure, 'phone');
    }
  };
  const signIn = async (): Promise<void> => {
    if (!isPhone) return setError({ field: 'phone', text: t('signin.phoneWrong') });
    if (!/^\d{6}$/.test(code)) return setError({ field: 'code', text: t('signin.codeMissing') });
    setBusy(true);
    setError(null);
    try {
      const { account } = await api.post<{ account: ClientAccount }>('/session', { phone, code });
      setAccount(account);
      const to = search.get('to') ?? '';
      // Only back into the portals, wherever the address says it leads.
      void navigate(/^\/[a-z0-9-]+(\/|\?|$)/.test(to) ? to : `/${app}/me`, { replace: true });
    } catch (failure) {
      tell(failure, 'code');
    }
    setBusy(false);
  };
  const wrong = (field: 'phone' | 'code') => (error?.field === field ? { 'aria-invalid': true, 'aria-describedby': ids.error } : {});
  const message = (field: 'phone' | 'code') => (error?.field === field ? <p id={ids.error} className="p-error" role="alert">{error.text}</p> : null);
  return (
    <form noValidate onSubmit={(e) => { e.preventDefault(); void signIn(); }}>
      <h1 className="p-heading">{t('signin')}</h1>
      <p className="p-intro">{t('signin.why')}</p>
      <div className="p-card">
        <div className="p-field"><label htmlFor={ids.phone}>{t('signin.phone')}</label><input id={ids.phone} type="tel" autoComplete="tel" maxLength={11} value={phone} {...wrong('phone')} onChange={(e) => setPhone(e.target.value.trim())} />{message('phone')}</div>
        <div className="p-field"><label htmlFor={ids.code}>{t('signin.code')}</label>
          <div className="p-code"><input id={ids.code} inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} {...wrong('code')} onChange={(e) => setCode(e.target.value.trim())} /><Button color="primary" fill="outline" disabled={wait > 0} onClick={() => { void send(); }}>{wait > 0 ? t('signin.wait', { seconds: wait }) : t('signin.send')}</Button></div>
          {message('code')}
        </div>
        {note ? <p className="p-note" role="status">{note}</p> : null}
      </div>
      <Button block type="submit" color="primary" size="large" loading={isBusy}>{t('signin')}</Button>
    </form>
  );
}
