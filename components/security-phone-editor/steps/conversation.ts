import {html, type LitElement} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {AccountError, SecurityPhoneChangeFlow} from '../../../src/index.js';
import {CodeReader} from '../../internal/code-reader.js';
import {Countdown} from '../../internal/countdown.js';
import {formattingLanguage} from '../../internal/format.js';
import {problemText, supportLine, type ToldProblem} from '../../internal/problem-text.js';
import {StepFocus} from '../../internal/step-focus.js';
import {SecretInputs} from '../../internal/secret-inputs.js';
import type {Texts} from '../../locales/en.js';
import {AccountUpgradeRequestedEvent, SecurityPhoneChangedEvent} from './steps.events.js';
import {challengeOf, type Explanation, type Fault, type LaterState, type State, type View} from '../view.js';
import {drawStep} from './draw-step.js';

/** What the element tells the steps, and what it does for them. */
export interface Stage {
  flow(): SecurityPhoneChangeFlow | undefined;
  /** All texts; absent while they are on their way. */
  texts(): Texts | undefined;
  /** The nearest `lang`. */
  requested(): string;
  headingLevel(): number;
  /** Whether the operator asked for the next step before there was anything to draw it with. */
  readonly touched: boolean;
  announce(message: string): void;
}

/** What an element needs after its first screen: fields, countdowns, codes that come by themselves. */
export class Conversation {
  readonly #host: LitElement;
  readonly #stage: Stage;
  readonly #countdown: Countdown;
  readonly #secrets: SecretInputs;
  readonly #focus: StepFocus;
  #action: string | undefined;
  #fault: Fault | undefined;
  #toFocus: string | undefined;
  #region: string | undefined;
  #waiting: string | undefined;
  #upgradeRefused = false;

  constructor(host: LitElement, stage: Stage) {
    this.#host = host;
    this.#stage = stage;
    this.#countdown = new Countdown(host, () => stage.flow()?.clock.now() ?? Date.now());
    this.#secrets = new SecretInputs(host, 'code');
    this.#focus = new StepFocus(host, stage.touched);
    new CodeReader(host, () => challengeOf(stage.flow()?.state));
    host.addController({
      hostUpdate: () => this.#tellWhenOver(),
      hostUpdated: () => this.#focusField(),
    });
  }

  /** Draws a state after the first screen. */
  draw(flow: SecurityPhoneChangeFlow, state: LaterState, texts: Texts): unknown {
    const {step} = state;
    const face = html`
      <div class="face" data-step=${step} role="group" aria-labelledby="heading">
        ${drawStep(this.#view(flow, texts), state)}
      </div>
    `;
    // Without the keys, Lit would use the inputs of one step for the next, with what was typed.
    return keyed(flow, keyed(step, face));
  }

  /** Says what went wrong, in all words. */
  explain(problem: ToldProblem, texts: Texts): Explanation {
    const message = problemText(problem, texts, formattingLanguage(this.#stage.requested(), texts));
    return {message, support: supportLine(problem, message, texts)};
  }

  /** Takes note of a new state, before it is drawn. */
  changed(state: State, before: State): void {
    const texts = this.#stage.texts();
    const arrived = state.step !== before.step;
    const challenge = challengeOf(state);
    const replaced = !arrived && challenge && challenge.sentAt !== challengeOf(before)?.sentAt;
    // A code that led to the next step, or that a new one replaced, is of no more use here.
    if (arrived || replaced) this.#secrets.clear();
    if (arrived || state.busy) this.#fault = undefined;
    if (arrived) {
      this.#focus.arrive(state.step);
      this.#upgradeRefused = false;
      this.#region = undefined;
    }
    if (texts && state.busy) this.#stage.announce(texts.common.working);
    if (texts && replaced) this.#stage.announce(texts.code.resent(challenge.sentTo));
    if (state.problem && this.#action) this.#toFocus = fieldOf(state.problem);
    if (!state.busy) this.#action = undefined;
    if (arrived && state.step === 'done') this.#host.dispatchEvent(new SecurityPhoneChangedEvent(state.phone));
  }

  #view(flow: SecurityPhoneChangeFlow, texts: Texts): View {
    const {busy, problem} = flow.state;
    return {
      flow,
      texts,
      language: formattingLanguage(this.#stage.requested(), texts),
      headingLevel: this.#stage.headingLevel(),
      problem,
      busy,
      fault: this.#fault,
      region: this.#region,
      action: this.#action,
      upgradeRefused: this.#upgradeRefused,
      remaining: (until) => this.#countdown.remaining(until),
      chooseRegion: (region) => {
        this.#region = region;
        this.#host.requestUpdate();
      },
      act: (action, move) => this.#act(flow, action, move),
      refuse: (fault) => this.#refuse(fault),
      announce: (message) => this.#stage.announce(message),
      requestUpgrade: () => this.#requestUpgrade(),
    };
  }

  #act(flow: SecurityPhoneChangeFlow, action: string, move: () => Promise<void>): void {
    if (flow.state.busy) return;
    this.#action = action;
    // What is no AccountError is a bug: it goes on to window, where bugs belong.
    void move();
  }

  #refuse(fault: Fault): void {
    this.#fault = fault;
    this.#toFocus = fault.field;
    this.#stage.announce(fault.message);
  }

  #requestUpgrade(): void {
    this.#upgradeRefused = this.#host.dispatchEvent(new AccountUpgradeRequestedEvent());
    this.#host.requestUpdate();
  }

  #focusField(): void {
    if (this.#toFocus === undefined) return;
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>(`input[name=${this.#toFocus}]`);
    this.#toFocus = undefined;
    field?.focus();
    field?.select();
  }

  /** A countdown is announced once: when it is over. */
  #tellWhenOver(): void {
    const texts = this.#stage.texts();
    const state = this.#stage.flow()?.state;
    const until = state?.step === 'locked' ? state.until : challengeOf(state)?.resendAt;
    const waiting = until !== undefined && this.#countdown.remaining(until) > 0;
    if (!waiting && until !== undefined && until === this.#waiting && texts) {
      this.#stage.announce(state?.step === 'locked' ? texts.securityPhoneChange.locked.over : texts.code.resendReady);
    }
    this.#waiting = waiting ? until : undefined;
  }
}

/** The field that a problem is told at, if any. */
function fieldOf({reason}: AccountError): string | undefined {
  if (reason.startsWith('CODE_')) return 'code';
  return reason.startsWith('PHONE_') && reason !== 'PHONE_CHANGE_COOLDOWN' ? 'phone' : undefined;
}
