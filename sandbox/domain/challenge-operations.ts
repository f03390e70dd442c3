import {lockAccount, refuseJdAccount, type Account} from './account.ts';
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
import {provesIdentity, signalForChange} from './phone-risk.ts';
import {redeem} from './redeem.ts';
import {Refusal} from './refusal.ts';
import {issueToken, refuseDeadProof} from './security-token.ts';
import {sendCode} from './send-code.ts';
import {channelOf, methodsOf, type VerificationMethod} from './verification-method.ts';

const notUsable = () => new Refusal('METHOD_NOT_USABLE', {field: 'methodId'});

/** The account's method of this ID. Throws `METHOD_NOT_USABLE`, also when the carrier warns of the number. */
const usableMethod = async (call: Call, account: Account, methodId: string | null): Promise<VerificationMethod> => {
  const methods = await methodsOf(call.db, call.keys, account.accountId);
  const method = methods.find((candidate) => candidate.methodId === methodId);
  if (!method?.verified || !method.usableForVerification) throw notUsable();
  const signal = method.kind === 'phone' ? await signalForChange(call.phoneRisk, method.destination) : 'ok';
  if (!provesIdentity(signal)) throw notUsable();
  return method;
};

/** Lists the codes of this visit that can still be entered, newest first. */
export const listChallenges: Operation<'listChallenges'> = async (call) => {
  const challenges = await liveChallenges(call);
  return {challenges: challenges.map((challenge) => describeChallenge(challenge, call))};
};

/** Reads a code's state again. One that was used or replaced is gone. */
export const getChallenge: Operation<'getChallenge'> = async (call, {path}) => {
  const challenge = await findChallenge(call, path.challengeId ?? '');
  if (challenge.consumedAt || challenge.supersededAt) throw new Refusal('NOT_FOUND');
  return describeChallenge(challenge, call);
};

/** Sends a code to a verification method, or answers with the one that this visit was sent a moment ago. */
export const createChallenge: Operation<'createChallenge'> = async (call, {body}) => {
  const account = await lockAccount(call);
  if (body.purpose !== 'changeSecurityPhone') throw new Refusal('UPGRADE_NOT_AVAILABLE');
  refuseJdAccount(account);
  refuseLocked(account, call);
  const method = await usableMethod(call, account, body.methodId);

  const live = await liveChallenges(call);
  const known = live.find(
    (challenge) =>
      challenge.purpose === body.purpose &&
      challenge.methodId === method.methodId &&
      challenge.fingerprint.equals(method.fingerprint) &&
      challenge.resendAt > call.now,
  );
  if (known) return describeChallenge(known, call);

  const draft = {
    challengeId: newId('ch'),
    purpose: body.purpose,
    channel: channelOf(method.kind),
    destination: method.destination,
  };
  const challenge: Challenge = {
    ...draft,
    ...(await sendCode(call, account, draft)),
    accountId: account.accountId,
    methodId: method.methodId,
    fingerprint: method.fingerprint,
    tokenId: null,
    phoneVersion: account.phoneVersion,
    attempts: 0,
    consumedAt: null,
    supersededAt: null,
  };
  await supersede(call, challenge);
  await insertChallenge(call, challenge);
  return describeChallenge(challenge, call);
};

/** Sends a new code to where the old one went. The old one is dead. */
export const resendChallenge: Operation<'resendChallenge'> = async (call, {path}) => {
  const account = await lockAccount(call);
  const challenge = await findChallenge(call, path.challengeId ?? '');
  const {purpose} = challenge;
  if (challenge.consumedAt || challenge.supersededAt) throw new Refusal('NOT_FOUND');
  if (purpose !== 'changeSecurityPhone' && purpose !== 'newSecurityPhone') throw new Refusal('NOT_FOUND');
  refuseLocked(account, call);

  if (purpose === 'newSecurityPhone') await refuseDeadProof(call, challenge.tokenId ?? '');
  else await usableMethod(call, account, challenge.methodId);
  const sent = await sendCode(call, account, {...challenge, purpose});
  await call.db.query(
    `UPDATE challenges SET code_salt = $2, code_hash = $3, attempts = 0, sent_at = $4, expires_at = $5, resend_at = $6
     WHERE challenge_id = $1`,
    [challenge.challengeId, sent.codeSalt, sent.codeHash, sent.sentAt, sent.expiresAt, sent.resendAt],
  );
  return describeChallenge({...challenge, ...sent, attempts: 0}, call);
};

/** Trades a correct code for a security token. */
export const verifyChallenge: Operation<'verifyChallenge'> = async (call, {path, body}) => {
  const account = await lockAccount(call);
  const challenge = await findChallenge(call, path.challengeId ?? '');
  if (challenge.purpose !== 'changeSecurityPhone') throw new Refusal('NOT_FOUND');
  refuseLocked(account, call);
  await redeem(call, account, challenge, body.code);
  return issueToken(call, challenge.purpose, challenge.channel);
};
