import Swiper from 'antd-mobile/es/components/swiper';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { ClientPortalSection, HomeEntry } from '../../../model/client-portal-types.ts';
import { day } from '../field-value.tsx';
import { PortalIcon } from '../icons.tsx';
import { usePortal } from '../portal-state.tsx';
import { Failed, Waiting } from '../states.tsx';
import { locale, t } from '../texts.ts';
import { useFetch } from '../use-fetch.ts';

/** The home page: banners, search, notices and services, as the definition orders them. */
export default function HomePage() {
  const { api, app, portal } = usePortal();
  const { data, error, reload } = useFetch(`${app} ${locale()}`, () => api.get<{ sections: ClientPortalSection[] }>('/home'));
  return (
    <>
      <h1 className="p-welcome">{portal.description ?? portal.label}</h1>
      {error !== null ? <Failed error={error} retry={reload} /> : data === null ? <Waiting /> : data.sections.map((section, i) => <Section key={i} section={section} />)}
    </>
  );
}

function Section({ section }: { section: ClientPortalSection }) {
  const { app, api, isElder } = usePortal();
  switch (section.kind) {
    case 'search': return <SearchBox />;
    case 'banner': {
      // Moving pictures get in the way of those who read slowly.
      if (isElder || section.items.length === 0) return null;
      const items = section.items.map((item) => (
        <Link key={item.id} className="p-banner" to={section.opens ? `/${app}/${section.opens}/${item.id}` : `/${app}`}>{item.image ? <img src={api.fileUrl(item.image)} alt="" /> : null}<span>{item.title}</span></Link>
      ));
      return items.length === 1 ? items[0]! : <Swiper indicator={(total, current) => <span className="p-page">{current + 1}/{total}</span>}>{items.map((item) => <Swiper.Item key={item.key}>{item}</Swiper.Item>)}</Swiper>;
    }
    case 'notices': return section.items.length === 0 ? null : (
      <section className="p-card">
        <h2>{section.label}{section.more ? <Link className="p-more" to={`/${app}/${section.more}`}>{t('more')}</Link> : null}</h2>
        <ul className="p-lines">{section.items.map((item) => <li key={item.id}><Link to={`/${app}/${section.opens}/${item.id}`}><span>{item.title}</span>{item.date ? <time>{day(item.date)}</time> : null}</Link></li>)}</ul>
      </section>
    );
    case 'services': return (
      <section className="p-card">
        {section.label ? <h2>{section.label}</h2> : null}
        {section.groups.map((group) => <div key={group.label}>{group.label ? <h3>{group.label}</h3> : null}<ul className="p-grid">{group.items.map((item) => <li key={item.id ?? item.page}><Entry entry={item} /></li>)}</ul></div>)}
      </section>
    );
  }
}

/** One entry; of another portal when it says so. */
export function Entry({ entry }: { entry: HomeEntry }) {
  const path = entry.id ? `/${entry.app}/services/${entry.id}` : `/${entry.app}/${entry.page}`;
  return <Link className="p-entry" to={path}><PortalIcon name={entry.icon} size={28} /><span>{entry.label}</span></Link>;
}

function SearchBox() {
  const { app } = usePortal();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  return (
    <form role="search" className="p-search" onSubmit={(e) => { e.preventDefault(); if (text.trim()) void navigate(`/${app}/search?q=${encodeURIComponent(text.trim())}`); }}>
      <input type="search" aria-label={t('search')} placeholder={t('searchHint')} maxLength={50} value={text} onChange={(e) => setText(e.target.value)} />
      <button type="submit" aria-label={t('search')}><PortalIcon name="search" /></button>
    </form>
  );
}
