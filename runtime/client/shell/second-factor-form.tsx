import { useState } from 'react';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { useLoad } from '../widgets/use-load.ts';

/** Connects an authenticator app: a picture to scan, a key to type, and the code that proves it. */
export function SecondFactorForm({ onConfirmed }: { onConfirmed: () => Promise<void> | void }) {
  const offer = useLoad('second-factor', () => api.post<{ secret: string; image: string }>('/api/session/second-factor'));
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (offer.error !== null) return <Failure error={offer.error} retry={() => { void offer.reload(); }} />;
  if (offer.data === null) return <Skeleton rows={4} />;

  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await api.put('/api/session/second-factor', { code });
      await onConfirmed();
    } catch (error) {
      setProblem(error instanceof ApiError ? error.problem.errors[0]?.message ?? error.message : t('error.unknown'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="second-factor" noValidate onSubmit={(event) => { event.preventDefault(); if (!isBusy) void confirm(); }}>
      <p>{t('account.scan')}</p>
      <img src={offer.data.image} width={200} height={200} alt={`${t('account.secret')} ${offer.data.secret}`} />
      <p className="muted">{t('account.secret')} <code>{offer.data.secret.replace(/(.{4})/g, '$1 ').trim()}</code></p>
      <label htmlFor="second-factor-code">{t('login.otp')}</label>
      <input id="second-factor-code" className="input" inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} aria-invalid={problem !== null || undefined} aria-describedby={problem === null ? undefined : 'second-factor-problem'} onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))} />
      {problem === null ? null : <p id="second-factor-problem" className="field-error" role="alert">{problem}</p>}
      <Button type="submit" look="primary" isBusy={isBusy}>{t('account.confirm')}</Button>
    </form>
  );
}
