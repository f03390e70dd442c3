import {createHmac, randomBytes} from 'node:crypto';

/** A new name of something: the prefix and 128 random bits, for example `ch_Zk3v8Qm1Tn6wRb0yLs4xHd`. */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString('base64url')}`;
}

/** A new secret of 256 random bits that its holder presents later. Kept as `hashSecret` of it only. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

/** The keyed hash (HMAC-SHA-256) that a random secret is kept and found by. */
export function hashSecret(key: Buffer, secret: string): Buffer {
  return createHmac('sha256', key).update(secret).digest();
}
