import {css, html, nothing, type TemplateResult} from 'lit';

export interface Choice {
  readonly value: string;
  readonly title: string;
  /** When it fits. */
  readonly when: string;
  readonly available: boolean;
}

/** Draws choices as whole-row radio buttons of one group, the first that is available chosen. */
export function choiceList(name: string, legend: string, choices: readonly Choice[]): TemplateResult {
  const first = choices.find(({available}) => available);
  return html`
    <fieldset part="choices">
      <legend>${legend}</legend>
      ${choices.map(
        (choice) => html`
          <label class="choice" part="choice">
            <input
              type="radio"
              name=${name}
              value=${choice.value}
              .checked=${choice === first}
              ?disabled=${!choice.available}
            />
            <span>
              <span class="title"><bdi>${choice.title}</bdi></span>
              ${choice.when ? html`<span class="when small">${choice.when}</span>` : nothing}
            </span>
          </label>
        `,
      )}
    </fieldset>
  `;
}

export const choiceListStyles = css`
  fieldset {
    margin: 16px 0 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0 0 6px;
    font-weight: 600;
  }
  .choice {
    display: flex;
    gap: 12px;
    padding: 12px 14px;
    border: 1px solid var(--_control-line);
    border-radius: 10px;
    cursor: pointer;
  }
  .choice + .choice {
    margin-block-start: 10px;
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .choice:has(:disabled) {
    cursor: default;
    border-style: dashed;
  }
  .choice input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 2px 0;
    accent-color: var(--_accent);
  }
  .choice input:focus-visible {
    outline: none;
  }
  .title,
  .when {
    display: block;
  }
  .title {
    font-weight: 600;
  }
  .when,
  .choice:has(:disabled) .title {
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      border: 2px solid Highlight;
      padding: 11px 13px;
    }
  }
`;
