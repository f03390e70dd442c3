import type {Next} from './flow.js';
import {checkedCode, e164, knownOf, timeIn, toPropose, withCodeProblem} from './security-phone-change.steps.js';
import {
  SecurityPhoneOverviewFlow,
  type Known,
  type NewPhone,
  type SecurityPhoneChangeService,
  type SecurityPhoneChangeState,
} from './security-phone-overview.js';
import {isAccountError, type AccountError} from '../errors.js';
import {Intent} from '../intent.js';

/** One for each thing that the operator can mean to do, so that a lost answer to one is not taken for another's. */
const newIntents = () => ({
  sending: new Intent(),
  identifying: new Intent(),
  resending: new Intent(),
  proposing: new Intent(),
  confirming: new Intent(),
});

type Code = 'identify' | 'confirm';
type State = Exclude<SecurityPhoneChangeState, {step: 'start'}>;
type At<S extends State['step']> = Extract<State, {step: S}>;

/**
 * Changes the security phone: prove who you are, then prove that you hold the new number.
 *
 * ```
 * start ─ start() ─► jdAccount | overview | locked | identify (a code of this visit is on its way)
 * overview ─ change() ─► choose | noMethod
 * choose ─ choose() ─► identify ─ identify() ─► propose ─ propose() ─► confirm ─ confirm() ─► done
 * identify, confirm ─ resend() ─► the same, with a new code
 * confirm ─ correct(), back() ─► propose ─ back() ─► choose ◄─ back() ─ identify
 * any but start, jdAccount and overview ─ leave() ─► overview, read again
 * ```
 *
 * A lock of the account leads to `locked` from anywhere, an expired proof of identity to `choose`.
 */
export class SecurityPhoneChangeFlow extends SecurityPhoneOverviewFlow {
  readonly #service: SecurityPhoneChangeService;
  #intents = newIntents();
  /** The number as it was last proposed: it outlives a proof that expires. */
  #phone: NewPhone | undefined;

  constructor(service: SecurityPhoneChangeService, initial: Next<SecurityPhoneChangeState> = {step: 'start'}) {
    super(service, initial);
    this.#service = service;
    let before = initial.step;
    this.subscribe(({step}) => {
      // Who comes back to a step later means it anew, and must not be given the answer to the first time.
      if (step !== before) this.#intents = newIntents();
      before = step;
    });
    if (initial.step === 'propose' || initial.step === 'confirm') this.#phone = initial.phone;
  }

  /** Begins the change. */
  change(): Promise<void> {
    return this.#move('overview', (state) => this.#toChoose(state));
  }

  /** Sends a code to a method. */
  choose(methodId: string): Promise<void> {
    return this.#move('choose', async (state, signal) => {
      const options = {signal, intent: this.#intents.sending};
      const challenge = await this.#service.challenges.create(methodId, 'changeSecurityPhone', options);
      return {step: 'identify', ...knownOf(state), challenge};
    });
  }

  /** Checks the code that proves identity: digits only, as `checkOneTimeCode` gives them. */
  identify(code: string): Promise<void> {
    return this.#move('identify', async (state, signal) => {
      const {challenge} = state;
      const options = {signal, intent: this.#intents.identifying};
      const typed = checkedCode(code, challenge);
      const {securityToken} = await this.#service.challenges.verify(challenge.challengeId, typed, options);
      return {step: 'propose', ...knownOf(state), securityToken, phone: this.#phone};
    });
  }

  /** Sends another code in place of the one that is awaited. */
  resend(): Promise<void> {
    return this.#move<Code>(['identify', 'confirm'], async (state, signal) => {
      const options = {signal, intent: this.#intents.resending};
      const challenge = await this.#service.challenges.resend(state.challenge.challengeId, options);
      return {...state, problem: undefined, challenge};
    });
  }

  /** Sends a code to the new number. */
  propose(phone: NewPhone): Promise<void> {
    return this.#move('propose', async (state, signal) => {
      const {securityToken} = state;
      const options = {signal, intent: this.#intents.proposing};
      const number = e164(phone, state);
      this.#phone = phone;
      const challenge = await this.#service.securityPhone.propose(number, securityToken, options);
      return {step: 'confirm', ...knownOf(state), securityToken, phone, challenge};
    });
  }

  /** Goes back to the new number, with what was typed. */
  correct(): Promise<void> {
    return this.#move('confirm', toPropose);
  }

  /** Checks the code that was sent to the new number, digits only, and changes the phone. */
  confirm(code: string): Promise<void> {
    return this.#move('confirm', async (state, signal) => {
      const {securityToken, challenge} = state;
      const options = {signal, intent: this.#intents.confirming};
      const typed = checkedCode(code, challenge);
      const phone = await this.#service.securityPhone.confirm(challenge.challengeId, typed, securityToken, options);
      this.#phone = undefined;
      return {step: 'done', ...knownOf(state), phone};
    });
  }

  /** Goes one step back: to the choice of methods, or from the second code to the number. Nothing is asked. */
  back(): Promise<void> {
    return this.#move(['identify', 'propose', 'confirm'], (state) =>
      state.step === 'confirm' ? toPropose(state) : this.#toChoose(state),
    );
  }

  /** Ends the conversation, forgets the number, and reads the account again. */
  leave(): Promise<void> {
    return this.#move(['noMethod', 'locked', 'choose', 'identify', 'propose', 'confirm', 'done'], async (_, signal) => {
      const next = await this.read(signal);
      this.#phone = undefined;
      return next;
    });
  }

  /** The choice of methods, or what stands in its place. */
  #toChoose(state: Known): Next<State> {
    const known = knownOf(state);
    const next = this.overview(known);
    if (next.step !== 'overview') return next;
    const isChoice = known.methods.some(({usableForVerification}) => usableForVerification);
    return {step: isChoice ? 'choose' : 'noMethod', ...known};
  }

  /** A move that may also be led elsewhere by the reason of a failure. */
  #move<From extends State['step']>(
    from: From | readonly From[],
    work: (state: At<From>, signal: AbortSignal) => Next<State> | Promise<Next<State>>,
  ): Promise<void> {
    return this.move(from, async (state, signal) => {
      try {
        return await work(state, signal);
      } catch (error) {
        if (signal.aborted || !isAccountError(error)) throw error;
        return this.#elsewhere(state, error, signal);
      }
    });
  }

  /** Where a failure leads. Throws it when it leads nowhere: then it is a problem of the same step. */
  async #elsewhere(state: State, problem: AccountError, signal: AbortSignal): Promise<Next<SecurityPhoneChangeState>> {
    const {reason, retryAfter = 0} = problem;
    switch (reason) {
      case 'ACCOUNT_LOCKED':
        return {step: 'locked', ...knownOf(state), until: timeIn(retryAfter, this.clock)};
      case 'JD_ACCOUNT':
      case 'CONCURRENT_CHANGE':
        return {...(await this.read(signal)), problem};
      case 'NOT_FOUND':
        // The code is gone: another tab finished the change, or the visit ended.
        if (state.step === 'confirm') return {...toPropose(state), problem};
        break;
      case 'SECURITY_TOKEN_EXPIRED':
      case 'SECURITY_TOKEN_REQUIRED':
      case 'METHOD_NOT_USABLE':
        break;
      default:
        if (state.step === 'identify' || state.step === 'confirm') return withCodeProblem(state, problem, this.clock);
        throw problem;
    }
    // The way back must not depend on one more answer: what is known will do.
    return {...this.#toChoose(await this.read(signal).catch(() => state)), problem};
  }
}
