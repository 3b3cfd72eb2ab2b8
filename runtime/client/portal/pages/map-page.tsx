import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import type { ClientPortalPage, PortalItem } from '../../../model/client-portal-types.ts';
import { PortalIcon } from '../icons.tsx';
import { usePortal } from '../portal-state.tsx';
import { Failed, Nothing, Waiting } from '../states.tsx';
import { locale, t } from '../texts.ts';
import { useFetch } from '../use-fetch.ts';

interface CountyMap { width: number; height: number; areas: { code: string; name: string; x: number; y: number; path: string }[] }

/** Records by county: a light map, and a list that says the same. */
export default function MapPage({ page }: { page: ClientPortalPage }) {
  const { api, app } = usePortal();
  const [area, setArea] = useState('');
  const [map, setMap] = useState<CountyMap | null>(null);
  useEffect(() => { void import('../maps/1505.json').then((module) => setMap(module.default as CountyMap)); }, []);
  const { data, error, reload } = useFetch(`${page.name} ${area} ${locale()}`, () => api.get<{ items: PortalItem[] }>(`/pages/${page.name}/records`, { filter: area ? JSON.stringify({ [page.area ?? 'area']: { $below: area } }) : undefined }));
  const counts = new Map(page.areas?.map((one) => [one.code, one.count]));
  const most = Math.max(1, ...counts.values());
  return (
    <>
      <h1 className="p-heading">{page.label}</h1>
      {map ? (
        <svg className="p-map" viewBox={`-8 -8 ${map.width + 24} ${map.height + 16}`} role="img" aria-label={t('map.label')}>
          {map.areas.map((one) => {
            const count = counts.get(one.code) ?? 0;
            return (
              <g key={one.code} onClick={() => { if (count > 0) setArea(area === one.code ? '' : one.code); }}>
                <path d={one.path} fill={area === one.code ? '#1257a8' : count === 0 ? '#eef1f5' : `rgb(18 87 168 / ${0.15 + 0.35 * count / most})`} />
                <text x={one.x} y={one.y} className={area === one.code ? 'is-chosen' : undefined}>{one.name}</text>
                {count > 0 ? <text x={one.x} y={one.y + 14} className={area === one.code ? 'is-chosen' : undefined}>{count}</text> : null}
              </g>
            );
          })}
        </svg>
      ) : null}
      <div className="p-filters">
        <select aria-label={t('map.all')} value={area} onChange={(e) => setArea(e.target.value)}>
          <option value="">{t('map.all')}</option>{page.areas?.map((one) => <option key={one.code} value={one.code}>{one.name}（{t('map.count', { count: one.count })}）</option>)}
        </select>
      </div>
      {error !== null ? <Failed error={error} retry={reload} /> : data === null ? <Waiting /> : data.items.length === 0 ? <Nothing /> : (
        <ul className="p-items">{data.items.map((item) => (
          <li key={item.id}><div><span className="p-item"><strong>{page.opens ? <Link to={`/${app}/${page.opens}/${item.id}`}>{item.title}</Link> : item.title}</strong>{item.text ? <span>{item.text}</span> : null}</span>{item.phone ? <a className="p-call" href={`tel:${item.phone}`} aria-label={`${t('call')} ${item.title} ${item.phone}`}><PortalIcon name="phone" size={20} /></a> : null}</div></li>
        ))}</ul>
      )}
    </>
  );
}
