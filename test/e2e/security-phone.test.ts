// The conversation itself, from the browser to the database, with every way that an operator can take through it.
import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {Stage} from './support/stage.ts';

suite('an operator changes the security phone', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.opens();
  });
  after(async () => {
    stage.assertNoViolations();
    await stage.closes();
  });

  const overviewShows = async (operator: Awaited<ReturnType<Stage['operator']>>, number: string) => {
    await operator.reloads();
    await operator.isAt('overview');
    await operator.sees(`${number.slice(0, 3)}*****${number.slice(-3)}`);
  };

  test('by a code to the old phone: the new one can be logged in with', async () => {
    const operator = await stage.operator();
    const number = stage.freshNumber();
    await operator.opens('new-account');
    await operator.provesIdentity('phone');
    await operator.entersTheNewNumber(number);
    await operator.confirms();
    await operator.sees(operator.words.securityPhoneChange.done.both);

    const told = (await operator.messages()).filter(({code}) => !code);
    assert.deepEqual(
      told.map(({channel}) => channel).sort(),
      ['email', 'sms', 'sms'],
      'old phone, new phone and email',
    );

    await operator.presses(operator.words.common.done);
    await overviewShows(operator, number);
  });

  test('by a code to the email', async () => {
    const operator = await stage.operator();
    const number = stage.freshNumber();
    await operator.opens('new-account');
    await operator.provesIdentity('email');
    await operator.entersTheNewNumber(number);
    await operator.confirms();
    await operator.sees(operator.words.securityPhoneChange.done.both);
    await overviewShows(operator, number);
  });

  test('to a number of another account: it can verify but not log in, and the reason is said', async () => {
    const number = stage.freshNumber();
    const first = await stage.operator();
    await first.opens('new-account');
    await first.provesIdentity();
    await first.entersTheNewNumber(number);
    await first.confirms();
    await stage.passes(61);

    const second = await stage.operator();
    await second.opens('phone-only');
    await second.provesIdentity();
    await second.entersTheNewNumber(number);
    await second.confirms();
    await second.sees(second.words.securityPhoneChange.done.verificationOnly);
    await second.sees(second.words.methods.notLogin);
  });

  test('the number can be corrected before its code is entered', async () => {
    const operator = await stage.operator();
    const [wrong, right] = [stage.freshNumber(), stage.freshNumber()];
    await operator.opens('new-account');
    await operator.provesIdentity();
    await operator.entersTheNewNumber(wrong);
    await operator.presses(operator.words.securityPhoneChange.confirm.correct);
    await operator.isAt('propose');
    assert.equal((await operator.numberField.inputValue()).replaceAll(/\D/g, ''), wrong, 'what was typed is kept');
    await operator.readsTheCode();
    await operator.entersTheNewNumber(right);
    await operator.confirms();
    await overviewShows(operator, right);
  });

  test('a wrong code costs a try and keeps what was typed; the right one still works', async () => {
    const operator = await stage.operator();
    await operator.opens('new-account');
    await operator.asksForACode();
    const code = await operator.readsTheCode();
    const wrong = code === '000000' ? '000001' : '000000';
    await operator.entersTheCode(wrong);
    await operator.presses(operator.words.common.next);
    await operator.sees(/not correct.* 4 more tries/);
    assert.equal(await operator.codeField.inputValue(), wrong);
    await operator.entersTheCode(code);
    await operator.presses(operator.words.common.next);
    await operator.isAt('propose');
  });

  test('twenty wrong codes in a row lock the account, across new codes and a reload', async () => {
    const operator = await stage.operator();
    await operator.opens('phone-only');
    await operator.asksForACode();
    for (let round = 1; round <= 4; round += 1) {
      const code = await operator.readsTheCode();
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        await operator.entersTheCode(code === '000000' ? '000001' : '000000');
        const answered = operator.page.waitForResponse((response) => response.url().endsWith(':verify'));
        await operator.presses(operator.words.common.next);
        await answered;
        if (attempt < 5) await operator.sees(new RegExp(`${String(5 - attempt)} more tr`));
      }
      if (round === 4) break;
      await stage.passes(61);
      await operator.reloads();
      if (round === 1) await operator.isAt('overview');
      await operator.asksForACode();
    }
    await operator.isAt('locked');
    await operator.reloads();
    await operator.isAt('locked');
  });

  test('a code that has run out is refused, and a new one works', async () => {
    const operator = await stage.operator();
    await operator.opens('new-account');
    await operator.asksForACode();
    const old = await operator.readsTheCode();
    await stage.passes(301);
    await operator.entersTheCode(old);
    await operator.presses(operator.words.common.next);
    await operator.sees(operator.words.problems.CODE_EXPIRED as string);
    await operator.presses(operator.words.code.resend);
    await operator.entersTheCode(await operator.readsTheCode());
    await operator.presses(operator.words.common.next);
    await operator.isAt('propose');
  });

  test('a new code replaces the old one', async () => {
    const operator = await stage.operator();
    await operator.opens('new-account');
    await operator.asksForACode();
    const old = await operator.readsTheCode();
    await operator.button(/^Get a new code in/).waitFor();
    await stage.passes(61);
    await operator.reloads();
    await operator.isAt('identify');
    await operator.presses(operator.words.code.resend);
    const fresh = await operator.readsTheCode();
    assert.notEqual(fresh, old);
    await operator.entersTheCode(old);
    await operator.presses(operator.words.common.next);
    await operator.sees(/not correct/);
    await operator.entersTheCode(fresh);
    await operator.presses(operator.words.common.next);
    await operator.isAt('propose');
  });

  test('a proof of identity that has run out leads back to the proof, saying why; the number is kept', async () => {
    const operator = await stage.operator();
    const number = stage.freshNumber();
    await operator.opens('new-account');
    await operator.provesIdentity();
    await stage.passes(301);
    await operator.numberField.fill(number);
    await operator.presses(operator.words.securityPhoneChange.propose.send);
    await operator.isAt('choose');
    await operator.sees(operator.words.problems.SECURITY_TOKEN_EXPIRED as string);
    await operator.presses(operator.words.securityPhoneChange.choose.send);
    await operator.isAt('identify');
    await operator.entersTheCode(await operator.readsTheCode());
    await operator.presses(operator.words.common.next);
    await operator.isAt('propose');
    assert.equal((await operator.numberField.inputValue()).replaceAll(/\D/g, ''), number);
  });

  test('an email that is not verified is shown as such and cannot be chosen', async () => {
    const operator = await stage.operator();
    await operator.opens('unverified-email');
    await operator.sees(operator.words.methods.unverified);
    await operator.begins();
    await operator.isAt('choose');
    const email = operator.editor.getByRole('radio', {name: /^Email/});
    assert.equal(await email.isDisabled(), true);
  });

  test('without a usable method there is customer service', async () => {
    const operator = await stage.operator();
    await operator.opens('no-usable-method');
    await operator.begins();
    await operator.isAt('noMethod');
    await operator.editor.getByRole('link', {name: /400-615-1212/}).waitFor();
    await operator.editor.getByRole('link', {name: operator.words.common.ticket}).waitFor();
  });

  test('a JD account is led to JD Mall, and offered the upgrade', async () => {
    const operator = await stage.operator();
    await operator.opens('jd-account');
    await operator.isAt('jdAccount');
    const link = operator.editor.getByRole('link', {name: operator.words.securityPhoneChange.jdAccount.open});
    assert.match((await link.getAttribute('href')) ?? '', /^https:\/\//);
    await operator.button(operator.words.securityPhoneChange.jdAccount.upgrade).waitFor();
  });

  test('an account that is locked says for how long', async () => {
    const operator = await stage.operator();
    await operator.opens('locked');
    await operator.isAt('locked');
    await operator.sees(/Try again in \d/);
  });

  test('a number of a region that is not offered is refused at the field', async () => {
    const operator = await stage.operator();
    await operator.opens('new-account');
    await operator.provesIdentity();
    await operator.numberField.fill('+1 415 555 2671');
    await operator.presses(operator.words.securityPhoneChange.propose.send);
    await operator.sees(operator.words.phone.problems.regionNotListed({region: '', example: '', digits: 0}));
    assert.equal(await operator.numberField.getAttribute('aria-invalid'), 'true');
  });

  test('a number that no message reaches is refused at the field, and another one can be entered', async () => {
    const operator = await stage.operator();
    await operator.opens('new-account');
    await operator.provesIdentity();
    await operator.numberField.fill(await stage.magicNumber('unreachable', '+86'));
    await operator.presses(operator.words.securityPhoneChange.propose.send);
    await operator.sees(operator.words.problems.PHONE_NOT_REACHABLE as string);
    await operator.entersTheNewNumber(stage.freshNumber());
    await operator.confirms();
  });

  test('a number of Hong Kong, pasted with its calling code', async () => {
    const operator = await stage.operator({permissions: ['clipboard-read', 'clipboard-write']});
    await operator.opens('new-account');
    await operator.provesIdentity();
    const number = `+852 ${await stage.magicNumber('free', '+852')}`;
    await operator.page.evaluate((text) => navigator.clipboard.writeText(text), number);
    await operator.numberField.focus();
    await operator.page.keyboard.press('ControlOrMeta+v');
    assert.equal(await operator.editor.getByLabel(operator.words.phone.region).inputValue(), 'HK');
    await operator.presses(operator.words.securityPhoneChange.propose.send);
    await operator.isAt('confirm');
    await operator.confirms();
  });

  test('in Chinese, from the first word to the last message', async () => {
    const operator = await stage.operator({language: 'zh-CN'});
    await operator.opens('new-account');
    await operator.provesIdentity();
    await operator.entersTheNewNumber(stage.freshNumber());
    await operator.confirms();
    await operator.sees(operator.words.securityPhoneChange.done.both);
    for (const {text} of await operator.messages()) assert.match(text, /[一-鿿]/);
  });
});
