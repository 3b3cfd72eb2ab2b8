import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { ApiError } from '../api.ts';
import { t } from '../texts.ts';
import type { TextKey } from '../texts.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** Grey bars while something loads; said once to screen readers. */
export function Skeleton({ rows = 5 }: { rows?: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: rows }, (_, index) => <div key={index} className="skeleton-row" style={{ width: `${95 - (index % 3) * 12}%` }} />)}
    </div>
  );
}

export function Empty({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name="inbox" size={40} />
      <p className="empty-title">{title}</p>
      {hint === undefined ? null : <p className="empty-hint">{hint}</p>}
      {children}
    </div>
  );
}

/** Why something could not be shown, with a way on. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const problem = error instanceof ApiError ? error.problem : null;
  const isWhole = problem !== null && (problem.status === 403 || problem.status === 404);
  useWindowTitle(isWhole && problem !== null ? problem.title : null);
  // What was asked for is wrong itself: asking again gives the same answer.
  const isFutile = isWhole || problem?.status === 400 || problem?.status === 422;
  return (
    <div className="failure" role="alert">
      <Icon name="warning" size={32} />
      <div>
        <p className="failure-title">{problem?.title ?? t('error.failed')}</p>
        {problem !== null && problem.detail === problem.title ? null : <p>{problem?.detail ?? (error instanceof Error ? error.message : t('error.unknown'))}</p>}
        {problem?.hint === undefined ? null : <p className="muted">{problem.hint}</p>}
        <p className="failure-actions">
          {retry === undefined || isFutile ? null : <Button look="primary" icon="refresh" onClick={retry}>{t('action.retry')}</Button>}
          {isWhole ? <Link className="button button-default" to="/">{t('action.home')}</Link> : null}
        </p>
      </div>
    </div>
  );
}

/** A whole page that says why there is nothing else, such as 404. */
export function StatusPage({ code }: { code: '403' | '404' | '500' }) {
  useWindowTitle(t(`status.${code}` as TextKey));
  return (
    <div className="status-page">
      <p className="status-code">{code}</p>
      <h1>{t(`status.${code}` as TextKey)}</h1>
      <p>{t(`status.${code}.hint` as TextKey)}</p>
      <p className="failure-actions">
        <Link className="button button-primary" to="/">{t('action.home')}</Link>
        <Button onClick={() => history.back()}>{t('action.back')}</Button>
      </p>
    </div>
  );
}

function useWindowTitle(title: string | null): void {
  useEffect(() => { if (title !== null) document.title = `${title} - ${t('product.name')}`; }, [title]);
}
