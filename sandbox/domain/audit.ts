import {createHmac} from 'node:crypto';
import type {Db} from '../store/db.ts';
import type {Call} from './operation.ts';

/** What is worth a row that nobody can change. */
export type AuditEvent =
  | 'codeSent'
  | 'codeIncorrect'
  | 'codeAccepted'
  | 'accountLocked'
  | 'destinationRefused'
  | 'prefixBlocked'
  | 'securityPhoneChanged';

/** Facts of an event. Never a code, a token or an unmasked destination. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

interface Entry {
  readonly accountId: string;
  readonly position: number;
  readonly event: string;
  readonly at: Date;
  readonly accessKeyId: string | null;
  readonly sessionId: string | null;
  readonly address: string;
  readonly details: string;
}

const hashOf = (key: Buffer, previous: Uint8Array | null, entry: Entry): Buffer =>
  createHmac('sha256', key)
    .update(previous ?? Buffer.alloc(0))
    .update(
      JSON.stringify([
        entry.accountId,
        entry.position,
        entry.event,
        entry.at.toISOString(),
        entry.accessKeyId,
        entry.sessionId,
        entry.address,
        entry.details,
      ]),
    )
    .digest();

/**
 * Adds a row to the account's audit trail, in the transaction of what it tells about. Each row holds a keyed hash over
 * itself and the row before it; the account holds the last hash. The account's row must be locked.
 */
export async function writeAudit(
  call: Call,
  accountId: string,
  event: AuditEvent,
  details: AuditDetails = {},
): Promise<void> {
  const [head] = await call.db.query<{length: number; hash: Buffer | null}>(
    'SELECT audit_length AS length, audit_hash AS hash FROM accounts WHERE account_id = $1 FOR UPDATE',
    [accountId],
  );
  if (!head) throw new Error('an audit row needs an account');
  const entry: Entry = {
    accountId,
    position: head.length + 1,
    event,
    at: call.now,
    accessKeyId: call.session?.accessKeyId ?? call.accessKeyId ?? null,
    sessionId: call.session?.sessionId ?? null,
    address: call.address,
    details: JSON.stringify(details),
  };
  const hash = hashOf(call.keys.index, head.hash, entry);
  await call.db.query(
    `INSERT INTO audit_events
       (account_id, position, event, at, access_key_id, session_id, address, details, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      entry.accountId,
      entry.position,
      entry.event,
      entry.at,
      entry.accessKeyId,
      entry.sessionId,
      entry.address,
      entry.details,
      head.hash,
      hash,
    ],
  );
  await call.db.query('UPDATE accounts SET audit_length = $2, audit_hash = $3 WHERE account_id = $1', [
    accountId,
    entry.position,
    hash,
  ]);
}

/** True when the account's audit trail is whole: no row was changed, moved, added or removed, also not at its end. */
export async function auditIsWhole(db: Db, key: Buffer, accountId: string): Promise<boolean> {
  const [head] = await db.query<{length: number; hash: Buffer | null}>(
    'SELECT audit_length AS length, audit_hash AS hash FROM accounts WHERE account_id = $1',
    [accountId],
  );
  const rows = await db.query<Entry & {hash: Buffer}>(
    `SELECT account_id AS "accountId", position, event, at, access_key_id AS "accessKeyId",
       session_id AS "sessionId", address, details, hash
     FROM audit_events WHERE account_id = $1 ORDER BY position`,
    [accountId],
  );
  let previous: Uint8Array = Buffer.alloc(0);
  for (const [index, row] of rows.entries()) {
    if (row.position !== index + 1) return false;
    previous = hashOf(key, previous, row);
    if (!row.hash.equals(previous)) return false;
  }
  return head?.length === rows.length && (head.hash ?? Buffer.alloc(0)).equals(previous);
}
