import type { Scenario } from '../../schemas/generated/types.ts';
import { entityOf } from '../model/model.ts';
import { hashPassword, openSession, storePassword } from '../server/auth/index.ts';
import { systemContext } from '../server/context.ts';
import type { Services } from '../server/context.ts';
import { create } from '../server/operations/create.ts';
import { findResident } from '../server/portal/resident.ts';
import { openResidentSession } from '../server/portal/resident-session.ts';
import { columnOf, tableOf } from '../server/db/quoted-names.ts';
import { everythingRole } from './everything-role.ts';
import { ScenarioFailure } from './scenario/scenario-failure.ts';
import type { Person } from './scenario/world.ts';

type GivenPerson = NonNullable<NonNullable<Scenario['given']>['people']>[string];
interface Scope { scope: 'all' | 'unit-below' | 'area-below'; org?: string; area?: string }

/** Password of every person a scenario makes. */
export const scenarioPassword = 'Scenario-2026!';

let passwordHash: Promise<string> | undefined;

/** Makes a person of a scenario with roles and a session. */
export async function makePerson(services: Services, name: string, given: GivenPerson): Promise<Person> {
  const scope = await scopeOf(services, given.scope);
  const org = given.org === undefined ? await unitOf(services, scope) : await findUnit(services, given.org) ?? notFound('unit', given.org);
  const model = services.current();
  const ctx = systemContext(services);
  const { id } = await create(ctx, entityOf(model, 'platform/user'), { username: await freeName(services, name), name: given.name ?? name, org, active: true });
  for (const role of [given.role].flat()) await create(ctx, entityOf(model, 'platform/role-grant'), { user: id, role, ...scope });
  passwordHash ??= hashPassword(scenarioPassword);
  await storePassword(services, services.pool, id, await passwordHash);
  return { id, token: await openSession(services, id) };
}

/** A session of a resident who signed in before. */
export async function residentSessionOf(services: Services, phone: string): Promise<string> {
  const resident = await findResident(services, services.pool, { phone });
  if (!resident) throw new ScenarioFailure(`a resident with ${phone}`, 'none');
  return openResidentSession(services, resident.id, { channel: 'portal', address: '127.0.0.1', device: null });
}

const systemName = 'scenario-system';

/** The person that stands for the system. */
export async function systemPerson(services: Services): Promise<string> {
  const user = entityOf(services.current(), 'platform/user');
  const { rows: [found] } = await services.pool.query<{ id: string }>(`select id from ${tableOf(user)} where ${columnOf(user, 'username')} = $1`, [systemName]);
  return found?.id ?? notFound('person', systemName);
}

/** Makes the person that stands for the system; part of a template. */
export async function makeSystemPerson(services: Services): Promise<void> {
  const model = services.current();
  const ctx = systemContext(services);
  const { id } = await create(ctx, entityOf(model, 'platform/user'), { username: systemName, name: 'System', org: await unitOf(services, { scope: 'all' }), active: true });
  await create(ctx, entityOf(model, 'platform/role-grant'), { user: id, role: everythingRole, scope: 'all' });
}

/** A user name must be small letters, so the short name is bent to it; a name that a seed has taken gets a number. */
async function freeName(services: Services, name: string): Promise<string> {
  const plain = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/[^a-z0-9.-]/g, '-').replace(/^[^a-z]+/, 'p').padEnd(3, '0').slice(0, 36);
  const user = entityOf(services.current(), 'platform/user');
  const { rows } = await services.pool.query<{ username: string }>(`select ${columnOf(user, 'username')} as username from ${tableOf(user)} where ${columnOf(user, 'username')} like $1`, [`${plain}%`]);
  const taken = new Set(rows.map((row) => row.username));
  let free = plain;
  for (let number = 2; taken.has(free); number += 1) free = `${plain}-${number}`;
  return free;
}

async function scopeOf(services: Services, text: string | undefined): Promise<Scope> {
  if (text === undefined) return { scope: 'all' };
  const org = await findUnit(services, text);
  if (org) return { scope: 'unit-below', org };
  const area = await findArea(services, text);
  return area ? { scope: 'area-below', area } : notFound('unit or area', text);
}

/** The unit a person works in: that of the scope, else the first of the area, else the first at all. */
async function unitOf(services: Services, { org, area }: Scope): Promise<string> {
  if (org) return org;
  const unit = entityOf(services.current(), 'platform/organization');
  const { rows: [found] } = await services.pool.query<{ id: string }>(
    `select id from ${tableOf(unit)} where $1::text is null or ${columnOf(unit, 'area')} = $1 order by ${columnOf(unit, 'kind')} = 'health-commission' desc, ${columnOf(unit, 'code')} limit 1`, [area ?? null]);
  return found?.id ?? makeUnit(services, area);
}

/** Where no unit was loaded, a person still needs one. */
async function makeUnit(services: Services, area: string | undefined): Promise<string> {
  const { rows: [first] } = await services.pool.query<{ code: string }>(`select ${columnOf(entityOf(services.current(), 'platform/area'), 'code')} as code from ${tableOf(entityOf(services.current(), 'platform/area'))} order by 1 limit 1`);
  const { id } = await create(systemContext(services), entityOf(services.current(), 'platform/organization'), { code: `scenario-${area ?? 'all'}`, name: `Unit ${area ?? ''}`.trim(), kind: 'other', area: area ?? first?.code ?? notFound('area', 'at all') });
  return id;
}

async function findUnit(services: Services, text: string): Promise<string | undefined> {
  const unit = entityOf(services.current(), 'platform/organization');
  const { rows } = await services.pool.query<{ id: string }>(`select id from ${tableOf(unit)} where $1 in (${columnOf(unit, 'code')}, ${columnOf(unit, 'name')}) order by ${columnOf(unit, 'code')} = $1 desc limit 1`, [text]);
  return rows[0]?.id;
}

/** Villages may be called alike, so the widest area of that name is meant. */
async function findArea(services: Services, text: string): Promise<string | undefined> {
  const area = entityOf(services.current(), 'platform/area');
  const { rows } = await services.pool.query<{ code: string }>(`select ${columnOf(area, 'code')} as code from ${tableOf(area)} where $1 in (${columnOf(area, 'code')}, ${columnOf(area, 'name')}) order by length(${columnOf(area, 'code')}), ${columnOf(area, 'code')} limit 1`, [text]);
  return rows[0]?.code;
}

function notFound(what: string, text: string): never {
  throw new ScenarioFailure(`a ${what} called "${text}"`, 'none');
}
