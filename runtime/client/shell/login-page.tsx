import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { api, ApiError } from '../api.ts';
import { useSession } from '../session.tsx';
import { locale, t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { useLoad } from '../widgets/use-load.ts';
import './login.css';

interface Person { username: string; password: string; name: string; roles: string; does: string }

/** Signing in; a demo also shows who there is and what each may do. */
export function LoginPage() {
  const { reload, changeLocale } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const info = useLoad('session', (signal) => api.get<{ demo: boolean; people?: Person[] }>('/api/session', {}, signal));
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const passwordBox = useRef<HTMLInputElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  useEffect(() => { document.title = `${t('login.title')} - ${t('product.name')}`; }, []);

  const signIn = async () => {
    setProblem(null);
    if (username.trim() === '' || password === '') { setProblem(t('login.incomplete')); return; }
    setBusy(true);
    try {
      await api.post('/api/session', { username: username.trim(), password });
      await reload();
      const next = search.get('next') ?? '/';
      navigate(next.startsWith('/') && !next.startsWith('//') ? next : '/', { replace: true });
    } catch (error) {
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
      <main className={`login-box${people.length > 0 ? ' has-people' : ''}`}>
        <section>
          <p className="login-brand"><img src="/favicon.svg" alt="" width={40} height={40} /><span><strong>{t('product.name')}</strong><span className="muted">{t('product.subtitle')}</span></span></p>
          <h1>{t('login.title')}</h1>
          <form noValidate onSubmit={(event) => { event.preventDefault(); if (!isBusy) void signIn(); }}>
            <label htmlFor="username">{t('login.username')}</label>
            <input id="username" className="input" name="username" autoComplete="username" autoFocus value={username} aria-invalid={problem !== null || undefined} aria-describedby={problem === null ? undefined : 'login-problem'} onChange={(event) => setUsername(event.target.value)} />
            <label htmlFor="password">{t('login.password')}</label>
            <input ref={passwordBox} id="password" className="input" name="password" type="password" autoComplete="current-password" value={password} aria-invalid={problem !== null || undefined} aria-describedby={problem === null ? undefined : 'login-problem'} onChange={(event) => setPassword(event.target.value)} />
            {problem === null ? null : <p id="login-problem" className="field-error" role="alert">{problem}</p>}
            <Button ref={submitButton} type="submit" look="primary" className="login-submit" isBusy={isBusy}>{t('login.submit')}</Button>
          </form>
          <button type="button" className="link-button" lang={other} onClick={() => changeLocale(other)}>{t('user.otherLanguage')}</button>
        </section>
        {people.length === 0 ? null : (
          <section className="login-people" aria-labelledby="people-title">
            <h2 id="people-title">{t('login.people')}</h2>
            <p className="muted">{t('login.peopleHint')}</p>
            <ul>
              {people.map((person) => (
                <li key={person.username}>
                  <button type="button" onClick={() => { setUsername(person.username); setPassword(person.password); setProblem(null); submitButton.current?.focus(); }}>
                    <span className="person-name">{person.name}<span className="muted">{person.username}</span></span>
                    <span className="person-roles">{person.roles}</span>
                    <span className="person-does">{person.does}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </div>
  );
}
