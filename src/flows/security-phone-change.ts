// States and moves of the conversation; see the class for the arrows.
import {Flow, type Next} from './flow.js';
import type {ServiceClock} from '../clock.js';
import type {Account, AccountResource, VerificationMethod} from '../resources/account.js';
import type {Challenge, ChallengesResource} from '../resources/challenges.js';
import type {SecurityPhone, SecurityPhoneResource} from '../resources/security-phone.js';

/** What is known about the account from the first answer on. */
interface Known {
  readonly account: Account;
  readonly methods: readonly VerificationMethod[];
}

/** A number as it is typed: a region that the account lists, and the national number without separators. */
export interface NewPhone {
  /** ISO 3166-1 alpha-2. */
  readonly region: string;
  readonly number: string;
}

export type SecurityPhoneChangeState =
  /** Nothing is known yet; `start()` asks. */
  | {readonly step: 'start'}
  /** A JD account that was not upgraded: its phone is changed in JD Mall. */
  | ({readonly step: 'jdAccount'} & Known)
  /** The methods and what each can do. */
  | ({readonly step: 'overview'} & Known)
  /** No method can prove the operator's identity: customer service. */
  | ({readonly step: 'noMethod'} & Known)
  /** No code is sent or checked until `account.lockedUntil`. */
  | ({readonly step: 'locked'; readonly until: string} & Known)
  /** Choose where the code goes. */
  | ({readonly step: 'choose'} & Known)
  /** Enter the code that proves identity. */
  | ({readonly step: 'identify'; readonly challenge: Challenge} & Known)
  /** Enter the new number. */
  | ({readonly step: 'propose'; readonly securityToken: string; readonly phone?: NewPhone | undefined} & Known)
  /** Enter the code that was sent to the new number. */
  | ({
      readonly step: 'confirm';
      readonly securityToken: string;
      readonly phone: NewPhone;
      readonly challenge: Challenge;
    } & Known)
  /** The number is changed. */
  | ({readonly step: 'done'; readonly phone: SecurityPhone} & Known);

/** The parts of a client that the conversation needs: an `AccountClient` fits. */
export interface SecurityPhoneChangeService {
  readonly account: AccountResource;
  readonly challenges: ChallengesResource;
  readonly securityPhone: SecurityPhoneResource;
  readonly clock: ServiceClock;
}

/** Changes the security phone: prove who you are, then prove that you hold the new number. */
export class SecurityPhoneChangeFlow extends Flow<SecurityPhoneChangeState> {
  readonly #service: SecurityPhoneChangeService;

  constructor(service: SecurityPhoneChangeService, initial: Next<SecurityPhoneChangeState> = {step: 'start'}) {
    super(initial);
    this.#service = service;
  }

  /** The service's clock, for countdowns. */
  get clock(): ServiceClock {
    return this.#service.clock;
  }
}
