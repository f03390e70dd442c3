import {randomBytes} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {AccessKey} from './domain/access-key.ts';
import type {Keys} from './domain/settings.ts';

/** What a service for development needs and nobody configured. */
export interface DevelopmentSecrets {
  readonly keys: Keys;
  /** One sample partner. */
  readonly accessKey: AccessKey;
}

/** Bytes that each key has. */
export const keyBytes = 32;
// Tells a key that was made for development, wherever it turns up. 24 random bytes follow.
const developmentMark = Buffer.from('sandbox-');

/** True for a key that was made by this file: never to be used in production. */
export function isDevelopmentKey(key: Buffer): boolean {
  return key.subarray(0, developmentMark.length).equals(developmentMark);
}

/** New random secrets for development. */
export function newDevelopmentSecrets(): DevelopmentSecrets {
  const key = () => Buffer.concat([developmentMark, randomBytes(keyBytes - developmentMark.length)]);
  return {
    keys: {codes: key(), fields: key(), index: key()},
    accessKey: {
      accessKeyId: `SANDBOX${randomBytes(8).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(24).toString('base64url'),
    },
  };
}

/**
 * The development secrets of a data directory: made once and kept in `secrets.json`, which only its owner may
 * read. Data that was encrypted with them is readable as long as that file is there.
 */
export function keptDevelopmentSecrets(directory: string): DevelopmentSecrets {
  mkdirSync(directory, {recursive: true, mode: 0o700});
  const file = join(directory, 'secrets.json');
  try {
    writeFileSync(file, JSON.stringify(toText(newDevelopmentSecrets()), undefined, 2), {flag: 'wx', mode: 0o600});
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const {codes, fields, index, ...accessKey} = JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof toText>;
  const key = (text: string) => Buffer.from(text, 'base64');
  return {keys: {codes: key(codes), fields: key(fields), index: key(index)}, accessKey};
}

const toText = ({keys, accessKey}: DevelopmentSecrets) => ({
  codes: keys.codes.toString('base64'),
  fields: keys.fields.toString('base64'),
  index: keys.index.toString('base64'),
  accessKeyId: accessKey.accessKeyId,
  secretAccessKey: accessKey.secretAccessKey,
});
