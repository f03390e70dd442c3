import {css, html, type TemplateResult} from 'lit';
import type {Texts} from '../locales/en.js';

/** Draws where the operator is: a bar, a number and a word a step; one line when there is no room. `current` counts from 1. */
export function stepList(names: readonly string[], current: number, texts: Texts['common']): TemplateResult {
  return html`
    <p class="step-line small muted" part="step-line" aria-hidden="true">
      ${texts.stepOf(current, names.length, names[current - 1] ?? '')}
    </p>
    <ol class="steps small" part="steps" aria-label=${texts.steps}>
      ${names.map(
        (name, index) => html`
          <li class=${index < current ? 'reached' : ''} aria-current=${index + 1 === current ? 'step' : 'false'}>
            ${index + 1} ${name}
          </li>
        `,
      )}
    </ol>
  `;
}

export const stepListStyles = css`
  .steps {
    display: flex;
    gap: 8px;
    margin: 0 0 20px;
    padding: 0;
    list-style: none;
    color: var(--_muted);
  }
  .steps li {
    flex: 1;
    padding-block-start: 6px;
    border-block-start: 3px solid var(--_line);
  }
  .steps .reached {
    border-color: var(--_accent);
    color: var(--_text);
  }
  .steps [aria-current='step'] {
    font-weight: 650;
  }
  .step-line {
    display: none;
    margin-block-end: 8px;
  }
  @container (max-width: 400px) {
    .step-line {
      display: block;
    }
    .steps {
      gap: 4px;
      margin-block-end: 16px;
    }
    .steps li {
      padding: 0;
      block-size: 3px;
      overflow: hidden;
      color: transparent;
    }
  }
  @media (forced-colors: active) {
    .steps li {
      border-color: GrayText;
    }
    .steps .reached {
      border-color: Highlight;
    }
  }
`;
