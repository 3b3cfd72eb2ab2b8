import { sm2 } from 'sm-crypto-v2';

/** Signs with SM2 (GB/T 32918) over the SM3 digest of the text; the secret is a private key of 32 bytes. */
export function signSm2(secret: Buffer, text: string): string {
  return sm2.doSignature(text, secret.toString('hex'), { hash: true });
}

/** Whether an SM2 signature was made over this text with the private key of the public one. */
export function verifySm2(publicKey: string, text: string, signature: string): boolean {
  try {
    return sm2.doVerifySignature(text, signature, publicKey, { hash: true });
  } catch {
    // What is no signature at all is no valid one.
    return false;
  }
}

/** The public key that belongs to a private one. */
export function publicKeySm2(secret: Buffer): string {
  return sm2.getPublicKeyFromPrivateKey(secret.toString('hex'));
}
