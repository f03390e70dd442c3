import type {Db} from '../store/db.ts';
import {seal, unseal} from '../store/vault.ts';

/** A partner's access key, as JD Cloud calls it (AK and SK). */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The account that owns the key, when it is one of this service. */
  readonly accountId?: string | undefined;
}

const place = (accessKeyId: string) => ({table: 'access_keys', column: 'secret', row: accessKeyId});

/** Makes these the access keys that the service accepts; a key that is no longer named is gone. */
export async function replaceAccessKeys(db: Db, accessKeys: readonly AccessKey[], key: Buffer): Promise<void> {
  await db.transaction(async (inner) => {
    await inner.query('DELETE FROM access_keys WHERE NOT (access_key_id = ANY ($1))', [
      accessKeys.map(({accessKeyId}) => accessKeyId),
    ]);
    for (const {accessKeyId, secretAccessKey, accountId} of accessKeys) {
      await inner.query(
        `INSERT INTO access_keys (access_key_id, secret, account_id) VALUES ($1, $2, $3)
         ON CONFLICT (access_key_id) DO UPDATE SET secret = excluded.secret, account_id = excluded.account_id`,
        [accessKeyId, seal(key, place(accessKeyId), secretAccessKey), accountId ?? null],
      );
    }
  });
}

/** The access key of this name, with its secret. */
export async function findAccessKey(db: Db, accessKeyId: string, key: Buffer): Promise<AccessKey | undefined> {
  const [row] = await db.query<{secret: Buffer; account_id: string | null}>(
    'SELECT secret, account_id FROM access_keys WHERE access_key_id = $1',
    [accessKeyId],
  );
  if (row === undefined) return undefined;
  return {
    accessKeyId,
    secretAccessKey: unseal(key, place(accessKeyId), row.secret),
    accountId: row.account_id ?? undefined,
  };
}

/** Notes that a nonce was used; false when it had been used before. */
export async function useNonce(db: Db, accessKeyId: string, nonceHash: Buffer, expiresAt: Date): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO nonces (access_key_id, nonce_hash, expires_at) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [accessKeyId, nonceHash, expiresAt],
  );
  return rows.length > 0;
}

/** Deletes nonces whose requests would be too old by now. */
export async function forgetOldNonces(db: Db, now: Date): Promise<void> {
  await db.query('DELETE FROM nonces WHERE expires_at < $1', [now]);
}

/**
 * Lets a partner mint sessions for an account, or every partner that the service knows when none is named.
 * For everybody else the account does not exist.
 */
export async function giveAccountTo(db: Db, accountId: string, accessKeyId?: string): Promise<void> {
  await db.query(
    `INSERT INTO partner_accounts (account_id, access_key_id)
     SELECT $1, access_key_id FROM access_keys WHERE $2::text IS NULL OR access_key_id = $2
     ON CONFLICT DO NOTHING`,
    [accountId, accessKeyId ?? null],
  );
}

/** True when the partner may mint sessions for the account. */
export async function isAccountOf(db: Db, accountId: string, accessKeyId: string): Promise<boolean> {
  const rows = await db.query('SELECT 1 FROM partner_accounts WHERE account_id = $1 AND access_key_id = $2', [
    accountId,
    accessKeyId,
  ]);
  return rows.length > 0;
}
