import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Dialog } from '../widgets/dialog.tsx';

type Name = 'current' | 'password' | 'again';
const names: readonly Name[] = ['current', 'password', 'again'];

/** Changes the own password; afterwards one signs in anew. */
export function ChangePassword({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [values, setValues] = useState<Record<Name, string>>({ current: '', password: '', again: '' });
  const [problems, setProblems] = useState<Partial<Record<Name, string>>>({});
  const [isBusy, setBusy] = useState(false);

  const save = async () => {
    const missing = Object.fromEntries(names.filter((name) => values[name] === '').map((name) => [name, t('password.missing')]));
    const different = values.again !== '' && values.again !== values.password ? { again: t('password.different') } : {};
    setProblems({ ...missing, ...different });
    if (Object.keys({ ...missing, ...different }).length > 0) return;
    setBusy(true);
    try {
      await api.put('/api/session/password', { current: values.current, password: values.password });
      navigate('/login', { replace: true });
    } catch (error) {
      const errors = error instanceof ApiError ? error.problem.errors : [];
      const told = Object.fromEntries(errors.filter((e) => names.includes(e.field as Name)).map((e) => [e.field, e.message]));
      setProblems(Object.keys(told).length > 0 ? told : { current: error instanceof Error ? error.message : t('error.unknown') });
      setBusy(false);
    }
  };

  return (
    <Dialog title={t('password.title')} width={420} onClose={onClose} footer={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="primary" isBusy={isBusy} onClick={() => void save()}>{t('password.save')}</Button>
    </>}>
      <form className="password-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!isBusy) void save(); }}>
        {names.map((name) => (
          <div key={name} className="form-item">
            <label htmlFor={`password-${name}`}>{t(`password.${name}`)}</label>
            <input id={`password-${name}`} className="input" type="password" autoComplete={name === 'current' ? 'current-password' : 'new-password'} value={values[name]}
              aria-invalid={problems[name] !== undefined || undefined} aria-describedby={problems[name] === undefined ? undefined : `password-${name}-problem`}
              onChange={(event) => setValues((old) => ({ ...old, [name]: event.target.value }))} />
            {problems[name] === undefined ? null : <p id={`password-${name}-problem`} className="field-error" role="alert">{problems[name]}</p>}
          </div>
        ))}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
