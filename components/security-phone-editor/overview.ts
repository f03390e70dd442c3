import {html, nothing, type TemplateResult} from 'lit';
import type {VerificationMethod} from '../../src/index.js';
import {actionButton} from '../action-button/action-button.js';
import type {FirstScreenTexts} from '../locales/en.first-screen.js';
import {methodMarks} from '../method-marks/method-marks.js';

export interface Overview {
  readonly methods: readonly VerificationMethod[];
  readonly texts: FirstScreenTexts;
  readonly headingLevel: number;
  readonly notice: unknown;
  /** True while the next step is on its way. */
  readonly opening: boolean;
  readonly change: () => void;
}

/** Draws the verification methods and what each can do. */
export function overview({methods, texts, headingLevel, notice, opening, change}: Overview): TemplateResult {
  const words = texts.overview;
  const phones = methods.filter(({kind}) => kind === 'phone');
  const button = actionButton({
    label: words.change,
    id: 'change',
    about: 'security-phone',
    doing: words.opening,
    working: opening,
    press: change,
  });
  const row = (label: string, method: VerificationMethod | undefined, action: unknown) => html`
    <li class="method" part="method">
      <div>
        <p class="muted small" id=${action === nothing ? nothing : 'security-phone'}>${label}</p>
        <p class="masked"><bdi>${method?.masked ?? words.noPhone}</bdi></p>
        ${method ? methodMarks(method, texts.methods) : nothing}
      </div>
      ${action}
    </li>
  `;
  return html`<div class="face" data-step="overview" role="group" aria-labelledby="heading">
    <h2 id="heading" part="heading" tabindex="-1" aria-level=${headingLevel}>${words.heading}</h2>
    <p class="intro muted" part="intro">${words.intro}</p>
    ${notice}
    <ul class="methods">
      ${
        phones.length > 0
          ? phones.map((phone, index) => row(texts.methods.phone, phone, index === 0 ? button : nothing))
          : row(texts.methods.phone, undefined, button)
      }
      ${methods.map((method) => (method.kind === 'email' ? row(texts.methods.email, method, nothing) : nothing))}
    </ul>
  </div>`;
}
