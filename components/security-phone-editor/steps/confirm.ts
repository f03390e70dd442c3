import type {TemplateResult} from 'lit';
import {formatNational} from '../../../src/index.js';
import {actionButton} from '../../action-button/action-button.js';
import type {At, View} from '../view.js';
import {enterCode, isAboutCode} from './enter-code.js';
import {stepCard} from './step-card.js';

// A number that is broken over two lines is hard to compare.
const noBreak = '\u00a0';

/** The code that was sent to the new number. */
export function confirm(view: View, {account, challenge, phone}: At<'confirm'>): TemplateResult {
  const {texts, flow, busy} = view;
  const words = texts.securityPhoneChange.confirm;
  const {callingCode} = account.phoneRegions.find(({region}) => region === phone.region) ?? {};
  return stepCard(view, {
    step: 2,
    heading: words.heading,
    // The operator typed it a moment ago: whole, it shows a slip that a mask would hide.
    intro: words.intro(
      `${callingCode ? `+${callingCode} ` : ''}${formatNational(phone.number, phone.region)}`.replaceAll(' ', noBreak),
    ),
    tellsProblem: !isAboutCode(view),
    body: enterCode(view, {
      challenge,
      submit: words.submit,
      submitting: words.changing,
      enter: (code) => flow.confirm(code),
      others: actionButton({
        label: words.correct,
        resting: busy,
        press: () => view.act('correct', () => flow.correct()),
      }),
    }),
  });
}
