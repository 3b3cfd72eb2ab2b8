import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import { currentKey, keyById, type Key } from './keys.ts';
import { hmacSm3, sm3 } from './sm3.ts';

/**
 * Encrypts a text with SM4-CTR (GB/T 32907) and authenticates it with HMAC-SM3, under a key of its purpose that the database does not hold.
 * The result carries the key's name, so that keys can be changed: `purpose.1` NUL iv(16) cipher text mac(32).
 */
export async function sealText(home: string, purpose: string, text: string): Promise<Buffer> {
  const key = await currentKey(home, purpose);
  const iv = randomBytes(16);
  const cipher = createCipheriv('sm4-ctr', encryptionKey(key), iv);
  const body = Buffer.concat([Buffer.from(`${key.id}\0`), iv, cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([body, hmacSm3(key.secret, body)]);
}

/** The text again; an error when it was altered or its key is gone. */
export async function openText(home: string, sealed: Buffer): Promise<string> {
  const end = sealed.indexOf(0);
  const key = end > 0 ? await keyById(home, sealed.subarray(0, end).toString()) : undefined;
  if (!key) throw new Error('The key of a stored secret is missing.');
  const body = sealed.subarray(0, -32);
  if (!timingSafeEqual(hmacSm3(key.secret, body), sealed.subarray(-32))) throw new Error('A stored secret was altered.');
  const decipher = createDecipheriv('sm4-ctr', encryptionKey(key), body.subarray(end + 1, end + 17));
  return Buffer.concat([decipher.update(body.subarray(end + 17)), decipher.final()]).toString('utf8');
}

/** Another key for encryption than for authentication, both from the one secret. */
const encryptionKey = (key: Key): Buffer => sm3(key.secret, 'sm4').subarray(0, 16);
