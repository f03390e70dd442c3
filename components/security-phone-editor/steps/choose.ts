import {html, type TemplateResult} from 'lit';
import {actionButton} from '../../action-button/action-button.js';
import {choiceList} from '../../choice-list/choice-list.js';
import {entered} from '../../text-field/text-field.js';
import type {At, View} from '../view.js';
import {stepCard} from './step-card.js';

/** Where the code goes that proves identity. */
export function choose(view: View, {methods}: At<'choose'>): TemplateResult {
  const {texts, flow, busy, action} = view;
  const words = texts.securityPhoneChange.choose;
  const choices = methods.map(({methodId, kind, masked, usableForVerification, verified}) => ({
    value: methodId,
    title: kind === 'phone' ? words.phone(masked) : words.email(masked),
    when: usableForVerification
      ? kind === 'phone'
        ? words.sms
        : words.mail
      : verified
        ? words.unusable
        : texts.methods.unverified,
    available: usableForVerification,
  }));
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const methodId = entered(event, 'method');
    if (methodId) view.act('submit', () => flow.choose(methodId));
  };
  return stepCard(view, {
    step: 1,
    heading: words.heading,
    intro: words.intro,
    body: html`
      <form novalidate @submit=${send}>
        ${choiceList('method', words.methods, choices)}
        <div class="actions" part="actions">
          ${actionButton({
            label: texts.common.cancel,
            resting: busy,
            press: () => view.act('leave', () => flow.leave()),
          })}
          ${actionButton({
            label: words.send,
            doing: texts.common.sending,
            kind: 'primary',
            type: 'submit',
            working: busy && action === 'submit',
            resting: busy,
          })}
        </div>
      </form>
    `,
  });
}
