import {LitElement, adoptStyles, html, nothing, type TemplateResult} from 'lit';
import {
  AccountError,
  SecurityPhoneOverviewFlow,
  type AccountClient,
  type SecurityPhoneChangeFlow,
  type SecurityPhoneChangeState,
} from '../../src/index.js';
import {actionButton} from '../action-button/action-button.js';
import {AccountErrorEvent, AccountStepEvent} from '../events.js';
import {base} from '../internal/base.styles.js';
import {FlowController} from '../internal/flow-controller.js';
import {Localize, type Messages} from '../internal/localize.js';
import {consumeProvided} from '../internal/provided.js';
import type {ToldProblem} from '../internal/problem-text.js';
import {isWhole} from '../internal/texts.js';
import {tokens} from '../internal/tokens.js';
import type {FirstScreenTexts} from '../locales/en.first-screen.js';
import {notice} from '../notice/notice.js';
import {fetchLaterSteps, laterSteps} from './later-steps.js';
import {overview} from './overview.js';
import {BeforeSecurityPhoneChangeEvent} from './security-phone-editor.events.js';
import {styles} from './security-phone-editor.styles.js';
import type {Conversation, Stage} from './steps/conversation.js';
import type {Explanation, State} from './view.js';

/** What is told when the later steps cannot be loaded. */
const unreachable = new AccountError('NETWORK');

/** Widths and order of what is to come, so that little moves when it comes. */
const skeleton = html`<div class="skeleton">
  <p class="bone"></p>
  <p class="bone"></p>
  <p class="bone"></p>
</div>`;

const start = (face: unknown): TemplateResult => html`<div class="face" data-step="start">${face}</div>`;

/**
 * Shows the account's verification methods and lets the operator change the security phone.
 *
 * A code that was sent stays good until it runs out, also when the operator cancels: an element that is begun anew in
 * the same visit, after a reload for example, goes on where that code is entered.
 *
 * @fires {BeforeSecurityPhoneChangeEvent} before-security-phone-change - When the operator wants to change the phone. Cancelable.
 * @fires {SecurityPhoneChangedEvent} security-phone-changed - When the service has made the change. Masked data only. An element that was out of the document meanwhile tells it when it comes back.
 * @fires {AccountStepEvent} account-step - When another step is shown.
 * @fires {AccountErrorEvent} account-error - When something was refused or failed, and the operator was told.
 * @fires {AccountUpgradeRequestedEvent} account-upgrade-requested - When the operator of a JD account asks for the upgrade. Prevent it to take over.
 *
 * @slot help - Help of the portal's own, below every step.
 *
 * @csspart card - The frame around everything.
 * @csspart heading - The heading of a step.
 * @csspart intro - The sentence below the heading.
 * @csspart notice - A message about the whole step.
 * @csspart steps - The step bar.
 * @csspart step-line - The step bar in one line, where there is little room.
 * @csspart method - A verification method in the overview.
 * @csspart mark - What a phone or email can do.
 * @csspart choices - The group of verification methods to choose from.
 * @csspart choice - One of them.
 * @csspart field - A field with its label and note.
 * @csspart label - The label of a field.
 * @csspart input - A text input.
 * @csspart select - The choice of a country or region.
 * @csspart hint - The note below a field.
 * @csspart problem - The note below a field, when the entry is wrong.
 * @csspart actions - The line of buttons.
 * @csspart button - Any button, also a link that looks like one.
 * @csspart primary-button - The main action of a step.
 * @csspart secondary-button - Another action.
 * @csspart plain-button - The action beside a field.
 * @csspart link - A link.
 *
 * @cssproperty [--account-color-surface=light-dark(#ffffff, #151c25)] - The card's ground.
 * @cssproperty [--account-color-sunken=light-dark(#f2f4f7, #1b2430)] - The ground of what lies deeper.
 * @cssproperty [--account-color-text=light-dark(#17202e, #e7ecf3)] - Text.
 * @cssproperty [--account-color-muted=light-dark(#5a6678, #9aa8ba)] - Text of less weight.
 * @cssproperty [--account-color-line=light-dark(#e3e7ed, #2a3543)] - Lines that only divide.
 * @cssproperty [--account-color-control-line=light-dark(#7f899b, #728196)] - Borders of controls: at least 3 : 1.
 * @cssproperty [--account-color-accent=light-dark(#0b7a69, #4fd1b5)] - The main action, links and the focus ring.
 * @cssproperty [--account-color-on-accent=light-dark(#ffffff, #06251f)] - Text on the accent.
 * @cssproperty [--account-color-accent-soft=light-dark(#e5f4f1, #12312d)] - The ground of what is chosen.
 * @cssproperty [--account-color-ok=light-dark(#14733b, #6fd08f)] - Text of what went well.
 * @cssproperty [--account-color-ok-soft=light-dark(#e6f4ea, #12301f)] - Its ground.
 * @cssproperty [--account-color-warning=light-dark(#8a5a00, #f0c060)] - Text of a warning.
 * @cssproperty [--account-color-warning-soft=light-dark(#fff5de, #2e2611)] - Its ground.
 * @cssproperty [--account-color-error=light-dark(#b3261e, #ff8f86)] - Text of a problem.
 * @cssproperty [--account-color-error-soft=light-dark(#fdecea, #3a1917)] - Its ground.
 * @cssproperty [--account-radius-card=14px] - Corners of the card.
 * @cssproperty [--account-radius-control=8px] - Corners of buttons and inputs.
 * @cssproperty [--account-card-padding=24px] - Space inside the card.
 * @cssproperty [--account-font-size=15px] - Size of the text.
 */
export class SecurityPhoneEditorElement extends LitElement {
  static override styles = [tokens, base, styles];

  static override properties = {
    client: {attribute: false},
    flow: {attribute: false},
    messages: {attribute: false},
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** Where requests go. The nearest `<account-provider>`'s client when not set. */
  declare client: AccountClient | undefined;

  /** A prepared conversation, shown as it stands. Begun with the client when not set. */
  declare flow: SecurityPhoneChangeFlow | undefined;

  /** Words of the portal's own, by language. The nearest `<account-provider>`'s when not set. */
  declare messages: Messages | undefined;

  /** The level of the card's heading in the page's outline. */
  declare headingLevel: number;

  readonly #provided = consumeProvided(this);
  readonly #localize = new Localize(this, () => this.messages ?? this.#provided.value?.messages);
  /** The conversation of the element's own. Its beginning serves the first screen until the rest has arrived. */
  #own:
    | {readonly client: AccountClient; readonly beginning: SecurityPhoneOverviewFlow; whole?: SecurityPhoneChangeFlow}
    | undefined;
  #later: Conversation | undefined;
  #announcement = '';
  #unreachable = false;
  /** Whether the operator asked for the change before there was anything to draw it with. */
  #opening = false;

  constructor() {
    super();
    this.headingLevel = 2;
    new FlowController<SecurityPhoneChangeState>(this, {
      flow: () => this.#flow,
      changed: (state, before) => this.#changed(state, before),
      // A change of the phone that is under way goes on without a view.
      droppable: (step) => step !== 'confirm',
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was dropped when the element was removed is asked for again.
    const own = this.#own?.whole ?? this.#own?.beginning;
    if (own?.state.step === 'start' && !own.state.problem) void own.start();
  }

  protected override willUpdate(): void {
    const client = this.client ?? this.#provided.value?.client;
    if (!this.flow && client !== this.#own?.client) {
      this.#own = client && {client, beginning: new SecurityPhoneOverviewFlow(client)};
      void this.#own?.beginning.start();
    }
    const steps = laterSteps();
    if (!steps) return;
    if (this.#own && !this.#own.whole && !this.#own.beginning.state.busy) {
      this.#own.whole = new steps.SecurityPhoneChangeFlow(this.#own.client, this.#own.beginning.state);
    }
    if (this.#later) return;
    adoptStyles(this.renderRoot as ShadowRoot, [...SecurityPhoneEditorElement.elementStyles, ...steps.styles]);
    this.#later = new steps.Conversation(this, this.#stage());
    this.#tell(this.#flow?.state.problem);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="card" part="card">
        ${this.#face()}
        <slot name="help"></slot>
        <p class="announcement" role="status">${this.#announcement}</p>
      </div>
    `;
  }

  protected override updated(): void {
    const state = this.#flow?.state;
    // A failure at the start needs the words that come with the later steps.
    const isWanted = state && (state.step !== 'start' || state.problem);
    if (isWanted && !this.#later && !this.#unreachable) void this.#fetchSteps();
  }

  get #flow(): SecurityPhoneOverviewFlow | undefined {
    return this.#whole ?? this.#own?.beginning;
  }

  get #whole(): SecurityPhoneChangeFlow | undefined {
    return this.flow ?? this.#own?.whole;
  }

  #face(): unknown {
    const flow = this.#flow;
    const texts = this.#localize.firstScreen;
    const problem = flow ? flow.state.problem : this.#provided.value?.problem;
    if (!texts || (!flow && !problem)) return start(skeleton);
    if (!flow || flow.state.step === 'start') {
      const retry = flow && (() => void flow.start());
      return start(problem ? (this.#failure(problem, texts, retry) ?? skeleton) : skeleton);
    }
    const {state} = flow;
    const late = state.step !== 'overview';
    const whole = this.#whole;
    if (late && whole && this.#later && isWhole(texts)) return this.#later.draw(whole, state, texts);
    const waiting = late || this.#opening;
    const told = waiting ? this.#unreachable && unreachable : problem;
    return overview({
      methods: state.methods,
      texts,
      headingLevel: this.headingLevel,
      notice: told ? this.#failure(told, texts) : nothing,
      opening: state.busy || (waiting && !told),
      change: () => void this.#change(),
    });
  }

  /** Says what went wrong. Absent while the words for it are on their way. */
  #explain(problem: ToldProblem, texts: FirstScreenTexts): Explanation | undefined {
    if (this.#later && isWhole(texts)) return this.#later.explain(problem, texts);
    const {NETWORK, UNEXPECTED} = texts.firstProblems;
    if (problem.reason === 'NETWORK' || problem.reason === 'TIMEOUT') return {message: NETWORK};
    return this.#flow && !this.#unreachable ? undefined : {message: UNEXPECTED};
  }

  #failure(problem: ToldProblem, texts: FirstScreenTexts, retry?: () => void): TemplateResult | undefined {
    const told = this.#explain(problem, texts);
    if (!told) return undefined;
    // What this site may not do, it may not do at the second try either.
    const helps = retry && !problem.reason.endsWith('_NOT_ALLOWED');
    return notice(
      told.message,
      told.support,
      helps ? actionButton({label: texts.common.retry, press: retry}) : undefined,
    );
  }

  async #change(): Promise<void> {
    if (this.#opening && !this.#unreachable) return;
    if (this.#flow?.state.step === 'overview' && !this.dispatchEvent(new BeforeSecurityPhoneChangeEvent())) return;
    if (!this.#whole) {
      this.#opening = true;
      const fetching = this.#fetchSteps();
      this.requestUpdate();
      await fetching;
      await this.updateComplete;
    }
    const whole = this.#whole;
    this.#opening &&= whole === undefined;
    await whole?.change();
  }

  async #fetchSteps(): Promise<void> {
    this.#unreachable = false;
    const arrived = await fetchLaterSteps();
    const isNews = !arrived && !this.#unreachable;
    this.#unreachable = !arrived;
    this.requestUpdate();
    const {step, problem} = this.#flow?.state ?? {};
    if (!isNews) return;
    // Without them, a failure at the start is told in other words; it is no second failure.
    if (step === 'start') this.#tell(problem);
    else if (this.#opening || step !== 'overview') {
      this.#tell(unreachable);
      this.dispatchEvent(new AccountErrorEvent(unreachable));
    }
  }

  #stage(): Stage {
    return {
      flow: () => this.#whole,
      texts: () => this.#localize.texts,
      requested: () => this.#localize.requested,
      headingLevel: () => this.headingLevel,
      touched: this.#opening,
      announce: (message) => this.#announce(message),
    };
  }

  #tell(problem: ToldProblem | undefined): void {
    const texts = this.#localize.firstScreen;
    const told = texts && problem && this.#explain(problem, texts);
    if (told) this.#announce(told.message);
  }

  #announce(message: string): void {
    this.#announcement = message;
    this.requestUpdate();
  }

  #changed(state: State, before: State): void {
    const arrived = state.step !== before.step;
    // Whoever comes from a failure to somewhere else may reach the later steps, too.
    if (arrived) this.#unreachable = false;
    if (arrived || state.busy) this.#announce('');
    this.#later?.changed(state, before);
    const {problem} = state;
    if (problem && problem !== before.problem) {
      this.#tell(problem);
      this.dispatchEvent(new AccountErrorEvent(problem));
    }
    if (arrived) this.dispatchEvent(new AccountStepEvent(state.step));
  }
}
