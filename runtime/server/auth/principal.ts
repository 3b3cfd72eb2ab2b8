import { entityOf } from '../../model/model.ts';
import type { Model } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { todayOf } from '../clock.ts';
import type { Clearance, Grant, Principal, Services, Stead } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { remembered } from './access-cache.ts';
import { absentPeople } from './absent-people.ts';

interface PersonRow { id: string; name: string; username: string; active: boolean | null; clearance: Clearance | null; org: { id: string; name: string; area: string | null } | null; grants: GrantRow[]; tenant: TenantRow | null }
interface TenantRow { apps: string[]; name: string; usable: boolean }
interface GrantRow { role: string; scope: Grant['scope']; org: string | null; area: string | null; orgs: string[] | null }

/** The person with all grants that hold today; remembered until people, grants or units change. Inactive and unknown people have no session. */
export async function principalOf(services: Services, userId: string): Promise<Principal> {
  const today = todayOf(services.clock);
  const principal = await remembered(services, `${userId} ${today}`, () => loadPrincipal(services, userId, today));
  if (!principal) throw problem('session.required');
  return principal;
}

async function loadPrincipal(services: Services, userId: string, today: string): Promise<Principal | null> {
  const { rows: [person] } = await services.pool.query<PersonRow>(personSql(services.current()), [userId, today]);
  if (!person || person.active === false) return null;
  if (person.tenant && !person.tenant.usable) return null;
  const { id, name, username, org } = person;
  const actsFor: Stead[] = [];
  for (const away of await absentPeople(services, userId, today)) {
    const { rows: [whom] } = await services.pool.query<PersonRow>(personSql(services.current()), [away.person, today]);
    if (whom && whom.active !== false) actsFor.push({ person: away.person, name: whom.name, grants: whom.grants.map(toGrant), processes: away.processes });
  }
  return { kind: 'user', user: { id, name, username, org }, grants: person.grants.map(toGrant), clearance: person.clearance ?? 'sensitive', ...(actsFor.length > 0 ? { actsFor } : {}), ...(person.tenant ? { apps: withNeeds(services.current(), person.tenant.apps) } : {}) };
}

/** Apps with those that they need. */
function withNeeds(model: Model, apps: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const needed of model.apps.get(name)?.needs ?? []) add(needed);
  };
  for (const name of apps) add(name);
  return found;
}

/** The tenant that a person may not sign in for, by name: suspended, or past its day. */
export async function closedTenant(services: Services, userId: string): Promise<string | null> {
  const { rows: [person] } = await services.pool.query<PersonRow>(personSql(services.current()), [userId, todayOf(services.clock)]);
  return person?.tenant && !person.tenant.usable ? person.tenant.name : null;
}

function toGrant({ role, scope, org, area, orgs }: GrantRow): Grant {
  return {
    role, scope,
    orgs: scope === 'unit' ? (org ? [org] : []) : scope === 'unit-below' ? orgs ?? [] : [],
    area: scope === 'area-below' ? (area === null ? null : areaPrefix(area)) : null,
  };
}

/** What all divisions below have in common: 150000 → 15, 150500 → 1505, 150523 → 150523, 150523100000 → 150523100. */
export function areaPrefix(code: string): string {
  // Two digits each for province, city and county, three each for town and village.
  const town = code.slice(6).replace(/(000)+$/, '');
  return town ? code.slice(0, 6) + town : code.slice(0, 6).replace(/(00)+$/, '');
}

/** One statement: the person, the unit, the grants and every unit below a granted one. */
function personSql(model: Model): string {
  const user = entityOf(model, 'platform/user');
  const grant = entityOf(model, 'platform/role-grant');
  const unit = entityOf(model, 'platform/organization');
  const u = (name: string): string => `u.${columnOf(user, name)}`;
  const g = (name: string): string => `g.${columnOf(grant, name)}`;
  const o = (name: string): string => `o.${columnOf(unit, name)}`;
  const tenant = entityOf(model, 'platform/tenant');
  const t = (name: string): string => `t.${columnOf(tenant, name)}`;
  return `with recursive granted as (
      select g.id, ${g('role')} as role, ${g('scope')} as scope, ${g('org')} as org, ${g('area')} as area
      from ${tableOf(grant)} g where ${g('user')} = $1 and (${g('validUntil')} is null or ${g('validUntil')} >= $2::date)
    ), below as (
      select granted.id as grant_id, granted.org as org from granted where scope = 'unit-below' and granted.org is not null
      union
      select below.grant_id, o.id from ${tableOf(unit)} o join below on ${o('parent')} = below.org
    ), above as (
      select ${u('org')} as org, 0 as depth from ${tableOf(user)} u where u.id = $1
      union all
      select ${o('parent')}, above.depth + 1 from ${tableOf(unit)} o join above on o.id = above.org where ${o('parent')} is not null and above.depth < 20
    )
    select u.id, ${u('name')} as name, ${u('username')} as username, ${u('active')} as active, ${u('clearance')} as clearance,
      (select json_build_object('id', o.id, 'name', ${o('name')}, 'area', ${o('area')}) from ${tableOf(unit)} o where o.id = ${u('org')}) as org,
      coalesce((select json_agg(json_build_object('role', role, 'scope', scope, 'org', org, 'area', area,
        'orgs', (select json_agg(below.org) from below where below.grant_id = granted.id)) order by role, id) from granted), '[]') as grants,
      (select json_build_object('apps', ${t('apps')}, 'name', ${t('name')}, 'usable', ${t('state')} = 'active' and (${t('validUntil')} is null or ${t('validUntil')} >= $2::date))
        from ${tableOf(tenant)} t join above on above.org = ${t('unit')} order by above.depth limit 1) as tenant
    from ${tableOf(user)} u where u.id = $1`;
}
