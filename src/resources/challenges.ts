import type {components} from '../contract.js';
import type {Http, IntentOptions, RequestOptions} from '../http.js';

/** A code that was sent. All times are by the service's clock. */
export type Challenge = components['schemas']['Challenge'];

/** A proof of identity for one purpose. A secret: keep it in memory only. */
export type SecurityToken = components['schemas']['SecurityToken'];

/** What an operator can be asked to prove identity for. */
export type Purpose = 'changeSecurityPhone' | 'upgradeAccount';

/** One-time codes, and the proofs of identity that they earn. */
export const challenges = (http: Http) => ({
  /** Lists the codes of this visit that can still be entered, newest first. */
  list: async (options?: RequestOptions) =>
    (await http.get<{readonly challenges: readonly Challenge[]}>('v1/challenges', options)).challenges,

  /** Reads a code's state again. */
  get: (challengeId: string, options?: RequestOptions) =>
    http.get<Challenge>(`v1/challenges/${encodeURIComponent(challengeId)}`, options),

  /** Sends a code to a method; while a fresh one is on its way to it, gives that one. */
  create: (methodId: string, purpose: Purpose, options?: IntentOptions) =>
    http.post<Challenge>('v1/challenges', {methodId, purpose}, options),

  /** Sends a new code; the old one is dead. */
  resend: (challengeId: string, options?: IntentOptions) =>
    http.post<Challenge>(`v1/challenges/${encodeURIComponent(challengeId)}:resend`, undefined, options),

  /** Trades a correct code for a proof of identity. */
  verify: (challengeId: string, code: string, options?: IntentOptions) =>
    http.post<SecurityToken>(`v1/challenges/${encodeURIComponent(challengeId)}:verify`, {code}, options),
});

export type ChallengesResource = ReturnType<typeof challenges>;
