import assert from 'node:assert/strict';
import type {BrowserContext, Locator, Page} from 'playwright-core';
import {en, type Texts} from '../../../components/locales/en.ts';
import {zhCN} from '../../../components/locales/zh-CN.ts';
import type {Message} from '../../../examples/portal/backend/sample-accounts.ts';
import type {Stage} from './stage.ts';

export type Language = 'en' | 'zh-CN';

const patience = 15_000;

/**
 * An operator in front of the portal: one browser profile, one account. Every verb waits until it can be done, and
 * fails with the verb's own words when it cannot.
 */
export class Operator {
  readonly page: Page;
  readonly #stage: Stage;
  readonly #language: Language;
  /** Messages that were read before: the next code is in a newer one. */
  readonly #read = new Set<string>();

  constructor(stage: Stage, page: Page, language: Language = 'en') {
    this.#stage = stage;
    this.page = page;
    this.#language = language;
    page.setDefaultTimeout(patience);
  }

  /** The element's words in the operator's language. */
  get words(): Texts {
    return this.#language === 'en' ? en : zhCN;
  }

  get editor(): Locator {
    return this.page.locator('security-phone-editor');
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** Logs in at the portal as a fresh account of this kind, and waits until the element shows something. */
  async opens(persona: string): Promise<void> {
    await this.page.goto(this.#stage.portal.url);
    await this.page.locator(`[data-persona="${persona}"] button`).click();
    await this.page.waitForURL('**/security');
    await this.arrives();
  }

  /** Waits until the element has its first answer. */
  async arrives(): Promise<void> {
    await this.editor.locator('[data-step]:not([data-step="start"])').first().waitFor();
  }

  /** The account that the operator is logged in with. */
  async accountId(): Promise<string> {
    return (await this.page.locator('#account-id').textContent()) ?? '';
  }

  /** Chooses a method to receive the code with. */
  async chooses(title: string | RegExp): Promise<void> {
    await this.editor.getByRole('radio', {name: title}).check();
  }

  /** Presses a button of the element. */
  async presses(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  button(name: string | RegExp): Locator {
    return this.editor.getByRole('button', {name, exact: typeof name === 'string'});
  }

  /** Types into a field of the element, by its label. */
  async enters(label: string | RegExp, value: string): Promise<void> {
    await this.editor.getByLabel(label).fill(value);
  }

  /** Types into the field for a code. */
  async entersTheCode(code: string): Promise<void> {
    await this.codeField.fill(code);
  }

  get codeField(): Locator {
    const {smsLabel, emailLabel} = this.words.code;
    return this.editor.getByLabel(smsLabel).or(this.editor.getByLabel(emailLabel));
  }

  get numberField(): Locator {
    return this.editor.getByLabel(this.words.phone.number);
  }

  /** Waits until the element shows a text. */
  async sees(text: string | RegExp): Promise<void> {
    const shown = this.editor.getByText(text).filter({visible: true}).first();
    await this.#waitsFor(shown, `to see "${String(text)}"`);
  }

  /** Waits until the element stands at a step. */
  async isAt(step: string): Promise<void> {
    await this.#waitsFor(this.editor.locator(`[data-step="${step}"]`), `to be at "${step}"`);
  }

  /** Waits for something in the element; when it does not come, says what is there instead. */
  async #waitsFor(wanted: Locator, what: string): Promise<void> {
    try {
      await wanted.waitFor();
    } catch {
      const there = await this.editor.locator('[data-step]').allInnerTexts();
      assert.fail(`the operator waited ${what}; there was: ${there.join(' ').replaceAll(/\s+/g, ' ')}`);
    }
  }

  /** Waits for a message of the account that was not read before and gives its code. */
  async readsTheCode(channel: Message['channel'] = 'sms'): Promise<string> {
    const message = await this.#stage.nextMessage(await this.accountId(), this.#read, channel);
    assert.ok(message.code, 'the message holds a code');
    return message.code;
  }

  /** All messages of the account so far. */
  async messages(): Promise<readonly Message[]> {
    return this.#stage.messages(await this.accountId());
  }

  /** From the overview to the choice of methods, or to what stands in its place. */
  async begins(): Promise<void> {
    // A screen reader is told more than the word that is to be seen.
    await this.presses(new RegExp(`^${this.words.overview.change}`));
  }

  /** From the overview to the field for the code. */
  async asksForACode(by: 'phone' | 'email' = 'phone'): Promise<void> {
    await this.begins();
    const {choose} = this.words.securityPhoneChange;
    await this.chooses(new RegExp(`^${choose[by]('')}`));
    await this.presses(choose.send);
    await this.isAt('identify');
  }

  /** From the overview to the field for the new number. */
  async provesIdentity(by: 'phone' | 'email' = 'phone'): Promise<void> {
    await this.asksForACode(by);
    await this.entersTheCode(await this.readsTheCode(by === 'phone' ? 'sms' : 'email'));
    await this.presses(this.words.common.next);
    await this.isAt('propose');
  }

  /** From the field for the new number to the field for its code. */
  async entersTheNewNumber(number: string): Promise<void> {
    await this.enters(this.words.phone.number, number);
    await this.presses(this.words.securityPhoneChange.propose.send);
    await this.isAt('confirm');
  }

  /** From the field for the new number's code to the end. */
  async confirms(): Promise<void> {
    await this.entersTheCode(await this.readsTheCode());
    await this.presses(this.words.securityPhoneChange.confirm.submit);
    await this.isAt('done');
  }

  /** Opens the same page in a second tab of the same browser. */
  async opensASecondTab(): Promise<Operator> {
    const page = await this.context.newPage();
    const other = new Operator(this.#stage, page, this.#language);
    await page.goto(`${this.#stage.portal.url}/security`);
    await other.arrives();
    return other;
  }

  /** Brings the tab to the front: browsers slow down what is behind. */
  turnsToTheTab(): Promise<void> {
    return this.page.bringToFront();
  }

  async reloads(): Promise<void> {
    await this.page.reload();
    await this.arrives();
  }

  goesOffline(): Promise<void> {
    return this.context.setOffline(true);
  }

  comesBack(): Promise<void> {
    return this.context.setOffline(false);
  }
}
