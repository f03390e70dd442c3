import type {TemplateResult} from 'lit';
import {actionButton} from '../action-button/action-button.js';
import {countdown, duration} from '../internal/format.js';
import type {Texts} from '../locales/en.js';

export interface CountdownButton {
  /** Whole seconds until it can be pressed; 0 when it can. */
  readonly remaining: number;
  readonly language: string;
  readonly texts: Texts;
  readonly working: boolean;
  readonly resting: boolean;
  readonly press: () => void;
  /** Pressed too early: is given what to tell. */
  readonly tooEarly: (message: string) => void;
}

/** Draws the button that sends a new code: counts down first, in its own place. Pressed meanwhile it says how long. */
export function countdownButton(button: CountdownButton): TemplateResult {
  const {remaining, language, texts, working, resting, press, tooEarly} = button;
  const waiting = remaining > 0;
  return actionButton({
    label: waiting ? texts.code.resendIn(countdown(remaining, language)) : texts.code.resend,
    doing: texts.common.sending,
    kind: 'plain',
    working,
    resting: resting || waiting,
    press: waiting ? () => tooEarly(texts.code.resendWait(duration(remaining, language))) : press,
  });
}
