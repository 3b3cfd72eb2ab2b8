import { Suspense, useEffect, useRef, useState } from 'react';
import { Link, NavLink, Outlet, useLocation, useNavigate } from 'react-router-dom';
import { onSignedOut } from '../api.ts';
import { JobTray } from '../jobs/job-tray.tsx';
import { useSession } from '../session.tsx';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Icon } from '../widgets/icon.tsx';
import type { IconName } from '../widgets/icon.tsx';
import { menuPath } from '../widgets/paths.ts';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { Toasts } from '../widgets/toast.tsx';
import { usePhone } from '../widgets/use-media.ts';
import { MessageBell } from './message-bell.tsx';
import { SearchBox } from './search-box.tsx';
import { UserMenu } from './user-menu.tsx';
import './shell.css';

/** The frame around every page: head, menu, and the page itself. Sends who is not signed in to the login page. */
export function Shell() {
  const { model, error, reload, isOutdated } = useSession();
  const navigate = useNavigate();
  const place = useLocation();
  const isPhone = usePhone();
  const [isMenuOpen, setMenuOpen] = useState(() => !matchMedia('(max-width: 720px)').matches);
  const main = useRef<HTMLElement>(null);
  const here = useRef(place);
  here.current = place;

  useEffect(() => onSignedOut(() => {
    const next = here.current.pathname + here.current.search;
    navigate(`/login${next === '/' ? '' : `?next=${encodeURIComponent(next)}`}`, { replace: true });
  }), [navigate]);
  useEffect(() => { if (model === null) void reload(); }, [model, reload]);
  useEffect(() => {
    if (isPhone) setMenuOpen(false);
    main.current?.scrollTo(0, 0);
    // A link that went away with its page leaves the focus nowhere; the keyboard then starts in the new page.
    const timer = setTimeout(() => { if (document.activeElement === document.body) main.current?.focus({ preventScroll: true }); }, 60);
    return () => clearTimeout(timer);
  }, [place.pathname, isPhone]);

  if (model === null) return <main className="shell-wait">{error === null ? <Skeleton rows={6} /> : <Failure error={error} retry={() => { void reload(); }} />}</main>;
  return (
    <div className={`shell${isMenuOpen ? ' has-menu' : ''}`} onKeyDown={(event) => { if (event.key === 'Escape' && isPhone) setMenuOpen(false); }}>
      <a className="skip-link" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t('shell.skip')}</a>
      <header className="shell-head">
        <button type="button" className="icon-button" aria-label={t(isMenuOpen ? 'shell.hideMenu' : 'shell.showMenu')} aria-expanded={isMenuOpen} aria-controls="menu" onClick={() => setMenuOpen(!isMenuOpen)}><Icon name="menu" size={20} /></button>
        <Link to="/" className="brand"><img src="/favicon.svg" alt="" width={24} height={24} /><span>{t('product.name')}</span></Link>
        {model.demo ? <span className="demo-mark" title={t('shell.demoText')}>{t('shell.demo')}</span> : null}
        <div className="shell-tools"><SearchBox /><JobTray /><MessageBell /><UserMenu /></div>
      </header>
      {isOutdated ? <p className="outdated" role="status"><Icon name="info" size={16} />{t('shell.outdated')}<Button look="link" onClick={() => { void reload(); }}>{t('shell.refresh')}</Button></p> : null}
      {isPhone && isMenuOpen ? <div className="shade" onClick={() => setMenuOpen(false)} /> : null}
      <nav id="menu" className="menu" aria-label={t('shell.menu')} hidden={!isMenuOpen}>
        <ul>
          <li><MenuLink to="/" icon="home" label={t('home.title')} end /></li>
          <li><MenuLink to="/tasks" icon="inbox" label={t('inbox.title')} /></li>
        </ul>
        {model.apps.map((app) => (
          <div key={app.name}>
            {model.apps.length > 1 ? <p className="menu-app">{app.label}</p> : null}
            {app.menu.map((group) => <MenuGroup key={group.label} label={group.label}>{group.items.map((item) => <li key={`${item.kind}/${item.app}/${item.name}`}><MenuLink to={menuPath(item)} label={item.label} /></li>)}</MenuGroup>)}
          </div>
        ))}
      </nav>
      <main id="main" ref={main} tabIndex={-1} className="page"><Suspense fallback={<Skeleton rows={8} />}><Outlet key={model.revision} /></Suspense></main>
      <Toasts />
    </div>
  );
}

function MenuLink({ to, label, icon, end }: { to: string; label: string; icon?: IconName; end?: boolean }) {
  return <NavLink to={to} end={end} className="menu-link">{icon === undefined ? <span className="menu-dot" aria-hidden="true" /> : <Icon name={icon} size={16} />}<span>{label}</span></NavLink>;
}

function MenuGroup({ label, children }: { label: string; children: React.ReactNode }) {
  const [isOpen, setOpen] = useState(true);
  return (
    <div className="menu-group">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}><span>{label}</span><Icon name={isOpen ? 'down' : 'right'} size={14} /></button>
      {isOpen ? <ul>{children}</ul> : null}
    </div>
  );
}
