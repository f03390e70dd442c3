import {css} from 'lit';

/** What a card with a form is made of besides its fields: its ways on, and links. */
export const form = css`
  h2:focus {
    outline: none;
  }
  .button {
    text-decoration: none;
  }
  .primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: transparent;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  .plain {
    color: var(--_accent);
    background: none;
    border-color: transparent;
    padding-inline: 8px;
    margin-inline: -9px;
  }
  /* Beside a field nothing stands after it that could move. */
  .plain > .off {
    display: none;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 3px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 12px;
    margin-block-start: 24px;
  }
  @container (max-width: 420px) {
    .actions > * {
      flex: 1 1 auto;
    }
  }
  @media (forced-colors: active) {
    .primary {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
    .plain {
      margin-inline: 0;
    }
  }
`;
