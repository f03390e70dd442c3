// What happens in between: the network, a reload, a second tab, a lost answer, the end of a session.
import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {Stage} from './support/stage.ts';

suite('an operator is interrupted', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.opens({sessionLifetime: 60});
  });
  after(async () => {
    stage.assertNoViolations();
    await stage.closes();
  });

  test('offline: nothing that was typed is lost, and it goes on when the network is back', async () => {
    const operator = await stage.operator();
    const number = stage.freshNumber();
    await operator.opens('new-account');
    await operator.provesIdentity();
    await operator.numberField.fill(number);
    await operator.goesOffline();
    await operator.presses(operator.words.securityPhoneChange.propose.send);
    await operator.sees(operator.words.problems.NETWORK as string);
    assert.equal((await operator.numberField.inputValue()).replaceAll(/\D/g, ''), number);
    await operator.comesBack();
    await operator.presses(operator.words.securityPhoneChange.propose.send);
    await operator.isAt('confirm');
    await operator.confirms();
  });

  test('a reload while a code is on its way goes on at the code, with the same countdown and no second message', async () => {
    const operator = await stage.operator();
    await operator.opens('new-account');
    await operator.asksForACode();
    const code = await operator.readsTheCode();
    await operator.reloads();
    await operator.isAt('identify');
    await operator.button(/^Get a new code in 0:[0-5]\d/).waitFor();
    assert.equal((await operator.messages()).length, 1);
    await operator.entersTheCode(code);
    await operator.presses(operator.words.common.next);
    await operator.isAt('propose');
  });

  test('two tabs share one countdown, and the one that comes second is told', async () => {
    const first = await stage.operator();
    await first.opens('new-account');
    await first.asksForACode();
    const code = await first.readsTheCode();
    const second = await first.opensASecondTab();
    await second.isAt('identify');
    assert.equal((await first.messages()).length, 1);
    const left = async (operator: typeof first) => {
      const [, minutes, seconds] = /(\d+):(\d\d)/.exec(await operator.button(/^Get a new code in/).innerText()) ?? [];
      return Number(minutes) * 60 + Number(seconds);
    };
    const [ours, theirs] = [await left(first), await left(second)];
    assert.ok(Math.abs(ours - theirs) <= 1, `the countdowns agree: ${String(ours)} and ${String(theirs)}`);

    await first.turnsToTheTab();
    await first.entersTheCode(code);
    await first.presses(first.words.common.next);
    await first.isAt('propose');

    await second.turnsToTheTab();
    await second.entersTheCode(code);
    await second.presses(second.words.common.next);
    await second.sees(/not correct/);
  });

  test('of two tabs that change the phone, the one that comes second changes nothing and is told', async () => {
    const [late, early] = [stage.freshNumber(), stage.freshNumber()];
    const first = await stage.operator();
    await first.opens('new-account');
    await first.provesIdentity();
    await first.entersTheNewNumber(late);
    const code = await first.readsTheCode();

    await stage.passes(61);
    const second = await first.opensASecondTab();
    await second.provesIdentity();
    await second.entersTheNewNumber(early);
    await second.confirms();

    await first.turnsToTheTab();
    await first.entersTheCode(code);
    await first.presses(first.words.securityPhoneChange.confirm.submit);
    await first.isAt('overview');
    await first.sees(first.words.problems.CONCURRENT_CHANGE as string);
    await first.reloads();
    await first.isAt('overview');
    await first.sees(`${early.slice(0, 3)}*****${early.slice(-3)}`);
  });

  test('an answer that is lost after the code was sent: one message, and it goes on', async () => {
    const operator = await stage.operator();
    await operator.opens('new-account');
    await stage.orders(await operator.accountId(), 'createChallenge', {drop: 'after'});
    await operator.asksForACode();
    assert.equal((await operator.messages()).length, 1);
    await operator.entersTheCode(await operator.readsTheCode());
    await operator.presses(operator.words.common.next);
    await operator.isAt('propose');
  });

  test('an answer that is lost after the change: it is changed once, and told once', async () => {
    const operator = await stage.operator();
    await operator.opens('new-account');
    await operator.provesIdentity();
    await operator.entersTheNewNumber(stage.freshNumber());
    await stage.orders(await operator.accountId(), 'confirmSecurityPhone', {drop: 'after'});
    await operator.confirms();
    await operator.sees(operator.words.securityPhoneChange.done.both);
    assert.equal((await operator.messages()).filter(({code}) => !code).length, 3);
  });

  test('no answer gets through, though the change was made: it is said, and pressing again has no second effect', async () => {
    const operator = await stage.operator();
    await operator.opens('new-account');
    await operator.provesIdentity();
    await operator.entersTheNewNumber(stage.freshNumber());
    const lost = {answers: 0};
    await operator.page.route('**/v1/securityPhone:confirm', async (route) => {
      await route.fetch();
      lost.answers += 1;
      await route.abort('connectionreset');
    });
    await operator.entersTheCode(await operator.readsTheCode());
    await operator.presses(operator.words.securityPhoneChange.confirm.submit);
    await operator.sees(operator.words.problems.NETWORK as string);
    assert.ok(lost.answers > 1, 'the answer was asked for again by itself');
    await operator.page.unroute('**/v1/securityPhone:confirm');
    await operator.presses(operator.words.securityPhoneChange.confirm.submit);
    await operator.isAt('done');
    assert.equal((await operator.messages()).filter(({code}) => !code).length, 3);
  });

  test('a page of a proxy in place of the answer: it is said, and pressing again sends no second message', async () => {
    const operator = await stage.operator();
    const number = stage.freshNumber();
    await operator.opens('new-account');
    await operator.provesIdentity();
    await stage.orders(await operator.accountId(), 'proposeSecurityPhone', {body: 'html'});
    await operator.numberField.fill(number);
    await operator.presses(operator.words.securityPhoneChange.propose.send);
    await operator.sees(operator.words.problems.PROTOCOL as string);
    await operator.presses(operator.words.securityPhoneChange.propose.send);
    await operator.isAt('confirm');
    assert.equal((await operator.messages()).filter(({to}) => to.endsWith(number)).length, 1);
  });

  test('a slow service: the button says what it does, and pressing it again sends nothing twice', async () => {
    const operator = await stage.operator();
    const {send} = operator.words.securityPhoneChange.choose;
    await operator.opens('new-account');
    await operator.begins();
    await stage.orders(await operator.accountId(), 'createChallenge', {delayMs: 700});
    await operator.presses(send);
    await operator.sees(operator.words.common.sending);
    await operator.page.keyboard.press('Enter');
    await operator.isAt('identify');
    assert.equal((await operator.messages()).length, 1);
  });

  test('a session that ends in the middle is renewed without a word', async () => {
    const operator = await stage.operator();
    await operator.opens('new-account');
    await operator.asksForACode();
    const code = await operator.readsTheCode();
    await stage.passes(90);
    const renewed = operator.page.waitForRequest((request) => request.url().endsWith('/account-session'));
    await operator.entersTheCode(code);
    await operator.presses(operator.words.common.next);
    await operator.isAt('propose');
    await renewed;
  });

  test('a login that has ended at the portal is said, and nothing is lost on the page', async () => {
    const operator = await stage.operator();
    const number = stage.freshNumber();
    await operator.opens('new-account');
    await operator.provesIdentity();
    await operator.numberField.fill(number);
    await operator.context.clearCookies({name: 'portal-session'});
    await stage.passes(90);
    await operator.presses(operator.words.securityPhoneChange.propose.send);
    await operator.sees(operator.words.problems.SESSION_UNAVAILABLE as string);
    assert.equal((await operator.numberField.inputValue()).replaceAll(/\D/g, ''), number);
  });
});
