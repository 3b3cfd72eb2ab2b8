/** Keys that live outside the database: `await currentKey(home, 'audit')`. */
export { currentKey, keyById } from './keys.ts';
export type { Key } from './keys.ts';
/** SM3 digests and message authentication codes. */
export { hmacSm3, sm3 } from './sm3.ts';
/** Secrets at rest: `await sealText(home, 'second-factor', secret)`, `await openText(home, sealed)`. */
export { openText, sealText } from './sealed-text.ts';
/** SM2 signatures in software: `signSm2(key.secret, text)`. */
export { publicKeySm2, signSm2, verifySm2 } from './sm2.ts';
