import {html, nothing, type TemplateResult} from 'lit';
import type {Account} from '../../../src/index.js';
import {safeUrl, telephoneUrl} from '../../internal/safe-url.js';
import type {View} from '../view.js';

/** Draws a link that leads out of the portal, or nothing when the address is not one to lead to. */
export function outLink(url: string, words: string, kind?: 'primary' | 'secondary'): TemplateResult | typeof nothing {
  const href = safeUrl(url);
  return href
    ? html`
        <a
          class=${kind ? `button ${kind}` : ''}
          part=${kind ? `button ${kind}-button` : 'link'}
          href=${href}
          target="_blank"
          rel="noopener noreferrer"
          >${words}</a
        >
      `
    : nothing;
}

/** Draws how to reach a person; `primary` where that is the only way on. */
export function contacts(
  {support}: Account,
  {texts}: View,
  kind: 'primary' | 'secondary' = 'secondary',
): TemplateResult {
  const telephone = telephoneUrl(support.phone);
  const words = texts.common.customerService(support.phone);
  return html`
    <div class="actions start" part="actions">
      ${
        telephone
          ? html`<a class="button ${kind}" part="button ${kind}-button" href=${telephone}>${words}</a>`
          : html`<p>${words}</p>`
      }
      ${outLink(support.ticketUrl, texts.common.ticket, 'secondary')}
    </div>
    ${
      support.hours
        ? html`<p class="hours muted small">${texts.securityPhoneChange.noMethod.hours(support.hours)}</p>`
        : nothing
    }
  `;
}
