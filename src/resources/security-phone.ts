import type {Challenge} from './challenges.js';
import type {components} from '../contract.js';
import type {Http, IntentOptions} from '../http.js';

/** The security phone as it stands after the change, and who was told. */
export type SecurityPhone = components['schemas']['SecurityPhone'];

/** The number that proves the operator's identity and receives notices. */
export const securityPhone = (http: Http) => ({
  /** Sends a code to the new number (E.164). May be repeated with the same proof, for a corrected number. */
  propose: (phone: string, securityToken: string, options?: IntentOptions) =>
    http.post<Challenge>('v1/securityPhone:propose', {phone}, {...options, securityToken}),

  /** Makes the new number the security phone. Uses up the proof. */
  confirm: (challengeId: string, code: string, securityToken: string, options?: IntentOptions) =>
    http.post<SecurityPhone>('v1/securityPhone:confirm', {challengeId, code}, {...options, securityToken}),
});

export type SecurityPhoneResource = ReturnType<typeof securityPhone>;
