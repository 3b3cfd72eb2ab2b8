import Button from 'antd-mobile/es/components/button';
import Toast from 'antd-mobile/es/components/toast';
import { useId, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { ClientAccount } from '../../../model/client-portal-types.ts';
import type { ClientMessage } from '../../../model/client-types.ts';
import { dateTime } from '../field-value.tsx';
import { PortalIcon } from '../icons.tsx';
import { PortalError } from '../portal-api.ts';
import { usePortal } from '../portal-state.tsx';
import { Nothing } from '../states.tsx';
import { t } from '../texts.ts';
import { useFetch } from '../use-fetch.ts';

/** My account: who I am, what I filed, what I was told. */
export default function AccountPage() {
  const { account, app, api, portal, setAccount } = usePortal();
  const navigate = useNavigate();
  if (account === null) return <><h1 className="p-heading">{t('me')}</h1><Nothing text={t('signin.why')}><Link className="p-primary" to={`/${app}/sign-in`}>{t('signin')}</Link></Nothing></>;
  const leave = async (): Promise<void> => {
    await api.remove('/session').catch(() => undefined);
    sessionStorage.clear();
    setAccount(null);
    void navigate(`/${app}`);
  };
  const mine = portal.pages.filter((page) => page.type === 'mine');
  return (
    <>
      <h1 className="p-heading">{account.name ?? account.phone}</h1>
      {mine.length > 0 ? <section className="p-card"><h2>{t('account.records')}</h2><ul className="p-lines">{mine.map((page) => <li key={page.name}><Link to={`/${app}/${page.name}`}><span>{page.label}</span><PortalIcon name="right" size={18} /></Link></li>)}</ul></section> : null}
      <Messages />
      <RealName account={account} />
      <Button block onClick={() => { void leave(); }}>{t('signout')}</Button>
    </>
  );
}

function Messages() {
  const { api, app } = usePortal();
  const { data } = useFetch(`messages ${app}`, () => api.get<{ items: ClientMessage[] }>('/messages'));
  return (
    <section className="p-card"><h2>{t('messages')}</h2>
      {data === null || data.items.length === 0 ? <p className="p-quiet">{t('messages.none')}</p> : <ul className="p-messages">{data.items.slice(0, 10).map((m) => <li key={m.id}><strong>{m.title}</strong><p>{m.body}</p><time>{dateTime(m.at)}</time></li>)}</ul>}
    </section>
  );
}

function RealName({ account }: { account: ClientAccount }) {
  const { api, setAccount } = usePortal();
  const [name, setName] = useState(account.name ?? '');
  const [idCard, setIdCard] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const ids = { name: useId(), idCard: useId() };
  const save = async (): Promise<void> => {
    try {
      setAccount(await api.patch<ClientAccount>('/me', { ...(name ? { name } : {}), ...(idCard ? { idCard } : {}) }));
      setErrors({});
      setIdCard('');
      Toast.show({ content: t('account.saved') });
    } catch (error) {
      setErrors(error instanceof PortalError ? Object.fromEntries(error.errors.map((e) => [e.field ?? 'name', e.message])) : { name: t('failed') });
    }
  };
  return (
    <form className="p-card" noValidate onSubmit={(e) => { e.preventDefault(); void save(); }}>
      <h2>{t('account.realName')} <span className="p-quiet">{t(account.realName ? 'account.given' : 'account.notGiven')}</span></h2>
      <dl className="p-values"><div><dt>{t('account.phone')}</dt><dd>{account.phone}</dd></div>{account.idCard ? <div><dt>{t('account.idCard')}</dt><dd>{account.idCard}</dd></div> : null}</dl>
      <div className={`p-field${errors['name'] ? ' is-wrong' : ''}`}><label htmlFor={ids.name}>{t('account.name')}</label><input id={ids.name} autoComplete="name" maxLength={50} value={name} onChange={(e) => setName(e.target.value)} />{errors['name'] ? <p className="p-error" role="alert">{errors['name']}</p> : null}</div>
      {account.idCard ? null : <div className={`p-field${errors['idCard'] ? ' is-wrong' : ''}`}><label htmlFor={ids.idCard}>{t('account.idCard')}</label><input id={ids.idCard} maxLength={18} value={idCard} onChange={(e) => setIdCard(e.target.value.trim())} /><p className={errors['idCard'] ? 'p-error' : 'p-help'}>{errors['idCard'] ?? t('account.hint')}</p></div>}
      <Button block type="submit">{t('account.save')}</Button>
    </form>
  );
}
