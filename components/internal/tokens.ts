import {css} from 'lit';

/**
 * The look in one place. Portals set the public `--account-*` properties anywhere above an element; here each is
 * resolved once into a private `--_*`, and all other styles use only those. Colours follow the page's `color-scheme`.
 */
export const tokens = css`
  :host {
    --_surface: var(--account-color-surface, light-dark(#ffffff, #151c25));
    --_sunken: var(--account-color-sunken, light-dark(#f2f4f7, #1b2430));
    --_text: var(--account-color-text, light-dark(#17202e, #e7ecf3));
    --_muted: var(--account-color-muted, light-dark(#5a6678, #9aa8ba));
    --_line: var(--account-color-line, light-dark(#e3e7ed, #2a3543));
    --_control-line: var(--account-color-control-line, light-dark(#7f899b, #728196));
    --_accent: var(--account-color-accent, light-dark(#0b7a69, #4fd1b5));
    --_on-accent: var(--account-color-on-accent, light-dark(#ffffff, #06251f));
    --_accent-soft: var(--account-color-accent-soft, light-dark(#e5f4f1, #12312d));
    --_ok: var(--account-color-ok, light-dark(#14733b, #6fd08f));
    --_ok-soft: var(--account-color-ok-soft, light-dark(#e6f4ea, #12301f));
    --_warning: var(--account-color-warning, light-dark(#8a5a00, #f0c060));
    --_warning-soft: var(--account-color-warning-soft, light-dark(#fff5de, #2e2611));
    --_error: var(--account-color-error, light-dark(#b3261e, #ff8f86));
    --_error-soft: var(--account-color-error-soft, light-dark(#fdecea, #3a1917));
    --_radius-card: var(--account-radius-card, 14px);
    --_radius-control: var(--account-radius-control, 8px);
    --_padding: var(--account-card-padding, 24px);
    display: block;
    font: inherit;
    font-size: var(--account-font-size, 15px);
    line-height: 1.5;
  }
  :host([hidden]) {
    display: none;
  }
`;
