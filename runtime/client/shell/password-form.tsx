import { useState } from 'react';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';

type Name = 'current' | 'password' | 'again';
const names: readonly Name[] = ['current', 'password', 'again'];

/** Changes the own password; `known` is the current one where it was just typed. All sessions end with it. */
export function PasswordForm({ known, onChanged }: { known?: string; onChanged: (password: string) => Promise<void> | void }) {
  const [values, setValues] = useState<Record<Name, string>>({ current: known ?? '', password: '', again: '' });
  const [problems, setProblems] = useState<Partial<Record<Name, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const asked = names.filter((name) => name !== 'current' || known === undefined);

  const save = async () => {
    const missing = Object.fromEntries(asked.filter((name) => values[name] === '').map((name) => [name, t('password.missing')]));
    const different = values.again !== '' && values.again !== values.password ? { again: t('password.different') } : {};
    setProblems({ ...missing, ...different });
    if (Object.keys({ ...missing, ...different }).length > 0) return;
    setBusy(true);
    try {
      await api.put('/api/session/password', { current: values.current, password: values.password });
      await onChanged(values.password);
    } catch (error) {
      const errors = error instanceof ApiError ? error.problem.errors : [];
      const told = Object.fromEntries(errors.filter((e) => asked.includes(e.field as Name)).map((e) => [e.field, e.message]));
      setProblems(Object.keys(told).length > 0 ? told : { password: error instanceof Error ? error.message : t('error.unknown') });
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="password-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!isBusy) void save(); }}>
      {asked.map((name, i) => (
        <div key={name} className="form-item">
          <label htmlFor={`password-${name}`}>{t(`password.${name}`)}</label>
          <input id={`password-${name}`} className="input" type="password" autoFocus={known !== undefined && i === 0} autoComplete={name === 'current' ? 'current-password' : 'new-password'} value={values[name]}
            aria-invalid={problems[name] !== undefined || undefined} aria-describedby={problems[name] === undefined ? undefined : `password-${name}-problem`}
            onChange={(event) => setValues((old) => ({ ...old, [name]: event.target.value }))} />
          {problems[name] === undefined ? null : <p id={`password-${name}-problem`} className="field-error" role="alert">{problems[name]}</p>}
        </div>
      ))}
      <Button type="submit" look="primary" isBusy={isBusy}>{t('password.save')}</Button>
    </form>
  );
}
