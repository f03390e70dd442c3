import {expect, fixture, html} from '@open-wc/testing';
import {AccountError} from '../../src/index.js';
import {TestAccount} from '../support/browser/account-service.js';
import {open, show} from '../support/browser/page.js';
import {flowAt, known, challenge} from '../support/browser/sample-states.js';

describe('Focus and announcements', () => {
  it('leaves the focus alone when the page opens', async () => {
    const page = await open(await TestAccount.open());
    await page.arrivesAt('overview');
    expect(document.activeElement).to.equal(document.body);
  });

  it('moves the focus to the heading of each new step', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.presses('Change');
    await page.arrivesAt('choose');
    expect(page.focused?.textContent).to.include('Confirm that it is you');
    await page.presses('Get code');
    await page.arrivesAt('identify');
    expect(page.focused?.textContent).to.include('Enter your code');
  });

  it('does not pull the operator away from another field of the page', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    const search = await fixture<HTMLInputElement>(html`<input aria-label="Search" />`);
    await page.presses('Change');
    await page.chooses('Phone');
    await account.order('createChallenge', {delayMs: 150});
    await page.presses('Get code');
    search.focus();
    await page.arrivesAt('identify');
    expect(document.activeElement).to.equal(search);
  });

  it('moves into the element where the operator is at work, not into one that only watches', async () => {
    const flow = flowAt({step: 'overview', ...known});
    const acting = await show(flow);
    const watching = await show(flow);
    await acting.presses('Change');
    await acting.arrivesAt('choose');
    await watching.arrivesAt('choose');
    expect(acting.focused?.localName).to.equal('h2');
    expect(watching.focused).to.equal(null);
  });

  it('stays where it is when nobody asked for the step', async () => {
    const flow = flowAt({step: 'overview', ...known});
    const page = await show(flow);
    void flow.change();
    await page.arrivesAt('choose');
    expect(document.activeElement).to.equal(document.body);
  });

  it('has its heading at the level that the page wants', async () => {
    const page = await show(flowAt({step: 'overview', ...known}));
    expect(page.root.querySelector('h2')?.ariaLevel).to.equal('2');
    page.editor.setAttribute('heading-level', '4');
    await page.editor.updateComplete;
    expect(page.root.querySelector('h2')?.ariaLevel).to.equal('4');
  });

  it('leads to the field that was filled in wrongly, says why there, and sends nothing', async () => {
    const page = await show(flowAt({step: 'identify', ...known, challenge: challenge()}));
    await page.enters('code', '12 34');
    await page.sees('Enter the 6 digits of the code.');
    const field = page.field('code');
    expect(page.focused).to.equal(field);
    expect(field.value).to.equal('12 34');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(page.root.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).to.include('6 digits');
    expect(page.announcement).to.include('Enter the 6 digits');
  });

  it('leads back to the code after the service refused it', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.asksForCode();
    const right = await account.newestCode();
    await page.enters('code', right === '000000' ? '000001' : '000000');
    await page.sees('4 more tries');
    expect(page.focused).to.equal(page.field('code'));
    await page.hears('4 more tries');
  });

  it('has one live region, from the first paint on, through every step', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    const region = page.root.querySelector('[role=status]');
    expect(region).to.be.an.instanceof(Element);
    await page.asksForCode();
    expect([...page.root.querySelectorAll('[role=status], [role=alert], [aria-live]')]).to.deep.equal([region]);
    expect(region && getComputedStyle(region).display).not.to.equal('none');
  });

  it('says what it is doing while a code is checked, and keeps the width of the button', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.asksForCode();
    await account.order('verifyChallenge', {delayMs: 200});
    const width = page.button('primary')?.offsetWidth;
    await page.enters('code', await account.newestCode());
    await page.sees('Checking…');
    expect(page.button('primary')?.offsetWidth).to.equal(width);
    expect(page.button('primary')?.ariaDisabled).to.equal('true');
    await page.arrivesAt('propose');
  });

  it('announces a problem that led to another step', async () => {
    const page = await show(flowAt({step: 'choose', ...known, problem: new AccountError('SECURITY_TOKEN_EXPIRED')}));
    await page.sees('Your identity verification has run out');
  });
});
