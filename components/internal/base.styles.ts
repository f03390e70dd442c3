import {css} from 'lit';

/** What every card is made of: the frame, its words, its buttons. Knows no field. */
export const base = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .card {
    container-type: inline-size;
    background: var(--_surface);
    color: var(--_text);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    padding: clamp(16px, 5%, var(--_padding));
    text-align: start;
    overflow-wrap: anywhere;
  }
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  h2 {
    font-size: 1.2em;
    line-height: 1.35;
    font-weight: 650;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.867em;
  }
  h2 + .intro {
    margin-block-start: 4px;
  }
  .icon {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .button {
    display: inline-grid;
    place-items: center;
    min-block-size: 42px;
    padding: 8px 18px;
    font: inherit;
    font-weight: 600;
    line-height: 1.4;
    text-align: center;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-control);
    cursor: pointer;
  }
  .button:hover {
    background: var(--_sunken);
  }
  .button > span {
    grid-area: 1 / 1;
  }
  .off {
    visibility: hidden;
  }
  [aria-disabled='true'] {
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .announcement {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 6px;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 2px 9px;
    font-size: 0.867em;
    border-radius: 12px;
    border: 1px solid transparent;
    color: var(--_muted);
    background: var(--_sunken);
  }
  .pill.ok {
    color: var(--_ok);
    background: var(--_ok-soft);
  }
  .pill.warning {
    color: var(--_warning);
    background: var(--_warning-soft);
  }
  .notice {
    display: flex;
    gap: 10px;
    margin-block-start: 16px;
    padding: 10px 12px;
    border: 1px solid color-mix(in srgb, currentColor 25%, transparent);
    border-radius: 10px;
    color: var(--_error);
    background: var(--_error-soft);
  }
  .notice:first-child {
    margin: 0;
  }
  .notice .button {
    margin-block-start: 10px;
  }
  .notice .icon {
    margin-block-start: 0.2em;
  }
  .bone {
    block-size: 14px;
    margin-block-start: 16px;
    border-radius: 7px;
    background: var(--_sunken);
  }
  .bone:first-child {
    inline-size: 45%;
    block-size: 20px;
    margin: 0;
  }
  .bone:last-child {
    inline-size: 70%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .button {
      transition: background-color 120ms;
    }
    .face {
      animation: arrive 160ms ease-out;
    }
    @keyframes arrive {
      from {
        opacity: 0;
        translate: 0 4px;
      }
    }
  }
  /* A fast answer shows no skeleton: it would only flicker. */
  .skeleton {
    animation: appear 1ms 300ms both;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .pill {
      border-color: currentColor;
    }
    .bone {
      background: GrayText;
    }
  }
`;
