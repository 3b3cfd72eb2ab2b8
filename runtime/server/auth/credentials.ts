import { invalid } from '../../problems.ts';
import type { FieldError } from '../../problems.ts';
import type { Queryable, Services } from '../context.ts';
import { entityOf } from '../../model/model.ts';
import { tableOf, columnOf } from '../db/quoted-names.ts';
import { hashPassword } from './password.ts';

const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u, /\p{Lo}/u];

/** What speaks against a password; empty when it may be used. */
export function passwordErrors(password: string, username: string): FieldError[] {
  const label = { zh: '密码', en: 'Password' };
  if (password.length < 10) return [{ field: 'password', code: 'field.too-short', params: { label, min: 10 } }];
  if (password.length > 200) return [{ field: 'password', code: 'field.too-long', params: { label, max: 200 } }];
  if (classes.filter((one) => one.test(password)).length < 2) {
    return [{ field: 'password', code: 'field.check', params: { label }, message: { zh: '密码须包含大写字母、小写字母、数字、符号中的至少两类', en: 'The password needs at least two of: capital letters, small letters, digits, signs' } }];
  }
  if (username && password.toLowerCase().includes(username.toLowerCase())) {
    return [{ field: 'password', code: 'field.check', params: { label }, message: { zh: '密码不能包含用户名', en: 'The password must not contain the user name' } }];
  }
  return [];
}

/** Sets a person's password and ends that person's sessions; a weak one is refused. */
export async function setPassword(services: Services, db: Queryable, userId: string, password: string, field = 'password'): Promise<void> {
  const user = entityOf(services.current(), 'platform/user');
  const found = await db.query<{ username: string }>(`select ${columnOf(user, 'username')} as username from ${tableOf(user)} where id = $1`, [userId]);
  const errors = passwordErrors(password, found.rows[0]?.username ?? '');
  if (errors.length > 0) throw invalid(errors.map((error) => ({ ...error, field })));
  await storePassword(services, db, userId, await hashPassword(password));
}

/** Stores a hash made before, so that a seed hashes a shared demo password once. */
export async function storePassword(services: Services, db: Queryable, userId: string, hash: string): Promise<void> {
  await db.query(
    `insert into tamga.credential (user_id, hash, changed_at) values ($1, $2, $3)
     on conflict (user_id) do update set hash = excluded.hash, changed_at = excluded.changed_at`,
    [userId, hash, services.clock.now()],
  );
  await db.query('delete from tamga.session where user_id = $1', [userId]);
  await db.query("select pg_notify('tamga_access', '')");
}
