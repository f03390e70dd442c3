import {lockAccount, refuseJdAccount, sessionOf, type Account} from './account.ts';
import {
  describeChallenge,
  findChallenge,
  insertChallenge,
  liveChallenges,
  supersede,
  type Challenge,
} from './challenge.ts';
import {newId} from './identifier.ts';
import {refuseLocked} from './lockout.ts';
import type {Call, Operation} from './operation.ts';
import {checkPhone} from './phone-number.ts';
import {changePhone} from './phone-change.ts';
import {signalForChange} from './phone-risk.ts';
import {redeem} from './redeem.ts';
import {Refusal} from './refusal.ts';
import {requireProof} from './security-token.ts';
import {sendCode} from './send-code.ts';
import {destinationFingerprint, methodsOf} from './verification-method.ts';

const purpose = 'newSecurityPhone';

const refuseCooldown = (account: Account, call: Call): void => {
  if (!account.phoneChangedAt) return;
  const until = account.phoneChangedAt.getTime() + call.settings.phoneChangeCooldown * 1000;
  const retryAfter = Math.ceil((until - call.now.getTime()) / 1000);
  if (retryAfter > 0) throw new Refusal('PHONE_CHANGE_COOLDOWN', {metadata: {retryAfter}});
};

/**
 * Sends a code to a new number. The answer, its wording and the work done for it are the same whether the number is
 * unused or tied to another account.
 */
export const proposeSecurityPhone: Operation<'proposeSecurityPhone'> = async (call, {body}) => {
  const account = await lockAccount(call);
  refuseJdAccount(account);
  const proof = await requireProof(call, 'changeSecurityPhone');
  if (proof.voided) throw new Refusal('SECURITY_TOKEN_EXPIRED');
  refuseLocked(account, call);
  refuseCooldown(account, call);
  checkPhone(body.phone, call.settings.phoneRegions);

  const fingerprint = destinationFingerprint(call.keys, 'sms', body.phone);
  const methods = await methodsOf(call.db, call.keys, account.accountId);
  if (methods.some((method) => method.kind === 'phone' && method.fingerprint.equals(fingerprint))) {
    throw new Refusal('PHONE_UNCHANGED', {field: 'phone'});
  }

  const live = await liveChallenges(call);
  const known = live.find(
    (challenge) =>
      challenge.purpose === purpose && challenge.fingerprint.equals(fingerprint) && challenge.resendAt > call.now,
  );
  if (known) {
    // Identity may have been proven anew since: the code goes on with the younger proof.
    await call.db.query('UPDATE challenges SET token_id = $2 WHERE challenge_id = $1', [
      known.challengeId,
      proof.tokenId,
    ]);
    return describeChallenge(known, call);
  }

  const draft = {challengeId: newId('ch'), purpose, channel: 'sms', destination: body.phone} as const;
  const signal = await signalForChange(call.phoneRisk, body.phone);
  const challenge: Challenge = {
    ...draft,
    ...(await sendCode(call, account, draft, signal)),
    accountId: account.accountId,
    methodId: null,
    fingerprint,
    tokenId: proof.tokenId,
    phoneVersion: account.phoneVersion,
    attempts: 0,
    consumedAt: null,
    supersededAt: null,
  };
  await supersede(call, challenge);
  await insertChallenge(call, challenge);
  return describeChallenge(challenge, call);
};

/** Makes the new number the security phone: everything that follows from it, or nothing. */
export const confirmSecurityPhone: Operation<'confirmSecurityPhone'> = async (call, {body}) => {
  const account = await lockAccount(call);
  refuseJdAccount(account);
  const proof = await requireProof(call, 'changeSecurityPhone');
  // Another tab or another visit was faster: telling so is more use than asking for identity again.
  if (proof.voided) throw new Refusal('CONCURRENT_CHANGE');
  const challenge = await findChallenge(call, body.challengeId);
  if (challenge.purpose !== purpose) throw new Refusal('NOT_FOUND');
  refuseLocked(account, call);
  refuseCooldown(account, call);
  if (challenge.phoneVersion !== account.phoneVersion) throw new Refusal('CONCURRENT_CHANGE');
  // Asked before the code is spent, so that a carrier who cannot tell costs no attempt.
  const signal = await signalForChange(call.phoneRisk, challenge.destination);

  await redeem(call, account, challenge, body.code);
  return changePhone(call, account, {
    phone: challenge.destination,
    signal,
    tokenId: proof.tokenId,
    session: sessionOf(call),
  });
};
