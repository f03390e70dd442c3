import {html, nothing, type TemplateResult} from 'lit';

export interface ActionButton {
  readonly label: string;
  /** What the button says while its request is under way. */
  readonly doing?: string | undefined;
  readonly kind?: 'primary' | 'secondary' | 'plain';
  readonly type?: 'button' | 'submit';
  /** True while this button's own request is under way. */
  readonly working?: boolean;
  /** True while it can do nothing; it stays in reach and keeps its look, so that nothing jumps. */
  readonly resting?: boolean;
  readonly press?: () => void;
  /** The id of what the button is about: screen readers say it after the label. Needs an `id`. */
  readonly about?: string;
  readonly id?: string;
}

/** Draws a button that keeps its width while it works, and says what it does. */
export function actionButton({
  label,
  doing,
  kind = 'secondary',
  type = 'button',
  ...rest
}: ActionButton): TemplateResult {
  const {working = false, resting = working, press, id, about} = rest;
  return html`
    <button
      class="button ${kind}"
      part="button ${kind}-button"
      type=${type}
      aria-disabled=${resting ? 'true' : 'false'}
      id=${id ?? nothing}
      aria-labelledby=${id && about ? `${id} ${about}` : nothing}
      @click=${press}
    >
      <span class=${working ? 'off' : ''}>${label}</span>
      ${doing === undefined ? nothing : html`<span class=${working ? '' : 'off'}>${doing}</span>`}
    </button>
  `;
}
