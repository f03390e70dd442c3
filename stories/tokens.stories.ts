import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/security-phone-editor/define.js';
import {flowAt, known} from '../test/support/browser/sample-states.js';
import './tokens.css';

/** The public tokens, each with what it is for. Set them anywhere above an element. */
export default {title: 'Tokens', tags: ['!autodocs']} satisfies Meta;

const colours = [
  ['surface', 'The card'],
  ['sunken', 'What lies deeper'],
  ['text', 'Text'],
  ['muted', 'Text of less weight'],
  ['line', 'Lines that only divide'],
  ['control-line', 'Borders of controls'],
  ['accent', 'Main action, links, focus'],
  ['on-accent', 'Text on the accent'],
  ['accent-soft', 'The ground of what is chosen'],
  ['ok', 'What went well'],
  ['ok-soft', 'Its ground'],
  ['warning', 'A warning'],
  ['warning-soft', 'Its ground'],
  ['error', 'A problem'],
  ['error-soft', 'Its ground'],
] as const;

const lengths = [
  ['radius-card', '14px', 'Corners of the card'],
  ['radius-control', '8px', 'Corners of buttons and inputs'],
  ['card-padding', '24px', 'Space inside the card'],
  ['font-size', '15px', 'Size of the text; the font itself is the page’s'],
] as const;

export const All: StoryObj = {
  render: () => html`
    <div class="tokens">
      <h1>Tokens</h1>
      <p>
        Custom properties that a portal sets anywhere above the elements. They follow the page’s
        <code>color-scheme</code>; use <code>light-dark()</code> to set both.
      </p>
      <h2>Colours</h2>
      <ul class="swatches">
        ${colours.map(
          ([name, meaning]) => html`
            <li>
              <span class="swatch ${name}"></span>
              <span><code>--account-color-${name}</code><br />${meaning}</span>
            </li>
          `,
        )}
      </ul>
      <h2>Lengths</h2>
      <dl>
        ${lengths.map(
          ([name, value, meaning]) => html`
            <dt><code>--account-${name}</code></dt>
            <dd>${meaning}: ${value}</dd>
          `,
        )}
      </dl>
      <h2>In use</h2>
      <security-phone-editor heading-level="3" .flow=${flowAt({step: 'choose', ...known})}></security-phone-editor>
    </div>
  `,
};
