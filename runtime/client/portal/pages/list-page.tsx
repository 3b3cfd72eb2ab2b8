import Button from 'antd-mobile/es/components/button';
import Tag from 'antd-mobile/es/components/tag';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { ClientPortalPage, PortalItem } from '../../../model/client-portal-types.ts';
import { day } from '../field-value.tsx';
import { PortalIcon } from '../icons.tsx';
import { usePortal } from '../portal-state.tsx';
import { Failed, Nothing, Waiting } from '../states.tsx';
import { locale, t } from '../texts.ts';
import { useFetch } from '../use-fetch.ts';

interface Loaded { items: PortalItem[]; total: number | null }

/** A list of public records, or of one's own. */
export default function ListPage({ page }: { page: ClientPortalPage }) {
  const { api, app } = usePortal();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<Record<string, string>>({});
  const [pages, setPages] = useState(1);
  const query = { search, filter: Object.keys(filter).length > 0 ? JSON.stringify(filter) : undefined };
  const { data, error, reload } = useFetch(`${page.name} ${JSON.stringify(query)} ${pages} ${locale()}`, async (): Promise<Loaded> => {
    const all = await Promise.all(Array.from({ length: pages }, (_, i) => api.get<Loaded>(`/pages/${page.name}/records`, { ...query, page: String(i + 1) })));
    return { items: all.flatMap((one) => one.items), total: all[0]?.total ?? null };
  });
  const opens = page.type === 'mine' ? page.name : page.opens;
  return (
    <>
      <h1 className="p-heading">{page.label}</h1>
      {page.search ? (
        <form role="search" className="p-search" onSubmit={(e) => { e.preventDefault(); setPages(1); setSearch(typed.trim()); }}>
          <input type="search" aria-label={t('search')} placeholder={t('searchHint')} maxLength={50} value={typed} onChange={(e) => setTyped(e.target.value)} /><button type="submit" aria-label={t('search')}><PortalIcon name="search" /></button>
        </form>
      ) : null}
      {page.filters?.length ? (
        <div className="p-filters">{page.filters.map((field) => (
          <select key={field.name} aria-label={field.label} value={filter[field.name] ?? ''} onChange={(e) => { setPages(1); setFilter(Object.fromEntries(Object.entries({ ...filter, [field.name]: e.target.value }).filter(([, value]) => value !== ''))); }}>
            <option value="">{field.label}</option>{field.options?.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
          </select>
        ))}</div>
      ) : null}
      {page.add ? <Link className="p-primary" to={`/${app}/${page.add}`}><PortalIcon name="plus" size={20} /> {t('add')}</Link> : null}
      {error !== null ? <Failed error={error} retry={reload} /> : data === null ? <Waiting /> : data.items.length === 0 ? <Nothing {...(search ? { text: t('searchNone', { text: search }) } : {})} /> : (
        <ul className="p-items">{data.items.map((item) => <li key={item.id}>{opens ? <Link to={`/${app}/${opens}/${item.id}`}><Item item={item} /><PortalIcon name="right" size={18} /></Link> : <div><Item item={item} /></div>}</li>)}</ul>
      )}
      {data !== null && data.total !== null && data.items.length < data.total ? <Button block onClick={() => setPages(pages + 1)}>{t('loadMore')}</Button> : null}
    </>
  );
}

const colours: Record<string, string> = { orange: '#8a4b00', blue: '#1257a8', green: '#14693a', red: '#a8201a', purple: '#5b3a91' };

/** A record in a few lines. */
export function Item({ item }: { item: PortalItem }) {
  const { api } = usePortal();
  return (
    <>
      {item.image ? <img className="p-thumb" src={api.fileUrl(item.image)} alt="" /> : null}
      <span className="p-item">
        <strong>{item.title}</strong>
        {item.text ? <span>{item.text}</span> : null}
        <span className="p-item-foot">{item.status ? <Tag fill="outline" color={colours[item.status.color ?? ''] ?? '#454d57'}>{item.status.label}</Tag> : null}{item.date ? <time>{day(item.date)}</time> : null}</span>
      </span>
    </>
  );
}
