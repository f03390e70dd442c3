import type {Db} from '../store/db.ts';
import type {Keys} from './settings.ts';
import {destinationFingerprint} from './verification-method.ts';

/**
 * Ties a number to an account for good, and tells whether it may log in with it: only when no other account was ever
 * tied to the number. Of accounts that come at once, the unique claim lets one through; the others wait for it.
 */
export async function tiePhone(db: Db, keys: Keys, accountId: string, phone: string, now: Date): Promise<boolean> {
  const fingerprint = destinationFingerprint(keys, 'sms', phone);
  await db.query('INSERT INTO phone_claims (fingerprint, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    fingerprint,
    accountId,
  ]);
  await db.query(
    'INSERT INTO phone_ties (fingerprint, account_id, tied_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [fingerprint, accountId, now],
  );
  const [alone] = await db.query(
    `SELECT 1 FROM phone_claims AS claim
     WHERE claim.fingerprint = $1 AND claim.account_id = $2
       AND NOT EXISTS (SELECT 1 FROM phone_ties AS tie WHERE tie.fingerprint = $1 AND tie.account_id <> $2)`,
    [fingerprint, accountId],
  );
  return alone !== undefined;
}
