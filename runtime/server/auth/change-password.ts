import { invalid, problem } from '../../problems.ts';
import { recordEvent } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { setPassword } from './credentials.ts';
import { isPassword } from './password.ts';

/** Changes the own password; all sessions of the person end. */
export async function changePassword(ctx: Context, input: { current: string; password: string }): Promise<void> {
  const { user } = ctx.principal;
  if (!user) throw problem('session.required');
  const { rows } = await ctx.db.query<{ hash: string }>('select hash from tamga.credential where user_id = $1', [user.id]);
  const label = { zh: '当前密码', en: 'Current password' };
  if (!(await isPassword(input.current, rows[0]?.hash ?? null))) throw invalid([{ field: 'current', code: 'field.check', params: { label }, message: { zh: '当前密码不正确', en: 'The current password is not right' } }]);
  if (input.current === input.password) throw invalid([{ field: 'password', code: 'field.check', params: { label }, message: { zh: '新密码不能与当前密码相同', en: 'The new password must differ from the current one' } }]);
  await setPassword(ctx.services, ctx.db, user.id, input.password);
  await recordEvent(ctx, { event: 'password.change', result: 'done' });
}
