import {isChallenge, type Challenge} from '../challenge.js';
import type {components} from '../contract.js';
import type {Http, IntentOptions, RequestOptions} from '../http.js';
import {isSecret, isTime, listOf, shape, type Check} from '../shape.js';

/** A proof of identity for one purpose. A secret: keep it in memory only. */
export type SecurityToken = components['schemas']['SecurityToken'];

/** What an operator can be asked to prove identity for. */
export type Purpose = 'changeSecurityPhone' | 'upgradeAccount';

const isChallengeList = shape<{readonly challenges: readonly Challenge[]}>({challenges: listOf(isChallenge)});

const isSecurityToken = shape<SecurityToken>({securityToken: isSecret, expiresAt: isTime});

/** An answer about another code than the one that was asked about is no answer. */
const isSame =
  (challengeId: string): Check<Challenge> =>
  (value): value is Challenge =>
    isChallenge(value) && value.challengeId === challengeId;

/** One-time codes, and the proofs of identity that they earn. Everything here throws `AccountError`. */
export const challenges = (http: Http) => ({
  /** Lists the codes of this visit that can still be entered, newest first. */
  list: async (options?: RequestOptions): Promise<readonly Challenge[]> =>
    (await http.get('v1/challenges', {...options, result: isChallengeList})).challenges,

  /** Reads a code's state again. */
  get: (challengeId: string, options?: RequestOptions): Promise<Challenge> =>
    http.get('v1/challenges/{challengeId}', {...options, ids: {challengeId}, result: isSame(challengeId)}),

  /** Sends a code to a method; while a fresh one is on its way to it, gives that one. */
  create: (methodId: string, purpose: Purpose, options?: IntentOptions): Promise<Challenge> =>
    http.post('v1/challenges', {...options, body: {methodId, purpose}, result: isChallenge}),

  /** Sends a new code; the old one is dead. */
  resend: (challengeId: string, options?: IntentOptions): Promise<Challenge> =>
    http.post('v1/challenges/{challengeId}:resend', {...options, ids: {challengeId}, result: isSame(challengeId)}),

  /** Trades a correct code for a proof of identity. */
  verify: (challengeId: string, code: string, options?: IntentOptions): Promise<SecurityToken> =>
    http.post('v1/challenges/{challengeId}:verify', {
      ...options,
      ids: {challengeId},
      body: {code},
      result: isSecurityToken,
    }),
});

export type ChallengesResource = ReturnType<typeof challenges>;
