import {expect} from '@open-wc/testing';
import {SecurityPhoneChangedEvent} from '../../components/index.js';
import {TestAccount, advanceClock, freshNumber, resetClock} from '../support/browser/account-service.js';
import {open} from '../support/browser/page.js';

describe('security-phone-editor, with the account service', () => {
  afterEach(resetClock);

  it('changes the phone, identity proven by phone', async () => {
    const account = await TestAccount.open('new-account');
    const page = await open(account);
    const changes: SecurityPhoneChangedEvent[] = [];
    document.addEventListener(SecurityPhoneChangedEvent.type, (event) => changes.push(event), {once: true});
    await page.identifies(account);
    const number = freshNumber();
    await page.enters('phone', number);
    await page.arrivesAt('confirm');
    await page.sees(`${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`);
    await page.enters('code', await account.newestCode());
    await page.sees('Security phone changed');
    await page.sees('You can log in with it');
    const masked = `${number.slice(0, 3)}*****${number.slice(-3)}`;
    await page.sees(masked);
    expect(
      changes.map(({phone, usableForVerification, usableForLogin}) => [phone, usableForVerification, usableForLogin]),
    ).to.deep.equal([[masked, true, true]]);
    await page.presses('Done');
    await page.arrivesAt('overview');
    await page.sees(masked);
  });

  it('changes the phone, identity proven by email', async () => {
    const account = await TestAccount.open('new-account');
    const page = await open(account);
    await page.asksForCode('Email');
    await page.sees('Code from the email');
    await page.enters('code', await account.newestCode('email'));
    await page.arrivesAt('propose');
    await page.enters('phone', freshNumber());
    await page.arrivesAt('confirm');
    await page.enters('code', await account.newestCode());
    await page.sees('Security phone changed');
  });

  it('says that a number which is associated with another account verifies only', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.identifies(account);
    await page.enters('phone', '13711110001');
    await page.arrivesAt('confirm');
    await page.enters('code', await account.newestCode());
    await page.sees('associated with another JD Cloud account');
    await page.sees('Not for login');
  });

  it('tells the tries that are left, keeps the code that was typed, and takes no code after the last', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.asksForCode();
    const right = await account.newestCode();
    const wrong = right === '000000' ? '000001' : '000000';
    await page.enters('code', wrong);
    await page.sees('4 more tries');
    expect(page.field('code').value).to.equal(wrong);
    expect(page.field('code').getAttribute('aria-invalid')).to.equal('true');
    for (const left of ['3 more tries', '2 more tries', '1 more try']) {
      await page.enters('code', wrong);
      await page.sees(left);
    }
    await page.enters('code', wrong);
    await page.sees('This code is not correct. Get a new code.');
    await page.enters('code', right);
    await page.sees('That was too many wrong codes');
  });

  it('says how long a locked account has to wait', async () => {
    const page = await open(await TestAccount.open('locked'));
    await page.sees('Too many wrong codes');
    await page.sees(/Try again in \d+:\d\d/);
  });

  it('leads back to verification, saying why, when the proof of identity has run out', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.identifies(account);
    await advanceClock(301);
    await page.enters('phone', freshNumber());
    await page.arrivesAt('choose');
    await page.sees('Your identity verification has run out');
    await page.hears('Your identity verification has run out');
  });

  it('offers a new code for one that has run out', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.asksForCode();
    const late = await account.newestCode();
    await advanceClock(301);
    await page.enters('code', late);
    await page.sees('This code has run out');
    await page.presses('Get a new code');
    await page.sees(/Get a new code in \d:\d\d/);
    await page.enters('code', await account.newestCode());
    await page.arrivesAt('propose');
  });

  it('goes on with the code of this visit after a reload', async () => {
    const account = await TestAccount.open();
    await (await open(account)).asksForCode();
    const page = await open(account);
    await page.arrivesAt('identify');
    await page.sees(/Get a new code in 0:\d\d/);
    await page.enters('code', await account.newestCode());
    await page.arrivesAt('propose');
  });

  it('begins at the overview in another visit', async () => {
    const account = await TestAccount.open();
    await (await open(account)).asksForCode();
    account.newVisit();
    const page = await open(account);
    await page.arrivesAt('overview');
  });

  it('keeps the number for a correction', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.identifies(account);
    await page.enters('phone', '+852 5123 4567');
    await page.presses('Correct the number');
    await page.arrivesAt('propose');
    expect(page.field('region').value).to.equal('HK');
    expect(page.field('phone').value).to.equal('5123 4567');
  });

  it('refuses a number of another region, and one that cannot be reached, at the field', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.identifies(account);
    await page.enters('phone', '+1 202 555 0123');
    await page.sees('Numbers of this country or region cannot be used');
    await page.enters('phone', '13611110001');
    await page.sees('No message could be delivered to this number');
    expect(page.field('phone').value).to.equal('136 1111 0001');
  });

  it('sends a JD account to JD Mall, and asks the portal for the upgrade', async () => {
    const page = await open(await TestAccount.open('jd-account'));
    await page.sees('Change the phone in JD Mall');
    expect(page.button('Go to JD Mall')?.getAttribute('href')).to.match(/^https:/);
    page.editor.addEventListener('account-upgrade-requested', (event) => event.preventDefault(), {once: true});
    await page.presses('Upgrade the account');
    expect(page.text).not.to.include('is not offered');
    await page.presses('Upgrade the account');
    await page.sees('The upgrade is not offered on this page');
  });

  it('leads to customer service when no method can be used', async () => {
    const page = await open(await TestAccount.open('no-usable-method'));
    await page.presses('Change');
    await page.sees('No method can confirm your identity');
    expect(page.button('Call')?.getAttribute('href')).to.match(/^tel:\d+$/);
  });

  it('does not send an unverified email a code', async () => {
    const page = await open(await TestAccount.open('unverified-email'));
    await page.presses('Change');
    await page.arrivesAt('choose');
    await page.sees('Not verified: cannot confirm your identity');
    expect(page.root.querySelectorAll('[name=method]:enabled')).to.have.lengthOf(1);
  });

  it('finishes a change whose answer was lost, without a second one', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.identifies(account);
    await page.enters('phone', freshNumber());
    await page.arrivesAt('confirm');
    await account.order('confirmSecurityPhone', {drop: 'after'});
    await page.enters('code', await account.newestCode());
    await page.sees('Security phone changed');
  });

  it('shows the number of an unexpected failure for customer service', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.presses('Change');
    await page.chooses('Phone');
    await account.order('createChallenge', {reason: 'REQUEST_INVALID'});
    await page.presses('Get code');
    await page.sees('If you contact customer service, mention');
    await page.hears('Something went wrong');
  });
});
