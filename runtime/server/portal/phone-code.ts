import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { v7 } from 'uuid';
import { entityOf } from '../../model/model.ts';
import { invalid, problem } from '../../problems.ts';
import { recordEvent } from '../audit/index.ts';
import { systemContext, type Context, type Origin, type Services } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { create } from '../operations/create.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { findResident, type Resident } from './resident.ts';
import { openResidentSession } from './resident-session.ts';

const minute = 60_000;
const validFor = 5 * minute;
const perPhone = { hour: 5, day: 10 };
/** A whole village may stand behind one address. */
const perAddress = 60;
const mostTries = 5;
const lockFor = 15 * minute;

/** Sends a code to a phone. What the phone may have is counted in the database, so it holds for all servers. In demo mode the code comes back instead of a text message. */
export async function sendCode(services: Services, phone: string, origin: Origin): Promise<{ demoCode?: string }> {
  requirePhone(phone);
  const now = services.clock.now();
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  await inTransaction({ ...systemContext(services), origin }, async (ctx) => {
    // Requests for one phone wait for each other, or many at once would all be the first.
    await ctx.db.query("select pg_advisory_xact_lock(hashtext('tamga.phone_code'), hashtext($1))", [phone]);
    await refuseLocked(ctx, phone);
    const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
    const { rows: [sent] } = await ctx.db.query<{ hour: number; day: number; address: number }>(
      `select (count(*) filter (where phone = $1 and created_at > $3))::int as hour, (count(*) filter (where phone = $1))::int as day,
         (count(*) filter (where address = $2 and created_at > $3))::int as address
       from tamga.phone_code where (phone = $1 or address = $2) and created_at > $4`, [phone, origin.address, ago(60 * minute), ago(24 * 60 * minute)]);
    if (sent && (sent.hour >= perPhone.hour || sent.day >= perPhone.day || (!services.demo && sent.address >= perAddress))) throw problem('portal.code-limit', { max: perPhone.hour });
    // Only the newest code holds.
    await ctx.db.query('update tamga.phone_code set expires_at = $2 where phone = $1 and used_at is null and expires_at > $2', [phone, now]);
    await ctx.db.query('insert into tamga.phone_code (id, phone, code_hash, address, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)', [v7(), phone, hashOf(phone, code), origin.address, now, new Date(now.getTime() + validFor)]);
    if (services.demo) return;
    if (!services.sendSms) throw problem('portal.no-sms');
    await services.sendSms(ctx, { to: phone, purpose: 'portal-code', text: `验证码 ${code}，5 分钟内有效。请勿告诉他人。`, values: { code } });
  });
  return services.demo ? { demoCode: code } : {};
}

/** Opens a session for the right code: it holds once and for five minutes; five wrong ones lock the phone for a quarter of an hour. The first sign-in makes the account. */
export async function signInByCode(services: Services, { phone, code, origin }: { phone: string; code: string; origin: Origin }): Promise<{ token: string; resident: Resident }> {
  requirePhone(phone);
  const ctx: Context = { ...systemContext(services), origin };
  // Judged in a transaction of its own: a wrong try has to be counted although the request is refused.
  const judged = await inTransaction(ctx, async (tx) => {
    await tx.db.query("select pg_advisory_xact_lock(hashtext('tamga.phone_code'), hashtext($1))", [phone]);
    await refuseLocked(tx, phone);
    const now = services.clock.now();
    const { rows: [sent] } = await tx.db.query<{ id: string; code_hash: Buffer; expires_at: Date; used_at: Date | null }>('select id, code_hash, expires_at, used_at from tamga.phone_code where phone = $1 order by created_at desc, id desc limit 1', [phone]);
    if (!sent) return 'portal.code-wrong' as const;
    if (sent.used_at || sent.expires_at <= now) return 'portal.code-expired' as const;
    if (!timingSafeEqual(sent.code_hash, hashOf(phone, code))) {
      await tx.db.query('update tamga.phone_code set tries = tries + 1 where id = $1', [sent.id]);
      return 'portal.code-wrong' as const;
    }
    await tx.db.query('update tamga.phone_code set used_at = $2 where id = $1', [sent.id, now]);
    const resident = await findResident(services, tx.db, { phone }) ?? await makeAccount(tx, phone);
    if (!resident.active) return 'portal.code-wrong' as const;
    const entity = entityOf(tx.model, 'platform/resident-account');
    await tx.db.query(`update ${tableOf(entity)} set ${columnOf(entity, 'lastSignInAt')} = $2 where id = $1`, [resident.id, now]);
    return resident;
  });
  const who = typeof judged === 'string' ? null : judged;
  await recordEvent(ctx, { event: 'session.sign-in', result: who ? 'done' : 'refused', user: who ? { id: who.id, name: who.name ?? '', username: phone, org: null } : null, username: phone });
  if (typeof judged === 'string') throw problem(judged);
  return { token: await openResidentSession(services, judged.id, origin), resident: judged };
}

async function makeAccount(ctx: Context, phone: string): Promise<Resident> {
  const entity = entityOf(ctx.model, 'platform/resident-account');
  const { id } = await create(ctx, entity, { phone });
  // An account is its holder's own record.
  await ctx.db.query(`update ${tableOf(entity)} set created_by = id, updated_by = id where id = $1`, [id]);
  return { id, phone, name: null, idCard: null, active: true };
}

async function refuseLocked({ db, services }: Context, phone: string): Promise<void> {
  const now = services.clock.now().getTime();
  const { rows: [worn] } = await db.query<{ created_at: Date }>('select created_at from tamga.phone_code where phone = $1 and tries >= $2 and created_at > $3 order by created_at desc limit 1', [phone, mostTries, new Date(now - lockFor)]);
  if (worn) throw problem('portal.locked', { minutes: Math.max(1, Math.ceil((worn.created_at.getTime() + lockFor - now) / minute)) });
}

function requirePhone(phone: string): void {
  if (!/^1[3-9]\d{9}$/.test(phone)) throw invalid([{ field: 'phone', code: 'field.pattern', params: { label: { zh: '手机号', en: 'Mobile' } } }]);
}

function hashOf(phone: string, code: string): Buffer {
  return createHash('sha256').update(`${phone} ${code}`).digest();
}
