import {hashSecret, newId, newSecret} from './identifier.ts';
import {sessionOf} from './account.ts';
import type {Call} from './operation.ts';
import {Refusal} from './refusal.ts';
import type {Channel} from './verification-method.ts';

interface Row {
  readonly tokenId: string;
  readonly expiresAt: Date;
  readonly consumedAt: Date | null;
  readonly voidedAt: Date | null;
}

/** What the presented token is worth. `voided`: another change of the account made it worthless. */
export interface Proof {
  readonly tokenId: string;
  readonly voided: boolean;
}

/** Makes a proof of identity for one purpose of the session's account, partner and visit. The token is kept as a hash. */
export async function issueToken(
  call: Call,
  purpose: string,
  channel: Channel,
): Promise<{securityToken: string; expiresAt: string}> {
  const session = sessionOf(call);
  const securityToken = newSecret('st');
  const expiresAt = new Date(call.now.getTime() + call.settings.securityTokenLifetime * 1000);
  await call.db.query(
    `INSERT INTO security_tokens (token_id, token_hash, account_id, access_key_id, visit_id, purpose, channel,
       issued_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      newId('pr'),
      hashSecret(call.keys.codes, securityToken),
      session.accountId,
      session.accessKeyId,
      session.visitId,
      purpose,
      channel,
      call.now,
      expiresAt,
    ],
  );
  return {securityToken, expiresAt: expiresAt.toISOString()};
}

/**
 * The proof that came with the call. Throws `SECURITY_TOKEN_REQUIRED` when none did, and `SECURITY_TOKEN_EXPIRED` for
 * everything else that is wrong with it.
 */
export async function requireProof(call: Call, purpose: string): Promise<Proof> {
  if (!call.securityToken) throw new Refusal('SECURITY_TOKEN_REQUIRED');
  const session = sessionOf(call);
  const [row] = await call.db.query<Row>(
    `SELECT token_id AS "tokenId", expires_at AS "expiresAt", consumed_at AS "consumedAt", voided_at AS "voidedAt"
     FROM security_tokens
     WHERE token_hash = $1 AND account_id = $2 AND access_key_id = $3 AND visit_id = $4 AND purpose = $5`,
    [hashSecret(call.keys.codes, call.securityToken), session.accountId, session.accessKeyId, session.visitId, purpose],
  );
  if (!row || row.consumedAt || row.expiresAt <= call.now) throw new Refusal('SECURITY_TOKEN_EXPIRED');
  return {tokenId: row.tokenId, voided: row.voidedAt !== null};
}

/** Throws `SECURITY_TOKEN_EXPIRED` unless the proof can still be used. */
export async function refuseDeadProof(call: Call, tokenId: string): Promise<void> {
  const [row] = await call.db.query(
    `SELECT 1 FROM security_tokens
     WHERE token_id = $1 AND consumed_at IS NULL AND voided_at IS NULL AND expires_at > $2`,
    [tokenId, call.now],
  );
  if (!row) throw new Refusal('SECURITY_TOKEN_EXPIRED');
}

/** Uses the proof up. Throws `SECURITY_TOKEN_EXPIRED` when somebody else just did. */
export async function consumeProof(call: Call, tokenId: string): Promise<void> {
  const [row] = await call.db.query(
    `UPDATE security_tokens SET consumed_at = $2
     WHERE token_id = $1 AND consumed_at IS NULL AND voided_at IS NULL AND expires_at > $2
     RETURNING token_id`,
    [tokenId, call.now],
  );
  if (!row) throw new Refusal('SECURITY_TOKEN_EXPIRED');
}

/** Makes every open proof of the account worthless. */
export async function voidProofs(call: Call, accountId: string): Promise<void> {
  await call.db.query(
    `UPDATE security_tokens SET voided_at = $2
     WHERE account_id = $1 AND consumed_at IS NULL AND voided_at IS NULL`,
    [accountId, call.now],
  );
}
