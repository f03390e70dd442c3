import {isChallenge, type Challenge} from '../challenge.js';
import type {components} from '../contract.js';
import type {Http, IntentOptions} from '../http.js';
import {isFlag, isText, isTime, listOf, optional, shape} from '../shape.js';

/** The security phone as it stands after the change, and who was told. */
export type SecurityPhone = components['schemas']['SecurityPhone'];

const isSecurityPhone = shape<SecurityPhone>({
  phone: isText,
  usableForVerification: isFlag,
  usableForLogin: isFlag,
  loginRefused: optional(isText),
  changedAt: isTime,
  notified: listOf(shape<SecurityPhone['notified'][number]>({channel: isText, sentTo: isText})),
  cancellationBlockedUntil: optional(isTime),
});

/** The number that proves the operator's identity and receives notices. Everything here throws `AccountError`. */
export const securityPhone = (http: Http) => ({
  /** Sends a code to the new number (E.164). May be repeated with the same proof, for a corrected number. */
  propose: (phone: string, securityToken: string, options?: IntentOptions): Promise<Challenge> =>
    http.post('v1/securityPhone:propose', {...options, securityToken, body: {phone}, result: isChallenge}),

  /** Makes the new number the security phone. Uses up the proof. */
  confirm: (
    challengeId: string,
    code: string,
    securityToken: string,
    options?: IntentOptions,
  ): Promise<SecurityPhone> =>
    http.post('v1/securityPhone:confirm', {
      ...options,
      securityToken,
      body: {challengeId, code},
      result: isSecurityPhone,
    }),
});

export type SecurityPhoneResource = ReturnType<typeof securityPhone>;
