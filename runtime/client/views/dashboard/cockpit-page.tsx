import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { onSignedOut } from '../../api.ts';
import { t } from '../../texts.ts';
import { formatDateTime } from '../../widgets/format.ts';
import { dashboardPath } from '../../widgets/paths.ts';
import { Failure } from '../../widgets/states.tsx';
import { dashboardToAmis } from './to-amis.ts';
import { useDashboard } from './use-dashboard.ts';
import './dashboard.css';
import './cockpit.css';

const AmisView = lazy(() => import('./charts.tsx'));
const nothing = () => Promise.resolve({});
/** Size that a cockpit is laid out for; on other screens it is made larger or smaller as a whole. */
const [wide, high] = [1920, 1080];

/** A wall screen: dark, readable from afar, renewed and turned over by itself, without scrolling. */
export default function CockpitPage() {
  const { app = '', name = '' } = useParams();
  const navigate = useNavigate();
  const { last, error, reload } = useDashboard(app, name);
  const [page, setPage] = useState(0);
  const [isPaused, setPaused] = useState(false);
  const now = useClock();
  const scale = useScale();
  const box = useRef<HTMLDivElement>(null);
  const count = last?.dashboard.pages.length ?? 1;
  const rotate = last?.dashboard.rotate;
  useEffect(() => onSignedOut(() => { navigate(`/login?next=${encodeURIComponent(location.pathname)}`, { replace: true }); }), [navigate]);
  useEffect(() => {
    if (rotate === undefined || count < 2 || isPaused) return undefined;
    const timer = setInterval(() => setPage((old) => (old + 1) % count), rotate * 1000);
    return () => clearInterval(timer);
  }, [rotate, count, isPaused]);
  const shown = page % count;
  const schema = useMemo(() => last && dashboardToAmis(last.dashboard.pages[shown]?.widgets ?? [], last.data[shown] ?? [], { width: wide - 64, dark: true }), [last, shown]);
  useEffect(() => { if (last) document.title = last.dashboard.label; }, [last]);
  if (last === null || schema === null) return <main className="cockpit-wait">{error !== null ? <Failure error={error} retry={() => { void reload(); }} /> : t('state.loading')}</main>;
  const { dashboard } = last;
  const label = dashboard.pages[shown]?.label;
  return (
    <div className="cockpit-box" ref={box}>
      <main className="cockpit" style={{ width: wide, height: high, transform: `scale(${scale})` }}>
        <header>
          <span className="cockpit-place">{label}</span>
          <h1>{dashboard.label}</h1>
          <span className="cockpit-time" role="timer">{now}</span>
        </header>
        <div className="cockpit-body"><Suspense fallback={null}><AmisView key={`${shown} ${last.at}`} schema={schema} load={nothing} /></Suspense></div>
        <footer>
          <span role="status">{error !== null ? t('dashboard.stale', { at: formatDateTime(last.at) }) : t('dashboard.asOf', { at: formatDateTime(last.at) })}</span>
          {count < 2 ? null : <nav aria-label={t('dashboard.pages')}>
            {dashboard.pages.map((one, i) => <button key={i} type="button" aria-current={i === shown ? 'page' : undefined} onClick={() => setPage(i)}>{one.label ?? i + 1}</button>)}
            <button type="button" aria-pressed={isPaused} onClick={() => setPaused(!isPaused)}>{t(isPaused ? 'dashboard.resume' : 'dashboard.pause')}</button>
          </nav>}
          <span className="cockpit-tools">
            <button type="button" onClick={() => { void (document.fullscreenElement ? document.exitFullscreen() : box.current?.requestFullscreen()); }}>{t('dashboard.fullScreen')}</button>
            <Link to={dashboardPath(app, name)}>{t('dashboard.leave')}</Link>
          </span>
        </footer>
      </main>
    </div>
  );
}

function useScale(): number {
  const measure = () => Math.min(innerWidth / wide, innerHeight / high);
  const [scale, setScale] = useState(measure);
  useEffect(() => {
    const follow = () => setScale(measure());
    addEventListener('resize', follow);
    return () => removeEventListener('resize', follow);
  }, []);
  return scale;
}

/** Date and minute of the installation. */
function useClock(): string {
  const read = () => formatDateTime(new Date().toISOString());
  const [now, setNow] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setNow(read()), 5000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
