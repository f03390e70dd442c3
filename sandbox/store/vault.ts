import {createCipheriv, createDecipheriv, createHmac, randomBytes} from 'node:crypto';

/** The place of an encrypted value. A value that was moved to another place cannot be opened. */
export interface Place {
  readonly table: string;
  readonly column: string;
  /** Primary key of the row. */
  readonly row: string;
}

const version = 1;
const nonceLength = 12;
const tagLength = 16;
const headLength = 1 + nonceLength + tagLength;

const binding = (place: Place): Buffer =>
  Buffer.from(JSON.stringify([version, place.table, place.column, place.row]), 'utf8');

/** Encrypts `text` for one place (AES-256-GCM, 32-byte key, random nonce): version, nonce, tag, ciphertext. */
export function seal(key: Buffer, place: Place, text: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, {authTagLength: tagLength}).setAAD(binding(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` made. Throws when the key, the place or a single bit differs. */
export function unseal(key: Buffer, place: Place, value: Uint8Array): string {
  const bytes = Buffer.from(value);
  if (bytes.length < headLength || bytes[0] !== version) throw new Error('not a sealed value');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + nonceLength), {authTagLength: tagLength})
    .setAAD(binding(place))
    .setAuthTag(bytes.subarray(1 + nonceLength, headLength));
  return Buffer.concat([decipher.update(bytes.subarray(headLength)), decipher.final()]).toString('utf8');
}

/**
 * A blind index (HMAC-SHA-256, 32 bytes): equal values of one `kind` have equal fingerprints, and nobody without the
 * key can tell the value. A plain hash would not do: all mobile numbers can be hashed in seconds.
 */
export function fingerprint(key: Buffer, kind: string, value: string): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([kind, value]))
    .digest();
}
