import Button from 'antd-mobile/es/components/button';
import Skeleton from 'antd-mobile/es/components/skeleton';
import type { ReactNode } from 'react';
import { PortalError } from './portal-api.ts';
import { t } from './texts.ts';

/** Something is being loaded. */
export function Waiting() {
  return <div className="p-card" role="status" aria-label={t('loading')}><Skeleton.Title animated /><Skeleton.Paragraph lineCount={4} animated /></div>;
}

/** Something could not be loaded or does not exist. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const known = error instanceof PortalError ? error : null;
  const isGone = known !== null && [404, 410].includes(known.status);
  return (
    <div className="p-card p-state" role="alert">
      <h1>{known?.status === 404 ? t('notFound') : known?.message ?? t('failed')}</h1>
      <p>{known?.hint ?? (known?.status === 404 ? '' : t('failedHint'))}</p>
      {retry && !isGone ? <Button color="primary" onClick={retry}>{t('retry')}</Button> : null}
    </div>
  );
}

/** There is no such page. */
export function NotFound() {
  return <div className="p-card p-state"><h1>{t('notFound')}</h1></div>;
}

/** A list without anything in it. */
export function Nothing({ text, children }: { text?: string; children?: ReactNode }) {
  return <div className="p-card p-state"><p>{text ?? t('empty')}</p>{children}</div>;
}
