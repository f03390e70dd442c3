import {css} from 'lit';
import {choiceListStyles} from '../../choice-list/choice-list.js';
import {codeFieldStyles} from '../../code-field/code-field.js';
import {form} from '../../internal/form.styles.js';
import {phoneFieldStyles} from '../../phone-field/phone-field.js';
import {stepListStyles} from '../../step-list/step-list.js';
import {textFieldStyles} from '../../text-field/text-field.js';

const own = css`
  .success {
    flex: none;
    display: inline-grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    border-radius: 50%;
    color: var(--_ok);
    background: var(--_ok-soft);
  }
  h2:has(.success) {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .paragraphs {
    display: grid;
    gap: 8px;
    margin-block-start: 16px;
  }
  .start {
    justify-content: flex-start;
    margin-block-start: 16px;
  }
  .aside {
    margin-block-start: 20px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  h3 {
    font-size: 1em;
    font-weight: 650;
  }
  .hours {
    margin-block-start: 8px;
  }
  .wait {
    margin-block-start: 16px;
    font-size: 1.2em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
`;

export const styles = [form, textFieldStyles, codeFieldStyles, phoneFieldStyles, choiceListStyles, stepListStyles, own];
