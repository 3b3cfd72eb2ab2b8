import { Link, useSearchParams } from 'react-router-dom';
import type { ClientMessage } from '../../model/client-types.ts';
import { api } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { formatAgo, formatDateTime } from '../widgets/format.ts';
import { PageHead } from '../widgets/page.tsx';
import { Empty, Failure, Skeleton } from '../widgets/states.tsx';
import { Tabs } from '../widgets/tabs.tsx';
import { useLoad } from '../widgets/use-load.ts';
import { Pager } from '../views/list/pager.tsx';
import { messagesChanged } from './message-events.ts';
import { messagePath } from './message-path.ts';

interface MessagePageData { items: ClientMessage[]; total: number; unread: number }

/** All messages to me, unread ones marked. */
export default function MessagesPage() {
  const [search, setSearch] = useSearchParams();
  const isUnread = search.get('unread') === '1';
  const page = Math.max(1, Number(search.get('page') ?? 1) || 1);
  const loaded = useLoad<MessagePageData>(`${isUnread}/${page}`, (signal) => api.get<MessagePageData>('/api/messages', { unread: isUnread ? 1 : undefined, page }, signal));
  const read = async (message: ClientMessage) => {
    if (message.readAt !== null) return;
    await api.post(`/api/messages/${encodeURIComponent(message.id)}/read`);
    messagesChanged();
    void loaded.reload();
  };
  const readAll = async () => { await api.post('/api/messages/read-all'); messagesChanged(); void loaded.reload(); };
  return (
    <>
      <PageHead title={t('messages.title')} crumbs={[{ label: t('messages.title') }]} actions={<>{(loaded.data?.unread ?? 0) > 0 ? <Button icon="check" onClick={() => { void readAll(); }}>{t('messages.readAll')}</Button> : null}<Link className="button button-default" to="/messages/settings">{t('messages.settings')}</Link></>} />
      <Tabs label={t('messages.title')} panelId="messages-panel" active={isUnread ? 'unread' : 'all'} onChange={(key) => setSearch(key === 'unread' ? { unread: '1' } : {})}
        items={[{ key: 'all', label: t('messages.all') }, { key: 'unread', label: t('messages.unread'), count: loaded.data?.unread }]} />
      <div id="messages-panel" role="tabpanel" aria-labelledby={`messages-panel-${isUnread ? 'unread' : 'all'}`}>
        {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={6} /> : loaded.data.items.length === 0 ? <Empty title={t(isUnread ? 'messages.noneUnread' : 'messages.none')} /> : (
          <>
            <ul className="messages card">
              {loaded.data.items.map((message) => {
                const path = messagePath(message);
                return (
                  <li key={message.id} className={message.readAt === null ? 'is-unread' : undefined}>
                    <div>
                      <p className="message-title">{message.readAt === null ? <span className="dot"><span className="visually-hidden">{t('messages.isUnread')}</span></span> : null}{path === null ? message.title : <Link to={path} onClick={() => { void read(message); }}>{message.title}</Link>}{message.count === undefined ? null : <span className="muted"> · {t('messages.times', { count: message.count })}</span>}</p>
                      <p className="message-body">{message.body}</p>
                    </div>
                    <time dateTime={message.at} title={formatDateTime(message.at)}>{formatAgo(message.at)}</time>
                    {message.readAt === null ? <Button look="link" onClick={() => { void read(message); }}>{t('messages.read')}</Button> : null}
                  </li>
                );
              })}
            </ul>
            <Pager page={page} pageSize={20} total={loaded.data.total} onChange={(next) => setSearch({ ...(isUnread ? { unread: '1' } : {}), page: String(next) })} />
          </>
        )}
      </div>
    </>
  );
}
