import type {components} from '../../src/contract.ts';
import {seal, unseal} from '../store/vault.ts';
import {sessionOf} from './account.ts';
import {codeLength} from './code.ts';
import {mask} from './mask.ts';
import type {Call} from './operation.ts';
import {Refusal} from './refusal.ts';
import type {Channel} from './verification-method.ts';

export type Purpose = components['schemas']['Purpose'];

/** A code that was sent, as the rules see it. */
export interface Challenge {
  readonly challengeId: string;
  readonly accountId: string;
  readonly purpose: Purpose;
  readonly methodId: string | null;
  readonly channel: Channel;
  /** Where the code went, unmasked. */
  readonly destination: string;
  readonly fingerprint: Buffer;
  /** The proof that allowed a code to a new destination. */
  readonly tokenId: string | null;
  /** The account's count of phone changes when the code was first asked for. */
  readonly phoneVersion: number;
  readonly codeSalt: Buffer;
  readonly codeHash: Buffer;
  readonly attempts: number;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly resendAt: Date;
  readonly consumedAt: Date | null;
  readonly supersededAt: Date | null;
}

type Row = Omit<Challenge, 'destination'> & {readonly destination: Buffer};

const columns = `challenge_id AS "challengeId", account_id AS "accountId", purpose, method_id AS "methodId", channel,
  destination, fingerprint, token_id AS "tokenId", phone_version AS "phoneVersion", code_salt AS "codeSalt",
  code_hash AS "codeHash", attempts, sent_at AS "sentAt", expires_at AS "expiresAt", resend_at AS "resendAt",
  consumed_at AS "consumedAt", superseded_at AS "supersededAt"`;

const place = (challengeId: string) => ({table: 'challenges', column: 'destination', row: challengeId});

const open = (call: Call, row: Row): Challenge => ({
  ...row,
  destination: unseal(call.keys.fields, place(row.challengeId), row.destination),
});

/** The challenges of this visit that a code can still be entered for, newest first. */
export async function liveChallenges(call: Call): Promise<Challenge[]> {
  const session = sessionOf(call);
  const rows = await call.db.query<Row>(
    `SELECT ${columns} FROM challenges
     WHERE account_id = $1 AND access_key_id = $2 AND visit_id = $3
       AND consumed_at IS NULL AND superseded_at IS NULL AND expires_at > $4 AND attempts < $5
     ORDER BY sent_at DESC, created_at DESC`,
    [session.accountId, session.accessKeyId, session.visitId, call.now, call.settings.codeAttempts],
  );
  return rows.map((row) => open(call, row));
}

/**
 * A challenge of this visit by its ID, in whatever state. Throws `NOT_FOUND` for one that does not exist and, in the
 * same words, for one of another account, partner or visit.
 */
export async function findChallenge(call: Call, challengeId: string): Promise<Challenge> {
  const session = sessionOf(call);
  const [row] = await call.db.query<Row>(
    `SELECT ${columns} FROM challenges
     WHERE challenge_id = $1 AND account_id = $2 AND access_key_id = $3 AND visit_id = $4`,
    [challengeId, session.accountId, session.accessKeyId, session.visitId],
  );
  if (!row) throw new Refusal('NOT_FOUND');
  return open(call, row);
}

/** Keeps a new challenge. */
export async function insertChallenge(call: Call, challenge: Challenge): Promise<void> {
  const session = sessionOf(call);
  await call.db.query(
    `INSERT INTO challenges (challenge_id, account_id, access_key_id, visit_id, purpose, method_id, channel,
       destination, fingerprint, token_id, phone_version, code_salt, code_hash, sent_at, expires_at, resend_at,
       created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $14)`,
    [
      challenge.challengeId,
      challenge.accountId,
      session.accessKeyId,
      session.visitId,
      challenge.purpose,
      challenge.methodId,
      challenge.channel,
      seal(call.keys.fields, place(challenge.challengeId), challenge.destination),
      challenge.fingerprint,
      challenge.tokenId,
      challenge.phoneVersion,
      challenge.codeSalt,
      challenge.codeHash,
      challenge.sentAt,
      challenge.expiresAt,
      challenge.resendAt,
    ],
  );
}

/**
 * Ends the visit's other codes that a new one replaces: those of the same purpose to the same destination, and those
 * that the same proof allowed to another one.
 */
export async function supersede(call: Call, replacement: Challenge): Promise<void> {
  const session = sessionOf(call);
  await call.db.query(
    `UPDATE challenges SET superseded_at = $1
     WHERE account_id = $2 AND access_key_id = $3 AND visit_id = $4 AND purpose = $5 AND challenge_id <> $6
       AND consumed_at IS NULL AND superseded_at IS NULL AND (fingerprint = $7 OR token_id = $8)`,
    [
      call.now,
      session.accountId,
      session.accessKeyId,
      session.visitId,
      replacement.purpose,
      replacement.challengeId,
      replacement.fingerprint,
      replacement.tokenId,
    ],
  );
}

/** Ends every open code of the account, of all visits. */
export async function voidChallenges(call: Call, accountId: string): Promise<void> {
  await call.db.query(
    `UPDATE challenges SET superseded_at = $2
     WHERE account_id = $1 AND consumed_at IS NULL AND superseded_at IS NULL`,
    [accountId, call.now],
  );
}

/** A challenge as the operator may see it. */
export function describeChallenge(challenge: Challenge, call: Call): components['schemas']['Challenge'] {
  return {
    challengeId: challenge.challengeId,
    purpose: challenge.purpose,
    ...(challenge.methodId !== null && {methodId: challenge.methodId}),
    channel: challenge.channel,
    sentTo: mask(challenge.channel, challenge.destination),
    codeLength,
    sentAt: challenge.sentAt.toISOString(),
    expiresAt: challenge.expiresAt.toISOString(),
    resendAt: challenge.resendAt.toISOString(),
    attemptsLeft: Math.max(0, call.settings.codeAttempts - challenge.attempts),
  };
}
