import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { t } from '../texts.ts';

export interface Crumb { label: string; to?: string }

/** Head of every page: where you are, its title (also the window's) and what you can do. */
export function PageHead({ title, crumbs = [], tag, actions }: { title: string; crumbs?: Crumb[]; tag?: ReactNode; actions?: ReactNode }) {
  useEffect(() => { document.title = `${title} - ${t('product.name')}`; }, [title]);
  return (
    <header className="page-head">
      <nav aria-label={t('shell.breadcrumbs')} className="crumbs">
        <ol>
          <li><Link to="/">{t('home.title')}</Link></li>
          {crumbs.map((crumb, index) => <li key={index}>{crumb.to === undefined ? crumb.label : <Link to={crumb.to}>{crumb.label}</Link>}</li>)}
        </ol>
      </nav>
      <div className="page-title">
        <h1 tabIndex={-1}>{title}</h1>
        {tag}
        <div className="page-actions">{actions}</div>
      </div>
    </header>
  );
}
