import {html, type TemplateResult} from 'lit';
import {actionButton} from '../../action-button/action-button.js';
import {countdown} from '../../internal/format.js';
import type {At, View} from '../view.js';
import {contacts, outLink} from './contacts.js';
import {stepCard} from './step-card.js';

/** A JD account: its phone is changed in JD Mall, or here after the upgrade. */
export function jdAccount(view: View, {account}: At<'jdAccount'>): TemplateResult {
  const words = view.texts.securityPhoneChange.jdAccount;
  return stepCard(view, {
    heading: words.heading,
    intro: words.intro,
    body: html`
      <div class="actions start" part="actions">
        ${outLink(account.links.jdMallSecurity, words.open, 'primary')}
        ${outLink(account.links.jdAccountPhoneHelp, words.help, 'secondary')}
      </div>
      <div class="aside">
        <h3 aria-level=${view.headingLevel + 1}>${words.upgradeHeading}</h3>
        <p class="muted">${words.upgradeIntro}</p>
        ${
          view.upgradeRefused
            ? html`
                <p>${words.upgradeElsewhere}</p>
                ${contacts(account, view)}
              `
            : html`
                <div class="actions start" part="actions">
                  ${actionButton({label: words.upgrade, press: () => view.requestUpgrade()})}
                </div>
              `
        }
      </div>
    `,
  });
}

/** Nothing can prove the operator's identity: customer service. */
export function noMethod(view: View, {account}: At<'noMethod'>): TemplateResult {
  const {texts, flow, busy} = view;
  const words = texts.securityPhoneChange.noMethod;
  return stepCard(view, {
    heading: words.heading,
    intro: words.intro,
    body: html`
      ${contacts(account, view, 'primary')}
      <div class="actions" part="actions">
        ${actionButton({label: texts.common.back, resting: busy, press: () => view.act('leave', () => flow.leave())})}
      </div>
    `,
  });
}

/** No code is sent or checked for a while. The end of a long lock is in the hands of customer service. */
export function locked(view: View, {account, until}: At<'locked'>): TemplateResult {
  const {texts, language, flow, busy, action} = view;
  const words = texts.securityPhoneChange.locked;
  const remaining = view.remaining(until);
  return stepCard(view, {
    heading: words.heading,
    intro: words.intro,
    body: html`
      <p class="wait">${remaining > 0 ? words.wait(countdown(remaining, language)) : words.over}</p>
      ${
        remaining > 0
          ? html`
              <div class="aside">
                <p class="muted">${words.help}</p>
                ${contacts(account, view)}
              </div>
            `
          : html`
              <div class="actions" part="actions">
                ${actionButton({
                  label: texts.common.retry,
                  doing: texts.common.retrying,
                  kind: 'primary',
                  working: busy && action === 'retry',
                  press: () => view.act('retry', () => flow.leave()),
                })}
              </div>
            `
      }
    `,
  });
}
