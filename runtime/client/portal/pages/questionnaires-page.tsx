import { Link } from 'react-router-dom';
import type { ClientPortalPage, PortalItem } from '../../../model/client-portal-types.ts';
import { dateTime } from '../field-value.tsx';
import { PortalIcon } from '../icons.tsx';
import { usePortal } from '../portal-state.tsx';
import { Failed, Nothing, Waiting } from '../states.tsx';
import { locale, t } from '../texts.ts';
import { useFetch } from '../use-fetch.ts';

/** Questionnaires that can be answered now. */
export default function QuestionnairesPage({ page }: { page: ClientPortalPage }) {
  const { api, app } = usePortal();
  const { data, error, reload } = useFetch(`${page.name} ${locale()}`, () => api.get<{ items: PortalItem[] }>(`/pages/${page.name}/questionnaires`));
  return (
    <>
      <h1 className="p-heading">{page.label}</h1>
      {error !== null ? <Failed error={error} retry={reload} /> : data === null ? <Waiting /> : data.items.length === 0 ? <Nothing /> : (
        <ul className="p-items">{data.items.map((item) => <li key={item.id}><Link to={`/${app}/q/${item.id}`}><span className="p-item"><strong>{item.title}</strong>{item.date ? <span>{t('q.copies', { at: dateTime(item.date) })}</span> : null}</span><PortalIcon name="right" size={18} /></Link></li>)}</ul>
      )}
    </>
  );
}
