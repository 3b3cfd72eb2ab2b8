import { useNavigate } from 'react-router-dom';
import { useModel, useSession } from '../session.tsx';
import { locale, t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Icon } from '../widgets/icon.tsx';
import { roleText } from '../widgets/role-text.ts';
import { MenuButton } from './menu-button.tsx';

/** Who is signed in, the language, and the way out. */
export function UserMenu() {
  const { user } = useModel();
  const { changeLocale, signOut } = useSession();
  const navigate = useNavigate();
  return (
    <MenuButton label={t('user.menu', { name: user.name })} width={260} face={<><Icon name="user" /><span className="user-name">{user.name}</span><Icon name="down" size={13} /></>}>
      {(close) => (
        <div className="user-box">
          <p className="user-line"><strong>{user.name}</strong><span className="muted">{user.username}</span></p>
          {user.org === undefined ? null : <p className="muted">{user.org.title}</p>}
          <ul className="user-roles">{user.roles.map((role) => <li key={`${role.name}/${role.scope}`}>{roleText(role)}</li>)}</ul>
          <div className="user-actions">
            <Button icon="globe" lang={locale() === 'en' ? 'zh-CN' : 'en'} onClick={() => { close(); changeLocale(locale() === 'en' ? 'zh-CN' : 'en'); }}>{t('user.otherLanguage')}</Button>
            <Button onClick={() => { close(); navigate('/account'); }}>{t('user.account')}</Button>
            <Button onClick={() => { close(); void signOut().finally(() => navigate('/login', { replace: true })); }}>{t('user.signOut')}</Button>
          </div>
        </div>
      )}
    </MenuButton>
  );
}
