import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {AccountErrorEvent, AccountProviderElement} from '../../components/index.js';
import {TestAccount} from '../support/browser/account-service.js';
import {Page, open, settle} from '../support/browser/page.js';

const editorIn = (provider: Element): Page => {
  const editor = provider.querySelector('security-phone-editor');
  if (!editor) throw new Error('There is no editor.');
  return new Page(editor);
};

describe('account-provider', () => {
  it('takes no room of its own', async () => {
    const provider = await fixture(html`<account-provider></account-provider>`);
    expect(getComputedStyle(provider).display).to.equal('contents');
  });

  for (const endpoint of [
    'javascript:alert(1)',
    'data:text/plain,x',
    '//evil.example',
    'http://evil.example/',
    'https://user:secret@evil.example/',
    'https://evil.example/?query',
    'nonsense',
  ]) {
    it(`tells of an endpoint that cannot be used, and asks nothing: ${endpoint}`, async () => {
      const {warn} = console;
      const warnings: string[] = [];
      console.warn = (text: string) => void warnings.push(text);
      try {
        const listener = oneEvent<AccountErrorEvent>(document, 'account-error');
        const provider = await fixture<AccountProviderElement>(html`
          <account-provider lang="en" endpoint=${endpoint} session-url="/nowhere">
            <security-phone-editor></security-phone-editor>
          </account-provider>
        `);
        expect((await listener).reason).to.equal('UNEXPECTED');
        await editorIn(provider).sees('Something went wrong on our side');
        expect(provider.client).to.equal(undefined);
        expect(warnings.join()).to.include('endpoint').and.not.include('secret');
      } finally {
        console.warn = warn;
      }
    });
  }

  it('gets the session from session-url, once for all elements', async () => {
    const account = await TestAccount.open();
    let asked = 0;
    const {fetch} = globalThis;
    globalThis.fetch = async (input, init) => {
      if (!new Request(input, init).url.endsWith('/sample-session')) return fetch(input, init);
      asked++;
      return Response.json(await account.fetchClientSecret());
    };
    try {
      const provider = await fixture(html`
        <account-provider lang="en" endpoint=${account.endpoint} session-url="/sample-session">
          <security-phone-editor></security-phone-editor>
          <div><security-phone-editor></security-phone-editor></div>
        </account-provider>
      `);
      for (const editor of provider.querySelectorAll('security-phone-editor')) {
        await new Page(editor).arrivesAt('overview');
      }
      expect(asked).to.equal(1);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('says when no session can be had, and tries again when asked', async () => {
    const account = await TestAccount.open();
    let works = false;
    const fetchClientSecret = () =>
      works ? account.fetchClientSecret() : Promise.reject(new Error('The visitor has logged out.'));
    const expired = oneEvent(document, 'account-session-expired');
    const provider = await fixture(html`
      <account-provider lang="en" endpoint=${account.endpoint} .fetchClientSecret=${fetchClientSecret}>
        <security-phone-editor></security-phone-editor>
      </account-provider>
    `);
    const page = editorIn(provider);
    await page.sees('You are not signed in here any more');
    await expired;
    works = true;
    await page.presses('Try again');
    await page.arrivesAt('overview');
  });

  it('makes one client, however its attributes come', async () => {
    const account = await TestAccount.open();
    const provider = await fixture<AccountProviderElement>(html`
      <account-provider lang="en"><security-phone-editor></security-phone-editor></account-provider>
    `);
    provider.endpoint = account.endpoint;
    await settle();
    expect(provider.client).to.equal(undefined);
    for (let change = 0; change < 1000; change++) provider.endpoint = `${account.endpoint}/${change}`;
    provider.endpoint = account.endpoint;
    provider.fetchClientSecret = account.fetchClientSecret;
    await editorIn(provider).arrivesAt('overview');
    const {client} = provider;
    provider.lang = 'zh-CN';
    await editorIn(provider).sees('安全验证');
    expect(provider.client).to.equal(client);
  });

  it('gives its words to the elements inside', async () => {
    const page = await open(await TestAccount.open(), {messages: {en: {overview: {heading: 'Your security'}}}});
    await page.sees('Your security');
  });

  it('reaches an element that is put in later, and one in a shadow root', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    const provider = page.editor.closest('account-provider');
    const box = document.createElement('div');
    provider?.append(box);
    const editor = document.createElement('security-phone-editor');
    box.attachShadow({mode: 'open'}).append(editor);
    await new Page(editor).arrivesAt('overview');
  });

  it('reaches an element that was defined before it', async () => {
    // Only a page of its own can have no provider yet.
    const frame = await fixture<HTMLIFrameElement>(
      html`<iframe title="Portal" src="/test/components/late-provider.html"></iframe>`,
    );
    const drawn = () => frame.contentDocument?.querySelector('security-phone-editor')?.shadowRoot?.querySelector('h2');
    await waitUntil(() => drawn()?.textContent === 'Security verification', 'never drawn', {timeout: 5000});
  });
});
