import {expect} from '@open-wc/testing';
import {defineElement, version} from '../../components/internal/define-element.js';
import {SecurityPhoneEditorElement} from '../../components/index.js';
import '../../components/account-kit.js';

describe('Two copies of the kit on one page', () => {
  let warnings: string[];
  const {warn} = console;

  beforeEach(() => {
    warnings = [];
    console.warn = (text: string) => void warnings.push(text);
  });

  afterEach(() => {
    console.warn = warn;
  });

  it('keep the first, and say so once, with both versions', () => {
    const first = customElements.get('security-phone-editor');
    defineElement('security-phone-editor', class extends HTMLElement {});
    expect(customElements.get('security-phone-editor')).to.equal(first);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.include('<security-phone-editor> is defined already by account-kit').and.include(version);
  });

  it('say when the tag is somebody else’s', () => {
    customElements.define('taken-by-the-page', class extends HTMLElement {});
    defineElement('taken-by-the-page', class extends HTMLElement {});
    expect(warnings[0]).to.include('something else');
  });

  it('say nothing when the same definition is loaded twice', () => {
    defineElement('security-phone-editor', SecurityPhoneEditorElement);
    expect(warnings).to.deep.equal([]);
  });
});
