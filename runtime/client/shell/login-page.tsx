import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { api, ApiError } from '../api.ts';
import { useSession } from '../session.tsx';
import { locale, t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { useLoad } from '../widgets/use-load.ts';
import { DemoPeople, type Person } from './demo-people.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import './account.css';
import './login.css';

type Pending = 'password' | 'second-factor';

/** Signing in; a demo also shows who there is and what each may do. */
export function LoginPage() {
  const { reload, changeLocale } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const info = useLoad('session', (signal) => api.get<{ demo: boolean; people?: Person[] }>('/api/session', {}, signal));
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [otp, setOtp] = useState<string | null>(null);
  const [pending, setPending] = useState<Pending | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const passwordBox = useRef<HTMLInputElement>(null);
  const otpBox = useRef<HTMLInputElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  useEffect(() => { document.title = `${t('login.title')} - ${t('product.name')}`; }, []);

  const enter = async () => {
    await reload();
    const next = search.get('next') ?? '/';
    navigate(next.startsWith('/') && !next.startsWith('//') ? next : '/', { replace: true });
  };
  const signIn = async (secret = password) => {
    setProblem(null);
    if (username.trim() === '' || secret === '') { setProblem(t('login.incomplete')); return; }
    setBusy(true);
    try {
      const signed = await api.post<{ pending: Pending | null }>('/api/session', { username: username.trim(), password: secret, ...(otp ? { otp } : {}) });
      setPending(signed.pending);
      if (signed.pending === null) await enter();
    } catch (error) {
      if (error instanceof ApiError && ['session.otp-required', 'session.wrong-otp'].includes(error.code)) {
        setProblem(error.code === 'session.wrong-otp' ? error.message : null);
        setOtp('');
        setTimeout(() => otpBox.current?.focus());
        return;
      }
      setProblem(error instanceof ApiError ? [error.message, error.problem.hint].filter((part) => part !== undefined && part !== '').join(' ') : t('error.unknown'));
      setPassword('');
      passwordBox.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  const people = info.data?.people ?? [];
  const other = locale() === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="login">
      <main className={`login-box${people.length > 0 && pending === null ? ' has-people' : ''}`}>
        <section>
          <p className="login-brand"><img src="/favicon.svg" alt="" width={40} height={40} /><span><strong>{t('product.name')}</strong><span className="muted">{t('product.subtitle')}</span></span></p>
          {pending !== null ? (<>
            <h1>{t(`pending.${pending}`)}</h1>
            {pending === 'password'
              ? <PasswordForm known={password} onChanged={async (next) => { setPassword(next); await signIn(next); }} />
              : <SecondFactorForm onConfirmed={enter} />}
          </>) : (<>
          <h1>{t('login.title')}</h1>
          <form noValidate onSubmit={(event) => { event.preventDefault(); if (!isBusy) void signIn(); }}>
            <label htmlFor="username">{t('login.username')}</label>
            <input id="username" className="input" name="username" autoComplete="username" autoFocus value={username} aria-invalid={problem !== null || undefined} aria-describedby={problem === null ? undefined : 'login-problem'} onChange={(event) => setUsername(event.target.value)} />
            <label htmlFor="password">{t('login.password')}</label>
            <input ref={passwordBox} id="password" className="input" name="password" type="password" autoComplete="current-password" value={password} aria-invalid={problem !== null || undefined} aria-describedby={problem === null ? undefined : 'login-problem'} onChange={(event) => setPassword(event.target.value)} />
            {otp === null ? null : (<>
              <label htmlFor="otp">{t('login.otp')}</label>
              <input ref={otpBox} id="otp" className="input" name="otp" inputMode="numeric" autoComplete="one-time-code" maxLength={6} placeholder={t('login.otpHint')} value={otp} onChange={(event) => setOtp(event.target.value.replace(/\D/g, ''))} />
            </>)}
            {problem === null ? null : <p id="login-problem" className="field-error" role="alert">{problem}</p>}
            <Button ref={submitButton} type="submit" look="primary" className="login-submit" isBusy={isBusy}>{t('login.submit')}</Button>
          </form>
          </>)}
          <button type="button" className="link-button" lang={other} onClick={() => changeLocale(other)}>{t('user.otherLanguage')}</button>
        </section>
        {people.length === 0 || pending !== null ? null : (
          <section className="login-people" aria-labelledby="people-title">
            <h2 id="people-title">{t('login.people')}</h2>
            <p className="muted">{t('login.peopleHint')}</p>
            <DemoPeople people={people} onChoose={(person) => { setUsername(person.username); setPassword(person.password); setOtp(null); setProblem(null); submitButton.current?.focus(); }} />
          </section>
        )}
      </main>
    </div>
  );
}
