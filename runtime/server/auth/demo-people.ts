import { entityOf } from '../../model/model.ts';
import type { Locale } from '../../problems.ts';
import type { Queryable, Services } from '../context.ts';
import { todayOf } from '../clock.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';

export interface DemoPerson { username: string; password: string; name: string; roles: string; does: string; app: string }

const setting = 'demo.people';

/** Notes the passwords of demo accounts for the sign-in page; the seed loader calls it, in demo mode only. */
export async function noteDemoPeople(db: Queryable, people: readonly { username: string; password: string }[]): Promise<void> {
  const { rows: [row] } = await db.query<{ value: { username: string; password: string }[] }>('select value from tamga.setting where key = $1 for update', [setting]);
  const all = new Map([...(row?.value ?? []), ...people].map(({ username, password }) => [username, { username, password }]));
  await db.query('insert into tamga.setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value', [setting, JSON.stringify([...all.values()])]);
}

/** The demo accounts with what they may do; nobody outside demo mode. */
export async function demoPeople(services: Services, locale: Locale): Promise<DemoPerson[]> {
  if (!services.demo) return [];
  const { rows: [row] } = await services.pool.query<{ value: { username: string; password: string }[] }>('select value from tamga.setting where key = $1', [setting]);
  if (!row) return [];
  const passwords = new Map(row.value.map(({ username, password }) => [username, password]));
  const model = services.current();
  const user = entityOf(model, 'platform/user');
  const grant = entityOf(model, 'platform/role-grant');
  const unit = entityOf(model, 'platform/organization');
  const area = entityOf(model, 'platform/area');
  const { rows } = await services.pool.query<{ username: string; name: string; role: string | null; place: string | null }>(
    `select u.${columnOf(user, 'username')} as username, u.${columnOf(user, 'name')} as name, g.${columnOf(grant, 'role')} as role,
       coalesce(o.${columnOf(unit, 'name')}, a.${columnOf(area, 'name')}) as place
     from ${tableOf(user)} u
     left join ${tableOf(grant)} g on g.${columnOf(grant, 'user')} = u.id and (g.${columnOf(grant, 'validUntil')} is null or g.${columnOf(grant, 'validUntil')} >= $2::date)
     left join ${tableOf(unit)} o on o.id = g.${columnOf(grant, 'org')}
     left join ${tableOf(area)} a on a.${columnOf(area, 'code')} = g.${columnOf(grant, 'area')}
     where u.${columnOf(user, 'username')} = any($1) and u.${columnOf(user, 'active')} is not false order by g.created_at, g.id`,
    [[...passwords.keys()], todayOf(services.clock)]);
  const text = (value: { zh: string; en: string }): string => (locale === 'en' ? value.en : value.zh);
  const people = new Map<string, { name: string; app: string; roles: string[]; does: Set<string> }>();
  for (const { username, name, role: roleName, place } of rows) {
    const person = people.get(username) ?? { name, app: '', roles: [], does: new Set() };
    people.set(username, person);
    const role = roleName ? model.roles.get(roleName) : undefined;
    if (!role) continue;
    person.app ||= text(model.apps.get(role.name.split('.')[0]!)?.label ?? { zh: '', en: '' });
    person.roles.push(place ? `${text(role.label)}${locale === 'en' ? ` (${place})` : `（${place}）`}` : text(role.label));
    if (role.description) person.does.add(text(role.description));
  }
  return [...passwords].flatMap(([username, password]) => {
    const person = people.get(username);
    return person ? [{ username, password, name: person.name, roles: person.roles.join(locale === 'en' ? ', ' : '、'), does: [...person.does].join(locale === 'en' ? ' ' : ''), app: person.app }] : [];
  });
}
