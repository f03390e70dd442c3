import {expect, waitUntil} from '@open-wc/testing';
import {SecurityPhoneEditorElement} from '../../components/index.js';
import {tokens} from '../../components/internal/tokens.js';
import {styles as laterStyles} from '../../components/security-phone-editor/steps/steps.styles.js';
import {show} from '../support/browser/page.js';
import {flowAt, known} from '../support/browser/sample-states.js';

const css = [...SecurityPhoneEditorElement.elementStyles, ...laterStyles]
  .map((style) => ('cssText' in style ? style.cssText : ''))
  .join('\n');
const names = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''));

describe('Tokens', () => {
  const defined = names(tokens.cssText, /^\s*(--_[\w-]+):/gm);
  const used = names(css, /var\((--_[\w-]+)/g);

  it('are all defined', () => {
    expect([...used].filter((name) => !defined.has(name))).to.deep.equal([]);
  });

  it('are all used', () => {
    expect([...defined].filter((name) => !used.has(name))).to.deep.equal([]);
  });

  it('are public in one place only', () => {
    const elsewhere = css.replaceAll(tokens.cssText, '');
    expect(elsewhere).not.to.match(/--account-/);
    expect(elsewhere).not.to.match(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i);
  });

  it('change the look from outside', async () => {
    const page = await show(flowAt({step: 'choose', ...known}));
    page.editor.style.setProperty('--account-color-accent', 'rgb(1, 2, 3)');
    const button = page.button('primary');
    if (!button) throw new Error('There is no button.');
    await waitUntil(() => getComputedStyle(button).backgroundColor === 'rgb(1, 2, 3)');
  });

  it('leave only logical directions to styles', () => {
    expect(css).not.to.match(
      /(margin|padding|border)-(left|right|top|bottom)|(?<![\w-])(left|right|float):|text-align: (left|right)/,
    );
  });
});
