import {css, html, nothing, type TemplateResult} from 'lit';

export interface TextField {
  /** The name of the control in its form; ids are made from it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the entry; takes the place of the hint. */
  readonly problem?: string | undefined;
  /** The control: its id is `name`, and it is described by `<name>-note`. */
  readonly control: TemplateResult;
  /** Stands beside the note. */
  readonly aside?: TemplateResult | undefined;
}

/** Gives what stands in a field of the form that is submitted. */
export function entered({currentTarget}: Event, name: string): string {
  const value = currentTarget instanceof HTMLFormElement ? new FormData(currentTarget).get(name) : '';
  return typeof value === 'string' ? value : '';
}

/** Draws a label, a control and a note that is hint or problem, in one place, so that nothing jumps. */
export function textField({name, label, hint, problem, control, aside}: TextField): TemplateResult {
  return html`
    <div class="field ${problem ? 'wrong' : ''}" part="field">
      <label part="label" for=${name}>${label}</label>
      ${control}
      <div class="note">
        <p id="${name}-note" class="small" part=${problem ? 'problem' : 'hint'}>${problem ?? hint ?? nothing}</p>
        ${aside}
      </div>
    </div>
  `;
}

export const textFieldStyles = css`
  .field {
    margin-block-start: 16px;
  }
  .field label {
    display: block;
    margin-block-end: 6px;
    font-weight: 600;
  }
  input:not([type='radio']),
  select {
    inline-size: 100%;
    min-block-size: 42px;
    padding: 8px 12px;
    /* Below 16 px a telephone zooms into the field. */
    font: inherit;
    font-size: max(1em, 16px);
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-control);
  }
  .wrong input {
    border-color: var(--_error);
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    column-gap: 16px;
    min-block-size: 1.5em;
    margin-block-start: 6px;
    color: var(--_muted);
  }
  .wrong .note > p {
    color: var(--_error);
  }
  .note .button {
    min-block-size: 32px;
    padding-block: 2px;
    font-size: 0.867em;
  }
  .note .button[aria-disabled='true'] {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }
`;
