import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { v7 } from 'uuid';
import { isId } from '../../fields/index.ts';
import { invalid } from '../../problems.ts';
import type { Queryable, Services } from '../context.ts';

export interface Captcha { id: string; image: string; question?: string; demo?: string }

const validFor = 10 * 60_000;
const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A verification code: a picture of four digits, or, for those who cannot see it, a sum in words. Each is good for one try. */
export async function makeCaptcha(services: Services, kind: 'image' | 'words'): Promise<Captcha> {
  const a = randomInt(1, 10);
  const b = randomInt(1, 10);
  const answer = kind === 'words' ? String(a + b) : Array.from({ length: 4 }, () => String(randomInt(0, 10))).join('');
  const id = v7();
  await services.pool.query('insert into tamga.captcha (id, answer_hash, expires_at) values ($1, $2, $3)', [id, hashOf(id, answer), new Date(services.clock.now().getTime() + validFor)]);
  return {
    id, image: kind === 'words' ? '' : `data:image/svg+xml;base64,${Buffer.from(picture(answer)).toString('base64')}`,
    ...(kind === 'words' ? { question: `${digits[a]!}加${digits[b]!}等于几？请填数字` } : {}), ...(services.demo ? { demo: answer } : {}),
  };
}

/** Refuses a wrong or old verification code, which is used up by that; `useCaptcha` uses up a right one together with what it was asked for. */
export async function requireCaptcha(services: Services, given: { id: string; text: string } | undefined): Promise<void> {
  const { rows: [row] } = given && isId(given.id)
    ? await services.pool.query<{ answer_hash: Buffer; expires_at: Date }>('select answer_hash, expires_at from tamga.captcha where id = $1', [given.id])
    : { rows: [] };
  if (row && given && row.expires_at > services.clock.now() && timingSafeEqual(row.answer_hash, hashOf(given.id, given.text.trim()))) return;
  if (row && given) await services.pool.query('delete from tamga.captcha where id = $1', [given.id]);
  throw wrong();
}

/** Uses a code up in the caller's transaction: of two requests with one code only the first is done. */
export async function useCaptcha(db: Queryable, given: { id: string } | undefined): Promise<void> {
  const { rowCount } = given ? await db.query('delete from tamga.captcha where id = $1', [given.id]) : { rowCount: 0 };
  if (rowCount !== 1) throw wrong();
}

function wrong(): Error {
  return invalid([{ field: 'captcha', code: 'portal.captcha' }]);
}

function hashOf(id: string, answer: string): Buffer {
  return createHash('sha256').update(`${id} ${answer}`).digest();
}

/** Digits drawn as strokes, not as text, turned and crossed by lines. */
function picture(answer: string): string {
  const random = (from: number, to: number): number => from + randomInt(0, 1000) / 1000 * (to - from);
  const strokes = [...answer].map((digit, i) => `<path transform="translate(${14 + i * 32} ${random(8, 16).toFixed(1)}) rotate(${random(-16, 16).toFixed(1)} 9 14)" d="${segmentsOf(Number(digit))}" stroke="hsl(${randomInt(190, 250)} 60% 32%)" stroke-width="${random(2.6, 3.6).toFixed(1)}" fill="none" stroke-linecap="round" stroke-linejoin="round"/>`);
  const noise = Array.from({ length: 5 }, () => `<path d="M${randomInt(0, 40)} ${randomInt(0, 48)} Q${randomInt(40, 100)} ${randomInt(0, 48)} ${randomInt(100, 140)} ${randomInt(0, 48)}" stroke="hsl(${randomInt(0, 360)} 40% 62%)" fill="none"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="140" height="48" viewBox="0 0 140 48"><rect width="140" height="48" fill="#eef3f8"/>${noise.join('')}${strokes.join('')}</svg>`;
}

function segmentsOf(digit: number): string {
  const paths = ['M9 0C0 0 0 28 9 28S18 0 9 0', 'M4 6L10 0V28', 'M1 6C3-3 18-2 17 8C16 15 4 20 1 28H18', 'M1 3C6-3 17 0 16 8C15 13 8 13 8 13C8 13 18 13 17 21C16 30 4 30 1 24', 'M13 28V0L1 19H18', 'M17 0H4L3 12C8 8 18 11 17 20C16 30 4 30 1 24', 'M15 1C7 2 1 12 2 20C3 31 17 30 17 20C17 10 4 11 2 20', 'M1 0H17L7 28', 'M9 13C0 12 1 0 9 0S18 12 9 13C-2 14-1 28 9 28S20 14 9 13', 'M16 8C16-3 2-3 2 7C2 17 15 17 16 8C17 16 12 26 6 28'];
  return paths[digit] ?? '';
}
