import {Flow, type Next} from './flow.js';
import type {Challenge} from '../challenge.js';
import type {ServiceClock} from '../clock.js';
import type {Account, AccountResource, VerificationMethod} from '../resources/account.js';
import type {ChallengesResource} from '../resources/challenges.js';
import type {SecurityPhone, SecurityPhoneResource} from '../resources/security-phone.js';

/** What is known about the account from the first answer on. */
export interface Known {
  readonly account: Account;
  readonly methods: readonly VerificationMethod[];
}

/** A region that the account lists, and the national number without separators: what `checkPhone` makes of a typed text. */
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

type At<S extends SecurityPhoneChangeState['step']> = Extract<SecurityPhoneChangeState, {step: S}>;

/**
 * The beginning of a change of the security phone: shows what there is. All that a first screen needs; a
 * `SecurityPhoneChangeFlow` that is made with its state goes on.
 *
 * ```
 * start ─ start() ─► jdAccount | overview | locked | identify (a code of this visit is on its way)
 * ```
 */
export class SecurityPhoneOverviewFlow extends Flow<SecurityPhoneChangeState> {
  readonly #service: SecurityPhoneChangeService;

  constructor(service: SecurityPhoneChangeService, initial: Next<SecurityPhoneChangeState> = {step: 'start'}) {
    super(initial);
    this.#service = service;
  }

  /** The service's clock, for countdowns. */
  get clock(): ServiceClock {
    return this.#service.clock;
  }

  /** Reads the account, and goes on with a code of this visit that can still be entered. */
  start(): Promise<void> {
    return this.move('start', async (_, signal) => {
      const [next, running] = await Promise.all([this.read(signal), this.#service.challenges.list({signal})]);
      const challenge = running.find(({purpose}) => purpose === 'changeSecurityPhone');
      return challenge && next.step === 'overview' ? {...next, step: 'identify', challenge} : next;
    });
  }

  /** Reads the account and its methods: the overview, or what stands in its place. */
  protected async read(signal: AbortSignal): Promise<At<'jdAccount' | 'locked' | 'overview'>> {
    const {account} = this.#service;
    const [found, methods] = await Promise.all([account.get({signal}), account.verificationMethods({signal})]);
    return this.overview({account: found, methods});
  }

  /** The overview of what is known, or what stands in its place. */
  protected overview(known: Known): At<'jdAccount' | 'locked' | 'overview'> {
    const {kind, lockedUntil: until} = known.account;
    if (kind === 'jd') return {step: 'jdAccount', ...known};
    if (until !== undefined && Date.parse(until) > this.clock.now()) return {step: 'locked', ...known, until};
    return {step: 'overview', ...known};
  }
}
