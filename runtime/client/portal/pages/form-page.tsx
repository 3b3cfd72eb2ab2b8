import Button from 'antd-mobile/es/components/button';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import type { ClientPortalPage } from '../../../model/client-portal-types.ts';
import { FieldInput } from '../field-input.tsx';
import { CaptchaInput, type CaptchaHandle } from '../inputs/captcha-input.tsx';
import { PortalError } from '../portal-api.ts';
import { usePortal } from '../portal-state.tsx';
import { t } from '../texts.ts';
import { useRules } from '../use-rules.ts';
import { useSignIn } from './any-page.tsx';

/** A form that files a record. What was typed stays on this phone until it was sent. */
export default function FormPage({ page }: { page: ClientPortalPage }) {
  const { api, app } = usePortal();
  const draftKey = `tamga.draft.${app}.${page.name}`;
  const [values, setValues] = useState<Record<string, unknown>>(() => ({ ...page.values, ...readDraft(draftKey) }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const [sent, setSent] = useState<{ id: string } | null>(null);
  const captcha = useRef<CaptchaHandle>(null);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => { writeDraft(draftKey, values); }, [draftKey, values]);
  useSignIn(failure);
  const rules = useRules(page.fields ?? [], values);
  const fields = (page.fields ?? []).filter((field) => rules.isVisible(field));
  const show = (found: Record<string, string>): void => {
    setErrors(found);
    setTimeout(() => box.current?.querySelector<HTMLElement>('.is-wrong input, .is-wrong select, .is-wrong textarea')?.focus(), 0);
  };
  const send = async (): Promise<void> => {
    const missing = Object.fromEntries(fields.filter((field) => rules.isRequired(field) && isEmpty(values[field.name])).map((field) => [field.name, t('missing', { label: field.label })]));
    if (Object.keys(missing).length > 0) return show(missing);
    setSending(true);
    setFailure(null);
    try {
      const body = { values: Object.fromEntries(fields.map((field) => [field.name, values[field.name] ?? null]).filter(([, value]) => value !== null)), ...(page.captcha ? { captcha: captcha.current?.value() } : {}) };
      setSent(await api.post<{ id: string }>(`/pages/${page.name}/records`, body));
      writeDraft(draftKey, {});
    } catch (error) {
      if (page.captcha) captcha.current?.renew();
      if (error instanceof PortalError && error.errors.some((e) => e.field)) show(Object.fromEntries(error.errors.filter((e) => e.field).map((e) => [e.field!.split(/[.[]/)[0]!, e.message])));
      else setFailure(error);
    }
    setSending(false);
  };
  if (sent) return <Sent page={page} id={sent.id} again={() => { setValues({ ...page.values }); setSent(null); }} />;
  return (
    <form ref={box} noValidate onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <h1 className="p-heading">{page.label}</h1>
      {page.intro ? <p className="p-intro">{page.intro}</p> : null}
      {Object.keys(errors).length > 0 ? <p className="p-alert" role="alert">{t('fix')}</p> : null}
      <div className="p-card">
        {fields.map((field) => <FieldInput key={field.name} field={field} value={values[field.name]} page={page.name} required={rules.isRequired(field)} {...(errors[field.name] ? { error: errors[field.name] } : {})} onChange={(value) => { setValues((old) => ({ ...old, [field.name]: value })); setErrors(({ [field.name]: _gone, ...rest }) => rest); }} />)}
        {page.captcha ? <CaptchaInput ref={captcha} {...(errors['captcha'] ? { error: errors['captcha'] } : {})} /> : null}
      </div>
      {failure instanceof PortalError ? <p className="p-alert" role="alert">{failure.message}{failure.hint ? `，${failure.hint}` : ''}</p> : null}
      <Button block type="submit" color="primary" size="large" loading={isSending} loadingText={t('submitting')}>{t('submit')}</Button>
    </form>
  );
}

function Sent({ page, id, again }: { page: ClientPortalPage; id: string; again: () => void }) {
  const { app } = usePortal();
  return (
    <div className="p-card p-state" role="status">
      <h1>{t('done')}</h1>
      {page.done ? <p>{page.done}</p> : null}
      {page.opens ? <Link className="p-primary" to={`/${app}/${page.opens}/${id}`}>{t('see')}</Link> : null}
      <Button onClick={again}>{t('again')}</Button>
    </div>
  );
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Of this tab only: a phone may be used by others, too. */
function readDraft(key: string): Record<string, unknown> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

function writeDraft(key: string, values: Record<string, unknown>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(values));
  } catch {
    // Without storage a draft lives as long as the page.
  }
}

