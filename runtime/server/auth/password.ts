import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { ScryptOptions } from 'node:crypto';

/** log2(N), r, p: about 70 ms and 32 MB a try. Stored with each hash, so they may grow later. */
const cost = { log: 15, r: 8, p: 1 };

/** Hash of a password as `scrypt$15$8$1$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, 32, cost);
  return ['scrypt', cost.log, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Is it the password? Takes as long for an unknown user (`null`) as for a known one. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [kind, log, r, p, salt, key] = (stored ?? nobody).split('$');
  if (kind !== 'scrypt' || !salt || !key) throw new Error('A stored password hash has an unknown format.');
  const expected = Buffer.from(key, 'base64url');
  const found = await derive(password, Buffer.from(salt, 'base64url'), expected.length, { log: Number(log), r: Number(r), p: Number(p) });
  return timingSafeEqual(found, expected) && stored !== null;
}

/** Compared with when there is no such user. */
const nobody = ['scrypt', cost.log, cost.r, cost.p, Buffer.alloc(16).toString('base64url'), Buffer.alloc(32).toString('base64url')].join('$');

function derive(password: string, salt: Buffer, length: number, { log, r, p }: typeof cost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** log, r, p, maxmem: 2 ** log * r * 256 };
  // One form of composed characters, so that the same keys give the same password on every system.
  const text = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(text, salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
