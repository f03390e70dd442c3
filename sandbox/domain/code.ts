import {createHmac, randomBytes, randomInt, scrypt, timingSafeEqual} from 'node:crypto';

/** Digits of a one-time code. */
export const codeLength = 6;

/** What is kept of a code. Worth nothing without the key, which is outside the database. */
export interface CodeHash {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** A code of six decimal digits, all a million equally likely. */
export function newCode(): string {
  return randomInt(0, 10 ** codeLength)
    .toString()
    .padStart(codeLength, '0');
}

// N = 16384 costs about 25 ms and 16 MiB, off the main thread.
const derive = (key: Buffer, challengeId: string, code: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const secret = createHmac('sha256', key)
      .update(JSON.stringify([challengeId, code]))
      .digest();
    scrypt(secret, salt, 32, {N: 16384, r: 8, p: 1}, (error, hash) => {
      if (error) reject(error);
      else resolve(hash);
    });
  });

/** Makes what is kept of a code, bound to its challenge. */
export async function hashCode(key: Buffer, challengeId: string, code: string): Promise<CodeHash> {
  const salt = randomBytes(16);
  return {salt, hash: await derive(key, challengeId, code, salt)};
}

/** Compares a code with what was kept of the right one, in constant time. */
export async function codeMatches(key: Buffer, challengeId: string, code: string, kept: CodeHash): Promise<boolean> {
  const hash = await derive(key, challengeId, code, Buffer.from(kept.salt));
  return timingSafeEqual(hash, Buffer.from(kept.hash));
}
