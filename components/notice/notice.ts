import {html, nothing, type TemplateResult} from 'lit';
import {attentionIcon} from '../internal/icons.js';

/** Draws a message about the whole card, with an action when there is one. `small` is for customer service. */
export function notice(message: string, small?: string, action?: TemplateResult): TemplateResult {
  return html`
    <div class="notice" part="notice">
      ${attentionIcon}
      <div>
        <p>${message}</p>
        ${small ? html`<p class="small">${small}</p>` : nothing}${action}
      </div>
    </div>
  `;
}
