import {html, nothing, type TemplateResult} from 'lit';
import {attentionIcon, loginIcon, shieldIcon} from '../internal/icons.js';
import type {FirstScreenTexts} from '../locales/en.first-screen.js';

export interface Marks {
  readonly usableForVerification: boolean;
  readonly usableForLogin: boolean;
  /** False for an email that was never confirmed. */
  readonly verified?: boolean;
}

/** Draws what a phone or email can do, as pills with icon and words. `full` also says what it cannot do. */
export function methodMarks(marks: Marks, texts: FirstScreenTexts['methods'], full = false): TemplateResult {
  const {usableForVerification, usableForLogin, verified = true} = marks;
  const pill = (kind: string, icon: TemplateResult, words: string) =>
    html`<li class="pill ${kind}" part="mark">${icon}${words}</li>`;
  return html`
    <ul class="pills">
      ${
        usableForVerification
          ? pill('ok', shieldIcon, texts.verification)
          : verified
            ? pill('', shieldIcon, texts.notVerification)
            : pill('warning', attentionIcon, texts.unverified)
      }
      ${usableForLogin ? pill('ok', loginIcon, texts.login) : full ? pill('', loginIcon, texts.notLogin) : nothing}
    </ul>
  `;
}
