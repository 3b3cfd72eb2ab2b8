import { createHash, createHmac } from 'node:crypto';

/** SM3 digest (GB/T 32905) of what is given, one after the other. */
export function sm3(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash('sm3');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** HMAC with SM3 (GB/T 15852.2). */
export function hmacSm3(secret: Buffer, ...parts: (Buffer | string)[]): Buffer {
  const hmac = createHmac('sm3', secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}
