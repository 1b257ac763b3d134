import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Vault } from './scope.js';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Secrets that must be read again (a tenant's signing secret) are sealed with AES-256-GCM: nonce, tag, text.
 * Secrets that must only be recognised again are derived, and stored as hashes.
 */
export function createVault(secret: string): Vault {
  const keyFor = (purpose: string) => createHmac('sha256', secret).update(purpose).digest();
  const sealingKey = keyFor('tearline/seal');
  const derivingKey = keyFor('tearline/derive');
  return {
    seal(plain) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce);
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([
        decipher.update(bytes.subarray(nonceBytes + tagBytes)),
        decipher.final(),
      ]).toString('utf8');
    },
    derive: (purpose) => createHmac('sha256', derivingKey).update(purpose).digest('base64url'),
  };
}
