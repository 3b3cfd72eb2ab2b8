import { Suspense, useEffect, useState } from 'react';
import { Link, NavLink, Outlet, useLocation, useNavigate } from 'react-router-dom';
import { PortalIcon } from './icons.tsx';
import { usePortal } from './portal-state.tsx';
import { Waiting } from './states.tsx';
import { t } from './texts.ts';

/** Head, content and the bar at the bottom. */
export function PortalFrame() {
  const { app, portal, isElder, setElder, switchLanguage } = usePortal();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const isOnline = useOnline();
  const isHome = pathname.replace(/\/$/, '') === `/${app}`;
  useEffect(() => { window.scrollTo(0, 0); }, [pathname]);
  return (
    <>
      <a className="p-skip" href="#content">{t('skip')}</a>
      <header className="p-head">
        {isHome ? null : <button type="button" className="p-back" aria-label={t('back')} onClick={() => { if (window.history.length > 1) void navigate(-1); else void navigate(`/${app}`); }}><PortalIcon name="left" /></button>}
        <Link className="p-title" to={`/${app}`}>{portal.label}</Link>
        <button type="button" className="p-switch" aria-pressed={isElder} onClick={() => setElder(!isElder)}>{isElder ? t('standard') : t('elder')}</button>
        <button type="button" className="p-switch" lang={t('language') === '中文' ? 'zh-CN' : 'en'} onClick={switchLanguage}>{t('language')}</button>
      </header>
      {isOnline ? null : <p className="p-offline" role="status">{t('offline')}</p>}
      <main id="content" className="p-main" tabIndex={-1}>
        <Suspense fallback={<Waiting />}><Outlet /></Suspense>
      </main>
      <footer className="p-foot">
        {portal.phone ? <a href={`tel:${portal.phone}`}><PortalIcon name="phone" size={18} /> {t('help', { phone: portal.phone })}</a> : null}
        {portal.demo ? <p>{t('demo')}</p> : null}
      </footer>
      <nav className="p-tabs" aria-label={portal.label}>
        <Tab to={`/${app}`} icon="home" label={t('home')} exact />
        {portal.tabs.map((tab) => <Tab key={tab.page} to={`/${app}/${tab.page}`} icon="list" label={tab.label} />)}
        <Tab to={`/${app}/me`} icon="me" label={t('me')} />
      </nav>
    </>
  );
}

function Tab({ to, icon, label, exact = false }: { to: string; icon: string; label: string; exact?: boolean }) {
  return <NavLink to={to} end={exact} className="p-tab"><PortalIcon name={icon} /><span>{label}</span></NavLink>;
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = (): void => setOnline(navigator.onLine);
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => { window.removeEventListener('online', update); window.removeEventListener('offline', update); };
  }, []);
  return isOnline;
}
