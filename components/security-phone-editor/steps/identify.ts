import {html, nothing, type TemplateResult} from 'lit';
import {actionButton} from '../../action-button/action-button.js';
import type {At, View} from '../view.js';
import {enterCode, isAboutCode} from './enter-code.js';
import {stepCard} from './step-card.js';

/** The code that proves identity. */
export function identify(view: View, {challenge, methods}: At<'identify'>): TemplateResult {
  const {texts, flow, busy} = view;
  const words = texts.securityPhoneChange.identify;
  const others = methods.filter(({usableForVerification}) => usableForVerification).length > 1;
  return stepCard(view, {
    step: 1,
    heading: words.heading,
    intro: words.intro,
    tellsProblem: !isAboutCode(view),
    body: enterCode(view, {
      challenge,
      submit: texts.common.next,
      submitting: texts.common.checking,
      enter: (code) => flow.identify(code),
      others: html`
        ${
          others
            ? actionButton({label: words.other, resting: busy, press: () => view.act('back', () => flow.back())})
            : nothing
        }
        ${actionButton({label: texts.common.cancel, resting: busy, press: () => view.act('leave', () => flow.leave())})}
      `,
    }),
  });
}
