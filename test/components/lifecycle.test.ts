import {expect, fixture, html} from '@open-wc/testing';
import type {AccountStepEvent, SecurityPhoneEditorElement} from '../../components/index.js';
import {TestAccount, freshNumber} from '../support/browser/account-service.js';
import {holdNext} from '../support/browser/held-request.js';
import {Page, open, settle, show} from '../support/browser/page.js';
import {challenge, flowAt, known} from '../support/browser/sample-states.js';

/** Settles when the answer to the next request whose address ends so has been read. */
function awaitNext(path: string): Promise<void> {
  const {fetch} = globalThis;
  return new Promise((resolve) => {
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const response = await fetch(request);
      if (new URL(request.url).pathname.endsWith(path)) {
        globalThis.fetch = fetch;
        // The reader of the answer goes first.
        void response
          .clone()
          .text()
          .then(() => setTimeout(resolve));
      }
      return response;
    };
  });
}

describe('The life of an element', () => {
  it('goes on when it is moved in the document, with what was typed', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.asksForCode();
    page.types('code', '12');
    const shelf = await fixture<HTMLElement>(html`<div></div>`);
    shelf.append(page.editor);
    await page.editor.updateComplete;
    expect(page.field('code').value).to.equal('12');
    page.editor.flow = undefined;
    expect(page.step).to.equal('identify');
  });

  it('still hears of its conversation after it was moved', async () => {
    const flow = flowAt({step: 'choose', ...known});
    const page = await show(flow);
    page.editor.parentElement?.append(page.editor);
    await settle();
    void flow.choose('phone');
    await page.hears('One moment');
  });

  it('drops a request for a code when it is removed, and can be used again', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    const parent = page.editor.parentElement;
    await page.presses('Change');
    await page.chooses('Phone');
    const request = holdNext('/challenges');
    await page.presses('Get code');
    await request.sent;
    page.editor.remove();
    await settle();
    expect(request.dropped()).to.equal(true);
    parent?.append(page.editor);
    await page.arrivesAt('choose');
    await page.presses('Get code');
    await page.arrivesAt('identify');
  });

  it('lets a change go on when it is removed meanwhile', async () => {
    const flow = flowAt({
      step: 'confirm',
      ...known,
      securityToken: 'sample',
      phone: {region: 'CN', number: '13800138000'},
      challenge: challenge(),
    });
    const page = await show(flow);
    await page.enters('code', '123456');
    expect(flow.state.busy).to.equal(true);
    page.editor.remove();
    await settle();
    expect(flow.state.busy).to.equal(true);
  });

  it('tells once of a change that was made while it was away', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    const parent = page.editor.parentElement;
    const news: string[] = [];
    for (const type of ['security-phone-changed', 'account-step']) {
      page.editor.addEventListener(type, () => news.push(type));
    }
    await page.identifies(account);
    await page.enters('phone', freshNumber());
    await page.arrivesAt('confirm');
    const code = await account.newestCode();
    news.length = 0;
    const answered = awaitNext(':confirm');
    await page.enters('code', code);
    page.editor.remove();
    await answered;
    await settle();
    expect(news).to.deep.equal([]);
    parent?.append(page.editor);
    await page.arrivesAt('done');
    expect(news).to.deep.equal(['security-phone-changed', 'account-step']);
    page.editor.remove();
    await settle();
    parent?.append(page.editor);
    await page.arrivesAt('done');
    expect(news).to.have.lengthOf(2);
  });

  it('asks again for the first screen when it was removed too early', async () => {
    const account = await TestAccount.open();
    const request = holdNext('/account');
    const page = await open(account);
    await request.sent;
    const parent = page.editor.parentElement;
    page.editor.remove();
    await settle();
    parent?.append(page.editor);
    await page.arrivesAt('overview');
  });

  it('does not disturb another element that shows the same conversation', async () => {
    const flow = flowAt({step: 'choose', ...known});
    const one = await show(flow);
    const other = await show(flow);
    await one.presses('Get code');
    await other.sees('Get code');
    expect(flow.state.busy).to.equal(true);
    one.editor.remove();
    await settle();
    expect(flow.state.busy).to.equal(true);
    other.editor.remove();
    await settle();
    expect(flow.state.busy).to.equal(false);
  });

  it('stands twice on a page, each with a conversation of its own', async () => {
    const account = await TestAccount.open();
    const one = await open(account);
    const other = await open(await TestAccount.open('phone-only'));
    await one.presses('Change');
    await one.arrivesAt('choose');
    await other.arrivesAt('overview');
  });

  it('forgets a typed code when the page is left, and when it is removed', async () => {
    const page = await show(flowAt({step: 'identify', ...known, challenge: challenge()}));
    page.types('code', '123456');
    dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    expect(page.field('code').value).to.equal('');
    page.types('code', '123456');
    const field = page.field('code');
    page.editor.remove();
    await settle();
    expect(field.value).to.equal('');
  });

  it('never carries what was typed at one step into the next', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    await page.asksForCode();
    const code = page.field('code');
    await page.enters('code', await account.newestCode());
    await page.arrivesAt('propose');
    expect(code.value).to.equal('');
    expect(page.field('phone').value).to.equal('');
  });

  it('works alone, with a client of its own', async () => {
    const account = await TestAccount.open();
    const {client} = (await open(account)).editor.closest('account-provider') ?? {};
    const editor = await fixture<SecurityPhoneEditorElement>(
      html`<security-phone-editor lang="en" .client=${client}></security-phone-editor>`,
    );
    await new Page(editor).arrivesAt('overview');
  });

  it('begins anew with another client', async () => {
    const page = await open(await TestAccount.open('phone-only'));
    await page.arrivesAt('overview');
    const other = await open(await TestAccount.open('new-account'));
    page.editor.client = other.editor.closest('account-provider')?.client;
    await page.sees('Security email');
  });

  it('lets the portal stop a change before it begins', async () => {
    const page = await open(await TestAccount.open());
    page.editor.addEventListener('before-security-phone-change', (event) => event.preventDefault(), {once: true});
    await page.presses('Change');
    await settle();
    expect(page.step).to.equal('overview');
    await page.presses('Change');
    await page.arrivesAt('choose');
  });

  it('names each step that it shows', async () => {
    const account = await TestAccount.open();
    const steps: string[] = [];
    const listen = ({step}: AccountStepEvent) => steps.push(step);
    document.addEventListener('account-step', listen);
    const page = await open(account);
    await page.asksForCode();
    await page.presses('Use another method');
    await page.arrivesAt('choose');
    document.removeEventListener('account-step', listen);
    expect(steps).to.deep.equal(['overview', 'choose', 'identify', 'choose']);
  });
});
