import {expect} from '@open-wc/testing';
import {TestAccount, freshNumber} from '../support/browser/account-service.js';
import {open, type Page} from '../support/browser/page.js';

/** Writes down every attribute that changes or is drawn on the card. */
function watchAttributes({root}: Page): string[] {
  const seen: string[] = [];
  const note = (element: Element) => {
    for (const {name, value} of element.attributes) seen.push(`${name}=${value}`);
  };
  const observer = new MutationObserver((records) => {
    for (const {target, addedNodes} of records) {
      for (const node of [target, ...addedNodes]) {
        if (!(node instanceof Element)) continue;
        note(node);
        node.querySelectorAll('*').forEach(note);
      }
    }
  });
  observer.observe(root, {subtree: true, childList: true, attributes: true});
  return seen;
}

function watchEvents(): string[] {
  const seen: string[] = [];
  const types = ['account-step', 'account-error', 'security-phone-changed', 'before-security-phone-change'];
  for (const type of types) {
    addEventListener(type, (event) => {
      for (const key in event) {
        const value: unknown = Reflect.get(event, key);
        if (['string', 'number', 'boolean'].includes(typeof value))
          seen.push(`${type}.${key}=${JSON.stringify(value)}`);
      }
    });
  }
  return seen;
}

describe('Secrets', () => {
  it('stay out of attributes, storage, events, addresses and the console', async () => {
    const account = await TestAccount.open();
    const page = await open(account);
    const attributes = watchAttributes(page);
    const events = watchEvents();
    const logged: string[] = [];
    const {warn, error, log} = console;
    const listen = (...words: unknown[]) => void logged.push(words.map(String).join(' '));
    Object.assign(console, {warn: listen, error: listen, log: listen});
    const secrets: string[] = [];
    try {
      await page.asksForCode();
      const first = await account.newestCode();
      const wrong = first === '000000' ? '000001' : '000000';
      await page.enters('code', wrong);
      await page.sees('4 more tries');
      await page.enters('code', first);
      await page.arrivesAt('propose');
      const number = freshNumber();
      await page.enters('phone', number);
      await page.arrivesAt('confirm');
      const second = await account.newestCode();
      await page.enters('code', second);
      await page.sees('Security phone changed');
      secrets.push(wrong, first, second, number, `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`);
    } finally {
      Object.assign(console, {warn, error, log});
    }
    expect(attributes.length).to.be.greaterThan(20);
    expect(events.join()).to.include('security-phone-changed.phone=');
    const everything = [
      ...attributes,
      ...events,
      ...logged,
      ...performance.getEntriesByType('resource').map(({name}) => name),
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      document.cookie,
      location.href,
      document.documentElement.outerHTML,
    ];
    for (const secret of secrets) {
      expect(
        everything.filter((text) => new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(text)),
        secret,
      ).to.deep.equal([]);
    }
  });
});
