import { useState } from 'react';
import { t } from '../texts.ts';

export interface Person { username: string; password: string; name: string; roles: string; does: string; app: string }

/** The accounts of a demo by app, found by name or role. */
export function DemoPeople({ people, onChoose }: { people: readonly Person[]; onChoose: (person: Person) => void }) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = people.filter((person) => wanted === '' || [person.username, person.name, person.roles, person.does, person.app].some((part) => part.toLowerCase().includes(wanted)));
  const apps = [...new Set(found.map(({ app }) => app))];
  return (<>
    {people.length > 12 ? <input className="input" type="search" aria-label={t('login.peopleSearch')} placeholder={t('login.peopleSearch')} value={text} onChange={(event) => setText(event.target.value)} /> : null}
    {apps.map((app) => (
      <section key={app}>
        {apps.length > 1 && app !== '' ? <h3>{app}</h3> : null}
        <ul>
          {found.filter((person) => person.app === app).map((person) => (
            <li key={person.username}>
              <button type="button" onClick={() => onChoose(person)}>
                <span className="person-name">{person.name}<span className="muted">{person.username}</span></span>
                <span className="person-roles">{person.roles}</span>
                <span className="person-does">{person.does}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>);
}
