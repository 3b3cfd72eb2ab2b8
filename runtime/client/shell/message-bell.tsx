import { useCallback, useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { ClientMessage } from '../../model/client-types.ts';
import { api } from '../api.ts';
import { messagesChanged, onMessagesChanged } from '../inbox/message-events.ts';
import { messagePath } from '../inbox/message-path.ts';
import { t } from '../texts.ts';
import { formatAgo } from '../widgets/format.ts';
import { Icon } from '../widgets/icon.tsx';
import { MenuButton } from './menu-button.tsx';

const everyMs = 30_000;

/** The bell: how many messages are unread, and the newest of them. */
export function MessageBell() {
  const navigate = useNavigate();
  const [state, setState] = useState<{ unread: number; items: ClientMessage[] }>({ unread: 0, items: [] });
  const load = useCallback(async () => {
    try {
      const found = await api.get<{ items: ClientMessage[]; unread: number }>('/api/messages', { unread: 1, page: 1 });
      setState({ unread: found.unread, items: found.items.slice(0, 6) });
    } catch {
      // A missed poll is made up by the next one; pages tell about a lost connection themselves.
    }
  }, []);
  useEffect(() => {
    void load();
    const timer = setInterval(() => { if (document.visibilityState === 'visible') void load(); }, everyMs);
    const stop = onMessagesChanged(() => { void load(); });
    return () => { clearInterval(timer); stop(); };
  }, [load]);
  const open = async (message: ClientMessage) => {
    const path = messagePath(message);
    await api.post(`/api/messages/${encodeURIComponent(message.id)}/read`);
    messagesChanged();
    if (path !== null) navigate(path);
  };
  return (
    <MenuButton label={t('messages.bell', { count: state.unread })} width={340} onOpen={() => { void load(); }}
      face={<><Icon name="bell" size={20} />{state.unread > 0 ? <span className="badge">{state.unread > 99 ? '99+' : state.unread}</span> : null}</>}>
      {(close) => (
        <div className="bell-box">
          <p className="bell-head"><strong>{t('messages.title')}</strong><Link to="/messages" onClick={close}>{t('messages.seeAll')}</Link></p>
          {state.items.length === 0 ? <p className="popup-note">{t('messages.noneUnread')}</p> : (
            <ul>{state.items.map((message) => <li key={message.id}><button type="button" onClick={() => { close(); void open(message); }}><span className="message-title">{message.title}</span><span className="message-body">{message.body}</span><time dateTime={message.at}>{formatAgo(message.at)}</time></button></li>)}</ul>
          )}
        </div>
      )}
    </MenuButton>
  );
}
