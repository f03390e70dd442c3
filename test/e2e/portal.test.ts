// The portal around the elements: language, theme, messages, events, another account.
import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {Stage} from './support/stage.ts';

suite('a visitor of the portal', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.opens();
  });
  after(async () => {
    stage.assertNoViolations();
    await stage.closes();
  });

  test('changes the language in the middle: everything follows, and nothing that was typed is lost', async () => {
    const operator = await stage.operator();
    await operator.opens('new-account');
    await operator.provesIdentity();
    await operator.numberField.fill('13700001111');
    await operator.page.selectOption('#language', 'zh-CN');
    await operator.page.getByRole('heading', {name: '账号安全'}).waitFor();
    const field = operator.editor.locator('input[type="tel"]');
    await operator.editor.locator('[lang="zh-CN"], h2').getByText(/手机/).first().waitFor();
    assert.equal((await field.inputValue()).replaceAll(/\D/g, ''), '13700001111');
    await operator.page.reload();
    await operator.page.getByRole('heading', {name: '账号安全'}).waitFor();
    assert.equal(await operator.page.inputValue('#language'), 'zh-CN');
  });

  test('changes the theme: page and element follow at once, and after a reload', async () => {
    const operator = await stage.operator({colorScheme: 'light'});
    await operator.opens('new-account');
    const isDark = () =>
      operator.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme === 'dark');
    assert.equal(await isDark(), false);
    await operator.page.selectOption('#theme', 'dark');
    assert.equal(await isDark(), true);
    await operator.reloads();
    assert.equal(await isDark(), true);
  });

  test('reads the code in the drawer, copies it, and goes on beside it', async () => {
    const operator = await stage.operator({permissions: ['clipboard-read', 'clipboard-write']});
    const {page} = operator;
    await operator.opens('new-account');
    await page.getByRole('button', {name: 'Messages', exact: true}).click();
    await page.getByText('No messages yet.').waitFor();
    await operator.asksForACode();
    const drawer = page.getByRole('dialog', {name: 'Messages'});
    await drawer.getByRole('button', {name: 'Copy code'}).click();
    await drawer.getByRole('button', {name: 'Copied'}).waitFor();
    assert.match((await drawer.locator('time').first().textContent()) ?? '', /^\d+:\d\d/);
    await operator.codeField.focus();
    await page.keyboard.press('ControlOrMeta+v');
    await operator.presses(operator.words.common.next);
    await operator.isAt('propose');

    await drawer.getByRole('button', {name: 'Close messages'}).focus();
    await page.keyboard.press('Escape');
    await drawer.waitFor({state: 'hidden'});
    const opener = page.getByRole('button', {name: 'Messages', exact: true});
    assert.equal(await opener.getAttribute('aria-expanded'), 'false');
    assert.ok(await opener.evaluate((button) => button === document.activeElement));
  });

  test('sees what the element tells the page, with masked data only', async () => {
    const operator = await stage.operator();
    const number = stage.freshNumber();
    await operator.opens('new-account');
    await operator.provesIdentity();
    await operator.entersTheNewNumber(number);
    await operator.confirms();
    const log = operator.page.locator('#events');
    await log.getByText('security-phone-changed').waitFor();
    const told = (await log.textContent()) ?? '';
    for (const type of ['before-security-phone-change', 'account-step', 'step: identify', 'step: done']) {
      assert.ok(told.includes(type), type);
    }
    assert.ok(told.includes(`${number.slice(0, 3)}*****${number.slice(-3)}`));
    assert.ok(!told.includes(number));
    await log.getByRole('button', {name: 'Clear'}).click();
    await log.getByText('Nothing yet.').waitFor();
  });

  test('starts over with a fresh account of the same kind', async () => {
    const operator = await stage.operator();
    await operator.opens('phone-only');
    const before = await operator.accountId();
    await operator.page.getByRole('button', {name: 'Start over with a fresh account'}).click();
    await operator.page.waitForFunction(
      (id) => ![null, undefined, '', id].includes(document.querySelector('#account-id')?.textContent),
      before,
    );
    await operator.isAt('overview');
    assert.match(await operator.accountId(), /^\d{12}$/);
    assert.equal(await operator.page.textContent('#persona-name'), 'Phone only');
  });

  test('chooses an account that the service does not have: it is said, and another one can be chosen', async () => {
    const operator = await stage.operator();
    const {page} = operator;
    await page.route('**/sample-data', async (route) => {
      const response = await route.fetch();
      const answer = (await response.text()).replaceAll('"phone-only"', '"gone"');
      await route.fulfill({response, body: answer});
    });
    await page.goto(stage.portal.url);
    const refused = page.waitForResponse((response) => response.url().endsWith('/login'));
    await page.locator('[data-persona="gone"] button').click();
    assert.equal((await refused).status(), 400);
    await page.getByText('The account service does not have this sample account.').waitFor();
    await page.locator('[data-persona="new-account"] button').click();
    await page.waitForURL('**/security');
  });

  test('logs out: the page is gone, and so is the session that it had', async () => {
    const operator = await stage.operator();
    const granted = operator.page
      .waitForResponse((response) => response.url().endsWith('/account-session'))
      .then((response) => response.json() as Promise<{clientSecret: string}>);
    await operator.opens('new-account');
    const {clientSecret} = await granted;
    const asks = () =>
      fetch(new URL('v1/account', stage.service.url), {
        headers: {authorization: `Bearer ${clientSecret}`, origin: stage.portal.url},
      });
    assert.equal((await asks()).status, 200);
    await operator.page.getByRole('button', {name: 'Log out'}).click();
    await operator.page.getByRole('heading', {name: 'Log in to Quayside Console'}).waitFor();
    assert.equal((await asks()).status, 401);
    await operator.page.goto(`${stage.portal.url}/security`);
    await operator.page.getByRole('heading', {name: 'Log in to Quayside Console'}).waitFor();
  });

  test('runs under the policy: a string that becomes markup is stopped, and noticed by these tests', async (t) => {
    await using own = await Stage.opens();
    const operator = await own.operator();
    await operator.opens('new-account');
    own.assertNoViolations();
    const refused = await operator.page.evaluate(() => {
      try {
        document.body.innerHTML = '<p>a string</p>';
        return false;
      } catch {
        return true;
      }
    });
    assert.ok(refused);
    await own.noticesAViolation();
    assert.throws(() => own.assertNoViolations());
    await t.waitFor(() => {
      assert.ok(own.portal.violations.length > 0, "the browser's own report has come to the portal");
    });
  });
});
