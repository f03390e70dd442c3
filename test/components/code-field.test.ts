import {expect} from '@open-wc/testing';
import {show} from '../support/browser/page.js';
import {challenge, flowAt, known} from '../support/browser/sample-states.js';

describe('The code field', () => {
  it('is one real input that browsers and telephones know', async () => {
    const page = await show(flowAt({step: 'identify', ...known, challenge: challenge()}));
    const field = page.field('code');
    expect(field.autocomplete).to.equal('one-time-code');
    expect(field.inputMode).to.equal('numeric');
    expect(field.maxLength).to.equal(-1);
    expect(parseFloat(getComputedStyle(field).fontSize)).to.be.at.least(16);
    expect(field.form).to.be.an.instanceof(HTMLFormElement);
  });

  it('takes a code in groups, in a whole message, and in full-width digits', async () => {
    for (const typed of [
      '123 456',
      ' 123-456 ',
      '１２３４５６',
      '【Sample】Your code is 123456, valid for 5 minutes.',
    ]) {
      const page = await show(flowAt({step: 'identify', ...known, challenge: challenge()}));
      await page.enters('code', typed);
      await page.sees('Checking…');
    }
  });

  it('says that it cannot tell which of two codes is meant', async () => {
    const page = await show(flowAt({step: 'identify', ...known, challenge: challenge()}));
    await page.enters('code', 'Codes: 012345 and 400615');
    await page.sees('This holds more than one number');
  });

  it('sends on the code of a text message that the browser has read, and stops reading when it is gone', async () => {
    const asked: CredentialRequestOptions[] = [];
    let deliver: (credential: unknown) => void = () => undefined;
    const restore = replace(navigator.credentials, 'get', (options: CredentialRequestOptions) => {
      asked.push(options);
      return new Promise((resolve) => (deliver = resolve));
    });
    const forget = pretendToReadMessages();
    try {
      const page = await show(flowAt({step: 'identify', ...known, challenge: challenge()}));
      await page.editor.updateComplete;
      expect(asked).to.have.lengthOf(1);
      expect(asked[0]).to.have.deep.property('otp', {transport: ['sms']});
      deliver({code: '123456'});
      await page.sees('Checking…');
      const other = await show(flowAt({step: 'identify', ...known, challenge: challenge()}));
      expect(asked).to.have.lengthOf(2);
      other.editor.remove();
      expect(asked[1]?.signal?.aborted).to.equal(true);
      await show(flowAt({step: 'identify', ...known, challenge: challenge(18, {channel: 'email'})}));
      expect(asked).to.have.lengthOf(2);
    } finally {
      restore();
      forget();
    }
  });
});

function replace(object: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, {configurable: true, value});
  return () => {
    Reflect.deleteProperty(object, name);
    if (before) Object.defineProperty(object, name, before);
  };
}

/** Desktop browsers have no messages to read. */
const pretendToReadMessages = () => replace(globalThis, 'OTPCredential', Credential);
