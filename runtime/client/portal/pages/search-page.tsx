import { Link, useSearchParams } from 'react-router-dom';
import type { PortalItem } from '../../../model/client-portal-types.ts';
import { PortalIcon } from '../icons.tsx';
import { usePortal } from '../portal-state.tsx';
import { Failed, Nothing, Waiting } from '../states.tsx';
import { locale, t } from '../texts.ts';
import { useFetch } from '../use-fetch.ts';
import { Item } from './list-page.tsx';

interface Group { page: string; label: string; opens?: string; items: PortalItem[] }

/** What the search box found, by page. */
export default function SearchPage() {
  const { api, app } = usePortal();
  const [search] = useSearchParams();
  const text = search.get('q') ?? '';
  const { data, error, reload } = useFetch(`search ${text} ${locale()}`, () => api.get<{ groups: Group[] }>('/search', { q: text }));
  return (
    <>
      <h1 className="p-heading">{t('search')}：{text}</h1>
      {error !== null ? <Failed error={error} retry={reload} /> : data === null ? <Waiting /> : data.groups.length === 0 ? <Nothing text={t('searchNone', { text })} /> : data.groups.map((group) => (
        <section key={group.page}><h2 className="p-group">{group.label}<Link className="p-more" to={`/${app}/${group.page}`}>{t('more')}</Link></h2>
          <ul className="p-items">{group.items.map((item) => <li key={item.id}>{group.opens ? <Link to={`/${app}/${group.opens}/${item.id}`}><Item item={item} /><PortalIcon name="right" size={18} /></Link> : <div><Item item={item} /></div>}</li>)}</ul>
        </section>
      ))}
    </>
  );
}
