// A page of a portal with an editor on it, in the operator's verbs.
import {aTimeout, fixture, html, waitUntil} from '@open-wc/testing';
import type {AccountProviderElement, Messages, SecurityPhoneEditorElement} from '../../../components/index.js';
import type {SecurityPhoneChangeFlow} from '../../../src/index.js';
import '../../../components/account-provider/define.js';
import '../../../components/security-phone-editor/define.js';
import type {TestAccount} from './account-service.js';

const patience = {timeout: 5000, interval: 10};

/** One editor, and the operator in front of it. */
export class Page {
  readonly editor: SecurityPhoneEditorElement;

  constructor(editor: SecurityPhoneEditorElement) {
    this.editor = editor;
  }

  get root(): ShadowRoot {
    const {shadowRoot} = this.editor;
    if (!shadowRoot) throw new Error('The editor has not been drawn.');
    return shadowRoot;
  }

  /** What stands on the card, the announcement aside. */
  get text(): string {
    return readable(this.root.querySelector('.face'));
  }

  /** What was announced to screen readers. */
  get announcement(): string {
    return this.root.querySelector('[role=status]')?.textContent.trim() ?? '';
  }

  get step(): string | undefined {
    return this.root.querySelector<HTMLElement>('[data-step]')?.dataset.step;
  }

  get focused(): Element | null {
    return this.root.activeElement;
  }

  field(name: string): HTMLInputElement {
    const field = this.root.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (!field) throw new Error(`There is no field ${name} at ${this.step ?? 'no step'}: ${this.text}`);
    return field;
  }

  /** What stands below a field. */
  note(name: string): string {
    return readable(this.root.querySelector(`#${name}-note`));
  }

  async sees(words: string | RegExp): Promise<void> {
    const shown = () => (typeof words === 'string' ? this.text.includes(words) : words.test(this.text));
    await this.#until(shown, () => `"${String(words)}" is not on: ${this.text}`);
  }

  async hears(words: string): Promise<void> {
    await this.#until(
      () => this.announcement.includes(words),
      () => `"${words}" was not announced, but "${this.announcement}"`,
    );
  }

  async arrivesAt(step: string): Promise<void> {
    await this.#until(
      () => this.step === step && this.button('primary')?.ariaDisabled !== 'true',
      () => `is at ${this.step ?? 'no step'}, not at ${step}: ${this.text}`,
    );
  }

  /** The button with these words, or the main one. */
  button(words: string): HTMLElement | undefined {
    const buttons = [...this.root.querySelectorAll<HTMLElement>('button, a.button')];
    return words === 'primary'
      ? buttons.find((button) => button.classList.contains('primary'))
      : buttons.find((button) => readable(button).includes(words));
  }

  async presses(words: string): Promise<void> {
    await this.#until(
      () => this.button(words) !== undefined,
      () => `There is no button "${words}": ${this.text}`,
    );
    const button = this.button(words);
    button?.focus();
    button?.click();
  }

  async chooses(words: string): Promise<void> {
    await this.arrivesAt('choose');
    const choice = [...this.root.querySelectorAll('label')].find((label) => label.textContent.includes(words));
    if (!choice) throw new Error(`There is no choice "${words}".`);
    choice.click();
  }

  /** Types over what stands in the field. */
  types(name: string, text: string): void {
    const field = this.field(name);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, inputType: 'insertText', data: text}));
  }

  /** Types and sends with the main button. */
  async enters(name: string, text: string): Promise<void> {
    this.types(name, text);
    await this.presses('primary');
  }

  /** Goes as far as the first code, by the method with these words. */
  async asksForCode(words = 'Phone'): Promise<void> {
    await this.presses('Change');
    await this.chooses(words);
    await this.presses('Get code');
    await this.arrivesAt('identify');
  }

  /** Proves identity, by phone. */
  async identifies(account: TestAccount): Promise<void> {
    await this.asksForCode();
    await this.enters('code', await account.newestCode());
    await this.arrivesAt('propose');
  }

  async #until(holds: () => boolean, otherwise: () => string): Promise<void> {
    try {
      await waitUntil(holds, undefined, patience);
    } catch {
      throw new Error(otherwise());
    }
    await this.editor.updateComplete;
  }
}

/** Opens a page with an editor that speaks to the service for this account. */
export async function open(account: TestAccount, {lang = 'en', messages}: {lang?: string; messages?: Messages} = {}) {
  const provider = await fixture<AccountProviderElement>(html`
    <account-provider
      lang=${lang}
      endpoint=${account.endpoint}
      .fetchClientSecret=${account.fetchClientSecret}
      .messages=${messages}
    >
      <security-phone-editor></security-phone-editor>
    </account-provider>
  `);
  return new Page(editorIn(provider));
}

/** Opens a page with an editor that shows a prepared conversation. */
export async function show(flow: SecurityPhoneChangeFlow, lang = 'en'): Promise<Page> {
  const stage = await fixture<HTMLElement>(html`
    <div lang=${lang}><security-phone-editor .flow=${flow}></security-phone-editor></div>
  `);
  const page = new Page(editorIn(stage));
  await waitUntil(() => page.step === flow.state.step, `never at ${flow.state.step}`, patience);
  return page;
}

/** The words that a reader sees. */
export function readable(element: Element | null): string {
  if (!element) return '';
  const hidden = (node: Node): boolean =>
    node instanceof Element && (node.classList.contains('off') || node.localName === 'option');
  const read = (node: Node): string =>
    node instanceof Text ? node.data : hidden(node) ? '' : [...node.childNodes].map(read).join(' ');
  return read(element).replace(/\s+/g, ' ').trim();
}

/** Lets everything that is ready to run do so. */
export const settle = (): Promise<void> => aTimeout(0);

function editorIn(element: Element): SecurityPhoneEditorElement {
  const editor = element.querySelector('security-phone-editor');
  if (!editor) throw new Error('There is no editor.');
  return editor;
}
