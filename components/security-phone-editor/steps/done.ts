import {html, nothing, svg, type TemplateResult} from 'lit';
import {actionButton} from '../../action-button/action-button.js';
import {list, moment} from '../../internal/format.js';
import {icon} from '../../internal/icons.js';
import {methodMarks} from '../../method-marks/method-marks.js';
import type {At, View} from '../view.js';
import {stepCard} from './step-card.js';

const checkIcon = icon(svg`<path d="M3.2 8.6l3.2 3.2 6.4-7" />`);

/** What has changed, what the number can do, who was told. */
export function done(view: View, {phone}: At<'done'>): TemplateResult {
  const {texts, language, flow, busy} = view;
  const words = texts.securityPhoneChange.done;
  const {usableForVerification, usableForLogin} = phone;
  const ability = usableForVerification
    ? usableForLogin
      ? words.both
      : words.verificationOnly
    : usableForLogin
      ? words.loginOnly
      : words.neither;
  const notified = phone.notified.map(({sentTo}) => sentTo);
  return stepCard(view, {
    step: 3,
    heading: html`<span class="success">${checkIcon}</span>${words.heading(phone.phone)}`,
    body: html`
      ${methodMarks(phone, texts.methods, true)}
      <div class="paragraphs">
        <p>${ability}</p>
        ${notified.length > 0 ? html`<p>${words.notified(list(notified, language))}</p>` : nothing}
        ${
          phone.cancellationBlockedUntil
            ? html`<p>${words.cancellation(moment(phone.cancellationBlockedUntil, language))}</p>`
            : nothing
        }
        <p class="muted small">${words.at(moment(phone.changedAt, language))}</p>
      </div>
      <div class="actions" part="actions">
        ${actionButton({
          label: texts.common.done,
          kind: 'primary',
          working: busy,
          doing: texts.common.loading,
          press: () => view.act('leave', () => flow.leave()),
        })}
      </div>
    `,
  });
}
