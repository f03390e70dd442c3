import {css, html, type TemplateResult} from 'lit';
import {textField} from '../text-field/text-field.js';

export interface CodeField {
  readonly label: string;
  readonly hint: string;
  readonly problem?: string | undefined;
  /** The button for a new code. */
  readonly aside: TemplateResult;
}

/**
 * Draws one real input for a one-time code, as `code` of its form. Browsers and telephones fill it as a whole; it has
 * no `maxlength`, which would cut such a fill and a paste with spaces.
 */
export function codeField({label, hint, problem, aside}: CodeField): TemplateResult {
  return textField({
    name: 'code',
    label,
    hint,
    problem,
    aside,
    control: html`
      <input
        id="code"
        name="code"
        part="input"
        class="code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        autocapitalize="off"
        spellcheck="false"
        dir="ltr"
        aria-describedby="code-note"
        aria-invalid=${problem ? 'true' : 'false'}
      />
    `,
  });
}

export const codeFieldStyles = css`
  .field .code {
    font-size: max(1.2em, 18px);
    font-weight: 600;
    letter-spacing: 0.35em;
    font-variant-numeric: tabular-nums;
  }
`;
