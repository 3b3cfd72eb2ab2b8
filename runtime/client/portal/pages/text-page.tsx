import Button from 'antd-mobile/es/components/button';
import Toast from 'antd-mobile/es/components/toast';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { ClientPortalPage } from '../../../model/client-portal-types.ts';
import { usePortal } from '../portal-state.tsx';
import { t } from '../texts.ts';
import { useSignIn } from './any-page.tsx';

/** Guidance, step by step. */
export default function TextPage({ page }: { page: ClientPortalPage }) {
  const { api } = usePortal();
  const [failure, setFailure] = useState<unknown>(null);
  useSignIn(failure);
  const leave = async (name: string): Promise<void> => {
    try {
      const { url } = await api.post<{ url: string }>(`/partners/${name}/handover`);
      window.location.assign(url);
    } catch (error) {
      setFailure(error);
      if (error instanceof Error) Toast.show({ content: error.message });
    }
  };
  return (
    <>
      <h1 className="p-heading">{page.label}</h1>
      <ol className="p-card p-steps">{page.steps?.map((step) => <li key={step.label}><strong>{step.label}</strong>{step.text ? <p>{step.text}</p> : null}</li>)}</ol>
      {page.next ? <Link className="p-primary" to={`/${page.next.app}/${page.next.page}`}>{page.next.label}</Link> : null}
      {page.partner ? <Button block color="primary" size="large" onClick={() => { void leave(page.partner!.name); }}>{t('leave', { label: page.partner.label })}</Button> : null}
    </>
  );
}
