import { generateSecret, generateURI, verify } from 'otplib';
import QRCode from 'qrcode';
import { invalid, problem } from '../../problems.ts';
import { recordEvent } from '../audit/index.ts';
import type { Context, Services } from '../context.ts';
import { openText, sealText } from '../crypto/index.ts';
import { setting } from '../settings/index.ts';
import { endSessions } from './end-sessions.ts';

/** Seconds that the clocks of a phone and the server may differ by. */
const tolerance = 30;

/** Must people of these roles use a second factor? */
export async function needsSecondFactor(services: Services, roles: readonly string[]): Promise<boolean> {
  const who = await setting(services, 'sign-in.second-factor');
  return who === 'everybody' || (who === 'administrators' && roles.some((role) => services.current().roles.get(role)?.administrative));
}

/** A new secret for the person's authenticator app (TOTP, RFC 6238); it counts once a code has confirmed it. */
export async function offerSecondFactor(ctx: Context): Promise<{ secret: string; uri: string; image: string }> {
  const { user } = ctx.principal;
  if (!user) throw problem('session.required');
  const { rows: [row] } = await ctx.db.query<{ since: Date | null }>('select second_factor_since as since from tamga.credential where user_id = $1', [user.id]);
  if (row?.since) throw problem('session.second-factor-set');
  const secret = generateSecret();
  await ctx.db.query('update tamga.credential set second_factor = $2, last_step = null where user_id = $1', [user.id, await sealText(ctx.services.home, 'second-factor', secret)]);
  const uri = generateURI({ issuer: 'Tamga', label: user.username, secret });
  return { secret, uri, image: await QRCode.toDataURL(uri, { margin: 1, width: 200 }) };
}

/** Confirms the offered secret with a code: from now on signing in asks for one. */
export async function confirmSecondFactor(ctx: Context, code: string): Promise<void> {
  const { user } = ctx.principal;
  if (!user) throw problem('session.required');
  if (!(await isCode(ctx.services, user.id, code))) throw invalid([{ field: 'code', code: 'field.check', params: { label }, message: { zh: '动态口令不正确', en: 'The code is not right' } }]);
  await ctx.db.query('update tamga.credential set second_factor_since = coalesce(second_factor_since, $2) where user_id = $1', [user.id, ctx.services.clock.now()]);
  await recordEvent(ctx, { event: 'second-factor', result: 'done', summary: '启用双因素' });
}

const label = { zh: '动态口令', en: 'One-time code' };

/** Is it the person's code of this moment? Each code counts once. */
export async function isCode(services: Services, userId: string, code: string): Promise<boolean> {
  const { rows: [row] } = await services.pool.query<{ secret: Buffer | null; last: string | null }>('select second_factor as secret, last_step as last from tamga.credential where user_id = $1', [userId]);
  if (!row?.secret || !/^\d{6}$/.test(code)) return false;
  const secret = await openText(services.home, row.secret);
  const epoch = Math.floor(services.clock.now().getTime() / 1000);
  const found = await verify({ secret, token: code, epoch, epochTolerance: tolerance });
  if (!found.valid) return false;
  const step = Math.floor(epoch / 30) + (found.delta ?? 0);
  // The step moves on in one statement, so that of two uses of a code at once one is refused.
  const { rowCount } = await services.pool.query('update tamga.credential set last_step = $2 where user_id = $1 and (last_step is null or last_step < $2)', [userId, step]);
  return rowCount === 1;
}

/** Takes the second factor away and ends the person's sessions. */
export async function resetSecondFactor(ctx: Context, userId: string): Promise<void> {
  await ctx.db.query('update tamga.credential set second_factor = null, second_factor_since = null, last_step = null where user_id = $1', [userId]);
  await endSessions(ctx.services, ctx.db, userId);
  await recordEvent(ctx, { event: 'second-factor', result: 'done', record: userId, summary: '重置双因素' });
}
