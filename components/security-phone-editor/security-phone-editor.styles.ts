import {css} from 'lit';

/** The first screen; the later steps bring their own. */
export const styles = css`
  .card {
    position: relative;
  }
  .methods {
    margin-block-start: 8px;
  }
  .method {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding-block: 16px;
  }
  .method:last-child {
    padding-block-end: 0;
  }
  .method + .method {
    border-block-start: 1px solid var(--_line);
  }
  .masked {
    font-size: 1.067em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  ::slotted([slot='help']) {
    display: block;
    margin-block-start: 16px;
  }
`;
