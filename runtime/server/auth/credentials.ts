import { invalid } from '../../problems.ts';
import type { FieldError } from '../../problems.ts';
import { entityOf } from '../../model/model.ts';
import type { Queryable, Services } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { numberSetting } from '../settings/index.ts';
import { endSessions } from './end-sessions.ts';
import { hashPassword, isPassword } from './password.ts';

const classes = [/[\p{Ll}\p{Lo}]/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u];
const label = { zh: '密码', en: 'Password' };

/** What speaks against a password under the policy in force; empty when it may be used. */
export async function passwordErrors(services: Services, password: string, username: string): Promise<FieldError[]> {
  const min = await numberSetting(services, 'password.min-length');
  const kinds = await numberSetting(services, 'password.classes');
  if ([...password].length < min) return [{ field: 'password', code: 'field.too-short', params: { label, min } }];
  if (password.length > 200) return [{ field: 'password', code: 'field.too-long', params: { label, max: 200 } }];
  if (classes.filter((one) => one.test(password)).length < kinds) return refused(`密码须包含大写字母、小写字母、数字、符号中的至少 ${kinds} 类`, `The password needs at least ${kinds} of: capital letters, small letters, digits, signs`);
  if (username && password.toLowerCase().includes(username.toLowerCase())) return refused('密码不能包含用户名', 'The password must not contain the user name');
  return [];
}

const refused = (zh: string, en: string): FieldError[] => [{ field: 'password', code: 'field.check', params: { label }, message: { zh, en } }];

export interface PasswordOptions {
  /** Field a refusal is shown at. */
  field?: string;
  /** Somebody else chose it: the person has to choose another at the first sign-in. */
  mustChange?: boolean;
}

/** Sets a person's password and ends that person's sessions; one that is weak or was used lately is refused. */
export async function setPassword(services: Services, db: Queryable, userId: string, password: string, { field = 'password', mustChange = false }: PasswordOptions = {}): Promise<void> {
  const user = entityOf(services.current(), 'platform/user');
  const { rows: [found] } = await db.query<{ username: string; hash: string | null; earlier: string[] | null }>(
    `select u.${columnOf(user, 'username')} as username, c.hash, c.earlier from ${tableOf(user)} u left join tamga.credential c on c.user_id = u.id where u.id = $1`, [userId]);
  const errors = await passwordErrors(services, password, found?.username ?? '');
  const memory = await numberSetting(services, 'password.history');
  for (const hash of errors.length > 0 ? [] : [found?.hash, ...found?.earlier ?? []].filter((one) => typeof one === 'string').slice(0, memory)) {
    if (await isPassword(password, hash)) { errors.push(...refused(`不能使用最近 ${memory} 次用过的密码`, `None of the last ${memory} passwords may be used again`)); break; }
  }
  if (errors.length > 0) throw invalid(errors.map((error) => ({ ...error, field })));
  await storePassword(services, db, userId, await hashPassword(password), mustChange);
}

/** Stores a hash made before, so that a seed hashes a shared demo password once. */
export async function storePassword(services: Services, db: Queryable, userId: string, hash: string, mustChange = false): Promise<void> {
  const memory = await numberSetting(services, 'password.history');
  await db.query(
    `insert into tamga.credential as c (user_id, hash, changed_at, must_change) values ($1, $2, $3, $4)
     on conflict (user_id) do update set hash = excluded.hash, changed_at = excluded.changed_at, must_change = excluded.must_change, earlier = (array_prepend(c.hash, c.earlier))[1:$5]`,
    [userId, hash, services.clock.now(), mustChange, Math.max(0, memory)],
  );
  await endSessions(services, db, userId);
}
