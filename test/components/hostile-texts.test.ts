import {expect} from '@open-wc/testing';
import {AccountError} from '../../src/index.js';
import {safeUrl, telephoneUrl} from '../../components/internal/safe-url.js';
import {show} from '../support/browser/page.js';
import {account, changedPhone, email, flowAt, known, phone} from '../support/browser/sample-states.js';

const texts = [
  '<img src=x onerror=window.__pwned=1>',
  '<svg onload=window.__pwned=1>',
  '<script>window.__pwned=1</script>',
  '</style><script>window.__pwned=1</script>',
  '${window.__pwned=1}',
  "{{constructor.constructor('window.__pwned=1')()}}",
  'lit$123456789$',
  '<!--?lit$123456789$-->',
  '\u202e138*****000\u202c',
  '<b>138</b>',
];

const addresses = [
  'javascript:window.__pwned=1',
  'JAVASCRIPT:window.__pwned=1',
  ' java\nscript:window.__pwned=1',
  'data:text/html,<script>window.__pwned=1</script>',
  'vbscript:window.__pwned=1',
  'http://plain.example/',
  '//evil.example/',
  '\\\\evil.example\\',
  'https://user:secret@evil.example/',
  'blob:https://evil.example/1',
  '',
];

describe('What a service says', () => {
  for (const text of texts) {
    it(`is text and nothing else: ${JSON.stringify(text)}`, async () => {
      const page = await show(
        flowAt({
          step: 'overview',
          account,
          methods: [
            {...phone, masked: text},
            {...email, masked: text},
          ],
        }),
      );
      expect(page.root.textContent.split(text).length - 1).to.equal(2);
      const done = await show(
        flowAt({
          step: 'done',
          ...known,
          phone: changedPhone({phone: text, notified: [{channel: 'sms', sentTo: text}]}),
        }),
      );
      await done.sees('Security phone changed');
      expect(done.root.textContent).to.include(text);
      for (const {root} of [page, done]) {
        expect(root.querySelectorAll('img, script, style, b, svg[onload]')).to.have.lengthOf(0);
      }
      expect(window).not.to.have.property('__pwned');
    });
  }

  for (const address of addresses) {
    it(`is no link: ${JSON.stringify(address)}`, async () => {
      const links = {...account.links, jdMallSecurity: address, jdAccountPhoneHelp: address};
      const page = await show(flowAt({step: 'jdAccount', ...known, account: {...account, kind: 'jd', links}}));
      await page.sees('Change the phone in JD Mall');
      expect(page.root.querySelectorAll('a')).to.have.lengthOf(0);
      expect(safeUrl(address)).to.equal(undefined);
    });
  }

  it('is a telephone link only when it is a telephone number', () => {
    expect(telephoneUrl('400-615-1212')).to.equal('tel:4006151212');
    expect(telephoneUrl('+86 (10) 1234 5678')).to.equal('tel:+861012345678');
    for (const phone of ['', 'javascript:1', '*#06#', '12', '4006151212,1', '4006151212;ext=1']) {
      expect(telephoneUrl(phone), phone).to.equal(undefined);
    }
  });

  it('is told in the words of the kit, also for a reason that nobody knows', async () => {
    const unknown = new AccountError('UNEXPECTED', {requestId: '<b>1</b>'});
    const page = await show(flowAt({step: 'choose', ...known, problem: unknown}));
    await page.sees('Something went wrong');
    await page.sees('mention <b>1</b>');
  });
});
