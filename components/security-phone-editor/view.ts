import type {
  AccountError,
  Challenge,
  Progress,
  SecurityPhoneChangeFlow,
  SecurityPhoneChangeState,
} from '../../src/index.js';
import type {Texts} from '../locales/en.js';

export type State = SecurityPhoneChangeState & Progress;

/** The state at one step. */
export type At<Step extends SecurityPhoneChangeState['step']> = Extract<SecurityPhoneChangeState, {step: Step}>;

/** The states that the first screen does not draw. */
export type LaterState = Exclude<SecurityPhoneChangeState, At<'start' | 'overview'>>;

/** A field that the operator filled in wrongly, told before anything was sent. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

/** What the operator is told of a problem. */
export interface Explanation {
  readonly message: string;
  /** For customer service. */
  readonly support?: string | undefined;
}

/** What a step is drawn with. */
export interface View {
  readonly flow: SecurityPhoneChangeFlow;
  readonly texts: Texts;
  /** For numbers, dates and lists. */
  readonly language: string;
  /** `aria-level` of the card's heading. */
  readonly headingLevel: number;
  readonly problem: AccountError | undefined;
  readonly fault: Fault | undefined;
  /** The region that was chosen for a new number. */
  readonly region: string | undefined;
  /** True while any request is under way. */
  readonly busy: boolean;
  /** The action whose request is under way. */
  readonly action: string | undefined;
  /** True once the upgrade was asked for and nobody took it over. */
  readonly upgradeRefused: boolean;
  /** Whole seconds until a moment by the service's clock. */
  remaining(until: string): number;
  chooseRegion(region: string): void;
  /** Makes a move, under the name of the button that shows its progress. */
  act(action: string, move: () => Promise<void>): void;
  /** Tells that an entry cannot be sent, and leads to its field. */
  refuse(fault: Fault): void;
  /** Tells something without moving the focus. */
  announce(message: string): void;
  /** Asks the portal to take over the upgrade. */
  requestUpgrade(): void;
}

/** The code that is awaited in a state, if any. */
export const challengeOf = (state: SecurityPhoneChangeState | undefined): Challenge | undefined =>
  state && 'challenge' in state ? state.challenge : undefined;
