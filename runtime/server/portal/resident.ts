import { entityOf, type Portal } from '../../model/model.ts';
import type { Grant, Principal, Queryable, Services } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';

/** A resident as accounts know him. */
export interface Resident { id: string; phone: string; name: string | null; idCard: string | null; active: boolean }

const grant = (role: string, scope: Grant['scope']): Grant => ({ role, scope, orgs: [], area: null });
const known = new WeakMap<Portal, Map<string, Principal>>();
const most = 2_000;

/**
 * Who asks on a portal: a resident, or anybody. Rights come from the portal's definition alone; an account is no user,
 * holds no roles and has no unit, so nothing that a grant gives to staff reaches it.
 */
export function portalPrincipal(portal: Portal, resident: Resident | null): Principal {
  let principals = known.get(portal);
  if (!principals) known.set(portal, (principals = new Map()));
  const key = resident ? `${resident.id} ${resident.name ?? ''}` : '';
  let principal = principals.get(key);
  if (!principal) {
    if (principals.size >= most) principals.clear();
    const { anybody, guest, own } = portal.roles;
    principal = {
      kind: 'user',
      user: resident ? { id: resident.id, name: resident.name ?? '', username: resident.phone, org: null } : null,
      grants: resident ? [grant(anybody, 'all'), grant(guest, 'all'), grant(own, 'own')] : [grant(anybody, 'all'), grant(guest, 'all')],
    };
    principals.set(key, principal);
  }
  return principal;
}

/** The account of a phone or id; undefined when there is none. */
export async function findResident(services: Services, db: Queryable, by: { id: string } | { phone: string }): Promise<Resident | undefined> {
  const entity = entityOf(services.current(), 'platform/resident-account');
  const column = (name: string): string => columnOf(entity, name);
  const { rows } = await db.query<Resident>(
    `select id, ${column('phone')} as phone, ${column('name')} as name, ${column('idCard')} as "idCard", ${column('active')} is not false as active
     from ${tableOf(entity)} where ${'id' in by ? 'id' : column('phone')} = $1`, ['id' in by ? by.id : by.phone]);
  return rows[0];
}
