// Every step read by axe, in both languages and both themes, at 320 px; and the whole way by keyboard.
// With SCREENSHOTS=<folder> every step is also kept as a picture.
import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {after, before, suite, test} from 'node:test';
import type {Page} from 'playwright-core';
import type {Language, Operator} from './support/operator.ts';
import {Stage} from './support/stage.ts';

interface AxeResults {
  readonly violations: readonly {readonly id: string; readonly nodes: readonly {readonly target: unknown}[]}[];
}

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const {SCREENSHOTS: pictures} = process.env;

suite('everybody can change the security phone', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.opens();
    if (pictures) mkdirSync(pictures, {recursive: true});
  });
  after(async () => {
    await stage.closes();
  });

  /** Reads the page with axe; fails on any violation, and when something is wider than the window. */
  const reads = async (page: Page, name: string) => {
    if (pictures) await page.screenshot({path: join(pictures, `${name}.png`), fullPage: true});
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({path: axeSource});
    const {violations} = await page.evaluate(async () => {
      const axe = Reflect.get(globalThis, 'axe') as {run(options: object): Promise<AxeResults>};
      return axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']});
    });
    const found = violations.map(({id, nodes}) => `${id}: ${JSON.stringify(nodes.map(({target}) => target))}`);
    assert.deepEqual(found, [], `axe at ${name}`);
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(excess <= 0, `${name} is ${String(excess)} px wider than the window`);
  };

  const looks: readonly {language: Language; colorScheme: 'light' | 'dark'; width: number}[] = [
    {language: 'en', colorScheme: 'light', width: 1280},
    {language: 'zh-CN', colorScheme: 'dark', width: 1280},
    {language: 'en', colorScheme: 'dark', width: 320},
    {language: 'zh-CN', colorScheme: 'light', width: 320},
  ];
  for (const {language, colorScheme, width} of looks) {
    const look = `${language}-${colorScheme}-${String(width)}`;
    const see = () =>
      stage.operator({
        language,
        colorScheme,
        viewport: {width, height: width === 320 ? 640 : 900},
        // Colours are not read in the middle of a fade.
        reducedMotion: 'reduce',
        // For axe only; that nothing is stopped is shown elsewhere.
        bypassCSP: true,
      });

    test(`every step reads well: ${look}`, async () => {
      const operator = await see();
      const {page} = operator;
      await page.goto(stage.portal.url);
      await page.locator('[data-persona]').first().waitFor();
      await reads(page, `${look}-0-login`);
      await operator.opens('new-account');
      await reads(page, `${look}-1-overview`);
      await operator.begins();
      await operator.isAt('choose');
      await reads(page, `${look}-2-choose`);
      await operator.presses(operator.words.securityPhoneChange.choose.send);
      await operator.isAt('identify');
      await operator.entersTheCode('000');
      await operator.presses(operator.words.common.next);
      await operator.sees(operator.words.code.length(6));
      await reads(page, `${look}-3-identify`);
      await operator.entersTheCode(await operator.readsTheCode());
      await operator.presses(operator.words.common.next);
      await operator.isAt('propose');
      await reads(page, `${look}-4-propose`);
      await operator.entersTheNewNumber(stage.freshNumber());
      await reads(page, `${look}-5-confirm`);
      await page.click('#open-messages');
      await page.locator('.message-code').first().waitFor();
      await reads(page, `${look}-6-messages`);
      await page.click('#close-messages');
      await operator.confirms();
      await reads(page, `${look}-7-done`);
    });

    for (const persona of ['jd-account', 'locked', 'unverified-email']) {
      test(`${persona} reads well: ${look}`, async () => {
        const operator = await see();
        await operator.opens(persona);
        await reads(operator.page, `${look}-${persona}`);
      });
    }

    test(`without a method it reads well: ${look}`, async () => {
      const operator = await see();
      await operator.opens('no-usable-method');
      await operator.begins();
      await operator.isAt('noMethod');
      await reads(operator.page, `${look}-no-usable-method`);
    });
  }

  test('the whole way by keyboard', async () => {
    const operator = await stage.operator();
    const {page} = operator;
    await page.goto(stage.portal.url);
    await page.locator('[data-persona]').first().waitFor();
    await tabsTo(operator, 'button', /Log in as/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/security');
    await operator.isAt('overview');

    await tabsTo(operator, 'button', operator.words.overview.change);
    await page.keyboard.press('Enter');
    await operator.isAt('choose');
    await headingHasTheFocus(operator);
    await tabsTo(operator, 'input', /^$/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await operator.isAt('identify');
    await headingHasTheFocus(operator);
    await tabsTo(operator, 'input', /^$/);
    await page.keyboard.type(await operator.readsTheCode());
    await page.keyboard.press('Enter');
    await operator.isAt('propose');
    await headingHasTheFocus(operator);
    await tabsTo(operator, 'input', /^$/);
    await page.keyboard.type(stage.freshNumber());
    await page.keyboard.press('Enter');
    await operator.isAt('confirm');
    await headingHasTheFocus(operator);
    await tabsTo(operator, 'input', /^$/);
    await page.keyboard.type(await operator.readsTheCode());
    await page.keyboard.press('Enter');
    await operator.isAt('done');
    await headingHasTheFocus(operator);
    await tabsTo(operator, 'button', operator.words.common.done);
    await page.keyboard.press('Space');
    await operator.isAt('overview');
  });
});

/** The element with the focus, inside shadow roots too. */
function focused(page: Page): Promise<{name: string; text: string}> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const text = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return {name: element?.localName ?? '', text: text.trim()};
  });
}

/** Presses Tab until an element has the focus; fails when forty presses do not lead there. */
async function tabsTo({page}: Operator, name: string, text: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    const fits = typeof text === 'string' ? at.text.startsWith(text) : text.test(at.text);
    if (at.name === name && fits) return;
  }
  assert.fail(`Tab does not lead to ${name} ${String(text)}`);
}

async function headingHasTheFocus({page}: Operator): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.localName === 'h2');
}
