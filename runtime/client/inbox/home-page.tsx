import type { ClientMenuItem } from '../../model/client-types.ts';
import { Link } from 'react-router-dom';
import { api } from '../api.ts';
import { useModel } from '../session.tsx';
import { t } from '../texts.ts';
import { Icon } from '../widgets/icon.tsx';
import type { IconName } from '../widgets/icon.tsx';
import { PageHead } from '../widgets/page.tsx';
import { menuPath } from '../widgets/paths.ts';
import { roleText } from '../widgets/role-text.ts';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { useLoad } from '../widgets/use-load.ts';
import type { TaskPageData } from './boxes.ts';
import { TaskTable } from './task-table.tsx';
import './home.css';

const icons: Record<ClientMenuItem['kind'], IconName> = { list: 'list', dashboard: 'chart', report: 'chart', page: 'file', tool: 'check' };

/** Where the day begins: what waits, and the way to everything else. */
export default function HomePage() {
  const model = useModel();
  const loaded = useLoad('home', (signal) => api.get<TaskPageData>('/api/tasks', { box: 'todo', pageSize: 5 }, signal));
  const counts = loaded.data?.counts;
  return (
    <>
      <PageHead title={t('home.greeting', { name: model.user.name })} />
      <p className="home-roles">{[model.user.org?.title, ...model.user.roles.map(roleText)].filter((part) => part !== undefined && part !== '').join(' · ')}</p>
      <div className="home-grid">
        <section className="card" aria-labelledby="home-todo">
          <div className="card-head">
            <h2 id="home-todo">{t('inbox.todo')}{counts === undefined ? null : <span className="count">{counts.todo}</span>}</h2>
            <span className="home-links">{counts !== undefined && (counts.claimable ?? 0) > 0 ? <Link to="/tasks?box=claimable">{t('home.claimable', { count: counts.claimable ?? 0 })}</Link> : null}<Link to="/tasks">{t('home.allTasks')}</Link></span>
          </div>
          {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={4} /> : loaded.data.items.length === 0 ? <p className="home-none"><Icon name="check" size={20} />{t('home.noTasks')}</p> : <TaskTable tasks={loaded.data.items} />}
        </section>
        {model.apps.map((app) => app.menu.map((group) => (
          <section key={`${app.name}/${group.label}`} className="card shortcuts" aria-label={group.label}>
            <h2>{group.label}</h2>
            <ul>{group.items.map((item) => <li key={`${item.kind}/${item.app}/${item.name}`}><Link to={menuPath(item)}><Icon name={icons[item.kind]} /><span>{item.label}</span></Link></li>)}</ul>
          </section>
        )))}
      </div>
    </>
  );
}
