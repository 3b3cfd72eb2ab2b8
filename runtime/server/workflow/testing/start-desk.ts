import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '../../../model/source.ts';
import { entityOf } from '../../../model/model.ts';
import { openSession } from '../../auth/index.ts';
import { boot } from '../../boot.ts';
import { settableClock } from '../../clock.ts';
import { systemContext, type Services } from '../../context.ts';
import { startDatabase } from '../../db/embedded/index.ts';
import { create } from '../../operations/create.ts';
import { deployProcesses } from '../index.ts';
import { deskModel } from './desk-app.ts';

export interface Answer { status: number; body: Record<string, unknown> }

/** A running server with the desk app, its people and one office. */
export interface Desk {
  services: Services;
  office: string;
  people: Record<string, string>;
  address: string;
  /** A session's token, for other clients. */
  token(person: string): Promise<string>;
  /** Sends a request as a person, under a session that is young by the server's clock. */
  ask(person: string, method: 'GET' | 'POST' | 'PATCH', path: string, body?: Record<string, unknown>): Promise<Answer>;
  /** Puts other definitions of the same tables in force. */
  use(sources: Source[]): Promise<void>;
  pass(hours: number): void;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..', '..', '..');
const roles: Record<string, string[]> = {
  clerk: ['clerk'], other: ['clerk'], reviewer: ['reviewer'], second: ['reviewer'], lawyer: ['lawyer'], accountant: ['accountant'], both: ['clerk', 'reviewer'], chief: ['chief'],
};

/** Starts a database, a server and the people of the desk app; `stranger` reviews in another unit. */
export async function startDesk(sources: Source[]): Promise<Desk> {
  const home = await mkdtemp(join(tmpdir(), 'tamga-desk-'));
  const database = await startDatabase({ home, durable: false, log: { info: () => undefined, warn: (message) => console.error(message) } });
  const modelOf = (own: Source[]) => deskModel(root, own);
  const clock = settableClock(new Date('2026-04-10T01:00:00Z'));
  const server = await boot({ databaseUrl: database.url, root, home, model: await modelOf(sources), clock, seeds: [], background: false });
  const { app, services } = server;
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const { office, people } = await makePeople(services);
  const tokens = new Map<string, { token: string; at: number }>();
  const tokenOf = async (person: string): Promise<string> => {
    const known = tokens.get(person);
    if (known && Math.abs(clock.now().getTime() - known.at) < 600_000) return known.token;
    const token = await openSession(services, people[person]!);
    tokens.set(person, { token, at: clock.now().getTime() });
    return token;
  };
  return {
    services, office, people, address, token: tokenOf,
    async ask(person, method, path, body) {
      const send = async () => fetch(`${address}/api${path}`, {
        method, headers: { authorization: `Bearer ${await tokenOf(person)}`, 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}),
      });
      let response = await send();
      // The clock may have been set in the middle: sessions that are idle too long end.
      if (response.status === 401) {
        tokens.delete(person);
        response = await send();
      }
      return { status: response.status, body: response.status === 204 ? {} : await response.json() as Record<string, unknown> };
    },
    async use(own) {
      const model = await modelOf(own);
      services.current = () => model;
      await deployProcesses(services, model);
    },
    pass: (hours) => clock.set(new Date(clock.now().getTime() + hours * 3_600_000)),
    async close() {
      await server.close();
      await database.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function makePeople(services: Services): Promise<Pick<Desk, 'office' | 'people'>> {
  const ctx = systemContext(services);
  const make = async (entity: string, values: Record<string, unknown>) => (await create(ctx, entityOf(ctx.model, entity), values)).id;
  await make('platform/area', { code: '150523', name: '开鲁县', level: 'county' });
  const unit = await make('platform/organization', { code: 'a', name: '甲', kind: 'other', area: '150523' });
  const elsewhere = await make('platform/organization', { code: 'b', name: '乙', kind: 'other', area: '150523' });
  const office = await make('desk/office', { name: '一科', unit });
  const people: Record<string, string> = {};
  const person = async (name: string, org: string, held: string[]) => {
    people[name] = await make('platform/user', { username: name.padEnd(3, '0'), name, org });
    for (const role of held) await make('platform/role-grant', { user: people[name], role: `desk.${role}`, scope: 'unit', org });
  };
  for (const [name, held] of Object.entries(roles)) await person(name, unit, held);
  await person('stranger', elsewhere, ['reviewer']);
  for (const name of ['operator', 'worker']) {
    await person(name, unit, []);
    await make('platform/role-grant', { user: people[name], role: `platform.process-${name}`, scope: 'unit', org: unit });
  }
  return { office, people };
}
