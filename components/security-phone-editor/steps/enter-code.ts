import {html, type TemplateResult} from 'lit';
import {checkOneTimeCode, type Challenge} from '../../../src/index.js';
import {actionButton} from '../../action-button/action-button.js';
import {codeField} from '../../code-field/code-field.js';
import {countdownButton} from '../../countdown-button/countdown-button.js';
import {problemText} from '../../internal/problem-text.js';
import {entered} from '../../text-field/text-field.js';
import type {View} from '../view.js';

export interface EnterCode {
  readonly challenge: Challenge;
  readonly submit: string;
  readonly submitting: string;
  /** What to do with a well-formed code. */
  readonly enter: (code: string) => Promise<void>;
  /** The ways beside the main one. */
  readonly others: TemplateResult;
}

/** True for a problem that is told at the code's field. */
export const isAboutCode = (view: View): boolean => view.problem?.reason.startsWith('CODE_') ?? false;

/** Draws the form for a code that was sent, with the button for a new one. */
export function enterCode(view: View, {challenge, submit, submitting, enter, others}: EnterCode): TemplateResult {
  const {texts, language, busy, action, problem, flow} = view;
  const expired = view.remaining(challenge.expiresAt) === 0;
  const told =
    view.fault?.message ?? (problem && isAboutCode(view) ? problemText(problem, texts, language) : undefined);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const checked = checkOneTimeCode(entered(event, 'code'), challenge.codeLength);
    if (checked.ok) {
      view.act('submit', () => enter(checked.code));
      return;
    }
    const {ambiguous, length} = texts.code;
    const message = checked.problem === 'ambiguous' ? ambiguous : length;
    view.refuse({field: 'code', message: message(challenge.codeLength)});
  };
  return html`
    <form novalidate @submit=${send}>
      ${codeField({
        label: challenge.channel === 'sms' ? texts.code.smsLabel : texts.code.emailLabel,
        hint: texts.code.sentTo(challenge.sentTo),
        problem: told ?? (expired && !busy ? texts.code.expired : undefined),
        aside: countdownButton({
          remaining: view.remaining(challenge.resendAt),
          language,
          texts,
          working: busy && action === 'resend',
          resting: busy,
          press: () => view.act('resend', () => flow.resend()),
          tooEarly: (message) => view.announce(message),
        }),
      })}
      <div class="actions" part="actions">
        ${others}
        ${actionButton({
          label: submit,
          doing: submitting,
          kind: 'primary',
          type: 'submit',
          working: busy && action === 'submit',
          resting: busy,
        })}
      </div>
    </form>
  `;
}
