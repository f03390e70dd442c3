import {channel} from 'node:diagnostics_channel';
import {writeAudit} from './audit.ts';
import {clearFailures, countFailure} from './lockout.ts';
import type {Account} from './account.ts';
import type {Challenge} from './challenge.ts';
import {codeMatches} from './code.ts';
import {countConversion} from './limits.ts';
import type {Call} from './operation.ts';
import {Refusal} from './refusal.ts';

/** Publishes `{challengeId}` whenever a code is compared with the right one. For tests: nothing else listens. */
export const codeComparisons = channel('account-service.code-comparison');

const incorrect = (attempts: number, call: Call, keepsEffect: boolean): Refusal =>
  new Refusal('CODE_INCORRECT', {
    field: 'code',
    metadata: {attemptsLeft: Math.max(0, call.settings.codeAttempts - attempts)},
    keepsEffect,
  });

// A code that was used or replaced is answered like a wrong one, so that the answer does not tell that it was right once.
const refusalOfDead = async (call: Call, challengeId: string): Promise<Refusal> => {
  const [row] = await call.db.query<{attempts: number; over: boolean; expired: boolean}>(
    `SELECT attempts, (consumed_at IS NOT NULL OR superseded_at IS NOT NULL) AS over, expires_at <= $2 AS expired
     FROM challenges WHERE challenge_id = $1`,
    [challengeId, call.now],
  );
  if (!row) return new Refusal('NOT_FOUND');
  if (row.expired) return new Refusal('CODE_EXPIRED', {field: 'code'});
  if (row.over) return incorrect(row.attempts, call, false);
  return new Refusal('CODE_EXHAUSTED', {field: 'code'});
};

/**
 * Trades a right code for nothing thrown: spends an attempt, compares, consumes. Throws `CODE_INCORRECT`,
 * `CODE_EXPIRED`, `CODE_EXHAUSTED` or `ACCOUNT_LOCKED`. Each step is one conditional statement: however many calls
 * come at once, no more codes are compared than there are attempts, and one call at most gets through.
 */
export async function redeem(call: Call, account: Account, challenge: Challenge, code: string): Promise<void> {
  const [spent] = await call.db.query<{attempts: number; salt: Buffer; hash: Buffer}>(
    `UPDATE challenges SET attempts = attempts + 1
     WHERE challenge_id = $1 AND consumed_at IS NULL AND superseded_at IS NULL AND attempts < $2 AND expires_at > $3
     RETURNING attempts, code_salt AS salt, code_hash AS hash`,
    [challenge.challengeId, call.settings.codeAttempts, call.now],
  );
  if (!spent) throw await refusalOfDead(call, challenge.challengeId);

  codeComparisons.publish({challengeId: challenge.challengeId});
  if (!(await codeMatches(call.keys.codes, challenge.challengeId, code, spent))) {
    await countFailure(call, account);
    throw incorrect(spent.attempts, call, true);
  }

  const [consumed] = await call.db.query(
    'UPDATE challenges SET consumed_at = $2 WHERE challenge_id = $1 AND consumed_at IS NULL RETURNING challenge_id',
    [challenge.challengeId, call.now],
  );
  if (!consumed) throw incorrect(spent.attempts, call, true);
  await clearFailures(call, account);
  await countConversion(call, challenge.challengeId);
  await writeAudit(call, account.accountId, 'codeAccepted', {purpose: challenge.purpose, channel: challenge.channel});
}
