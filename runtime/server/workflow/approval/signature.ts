import type { Services } from '../../context.ts';
import { currentKey, keyById, publicKeySm2, signSm2, verifySm2 } from '../../crypto/index.ts';

/** Who signs opinions: software here, a signature server or a hardware module elsewhere. */
export interface SignaturePort {
  sign(text: string): Promise<{ signature: string; keyId: string }>;
  /** Undefined when the key is not known here. */
  verify(text: string, signature: string, keyId: string): Promise<boolean | undefined>;
}

// By server: two servers in one process (tests) have keys of their own.
const ports = new WeakMap<Services, SignaturePort>();

/** The signature port of a server. */
export function signaturePort(services: Services): SignaturePort {
  let port = ports.get(services);
  if (!port) ports.set(services, port = softwareSm2(services.home));
  return port;
}

/** SM2 in software with the key of the installation, which lies outside the database. */
function softwareSm2(home: string): SignaturePort {
  let current: ReturnType<typeof currentKey> | undefined;
  return {
    async sign(text) {
      current ??= currentKey(home, 'opinion').catch((error: unknown) => { current = undefined; throw error; });
      const { id, secret } = await current;
      return { signature: signSm2(secret, text), keyId: id };
    },
    async verify(text, signature, keyId) {
      const key = await keyById(home, keyId);
      return key && verifySm2(publicKeySm2(key.secret), text, signature);
    },
  };
}
