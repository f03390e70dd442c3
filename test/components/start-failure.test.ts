import {expect} from '@open-wc/testing';
import type {AccountErrorEvent} from '../../components/index.js';
import {AccountError, type Reason} from '../../src/index.js';
import {TestAccount} from '../support/browser/account-service.js';
import {open, show} from '../support/browser/page.js';
import {account, flowAt, known} from '../support/browser/sample-states.js';

const signIn = 'You are not signed in here any more';
const told: readonly [Reason, string][] = [
  ['NETWORK', 'The service could not be reached'],
  ['TIMEOUT', 'The service could not be reached'],
  ['SESSION_UNAVAILABLE', signIn],
  ['SESSION_EXPIRED', signIn],
  ['UNAUTHENTICATED', signIn],
  ['RATE_LIMITED', 'That was too many requests. Try again in 42 seconds.'],
  ['UNAVAILABLE', 'The service is not available at the moment'],
  ['PROTOCOL', 'Something went wrong on our side'],
];

describe('A failure of the first screen', () => {
  for (const [reason, words] of told) {
    it(`is told for ${reason}, with a way to try again`, async () => {
      const problem = new AccountError(reason, {retryAfter: 42});
      const page = await show(flowAt({step: 'start', problem}));
      await page.sees(words);
      expect(page.button('Try again')).to.be.an.instanceof(HTMLElement);
    });
  }

  for (const [reason, words] of [
    ['ORIGIN_NOT_ALLOWED', 'This site may not show account settings.'],
    ['COMPONENT_NOT_ALLOWED', 'This site may not change these account settings.'],
  ] as const) {
    it(`is told for ${reason}, with no button that cannot help`, async () => {
      const page = await show(flowAt({step: 'start', problem: new AccountError(reason)}));
      await page.sees(words);
      expect(page.button('Try again')).to.equal(undefined);
      expect(page.root.querySelector('[aria-labelledby=heading]')).to.equal(null);
    });
  }

  it('is told once, in the words of its reason, and is over at the second try', async () => {
    const account = await TestAccount.open();
    await account.order('getAccount', {reason: 'UNAUTHENTICATED'}, 2);
    const reasons: Reason[] = [];
    const listen = ({reason}: AccountErrorEvent) => reasons.push(reason);
    document.addEventListener('account-error', listen);
    const page = await open(account);
    await page.sees(signIn);
    await page.hears(signIn);
    await page.presses('Try again');
    await page.arrivesAt('overview');
    document.removeEventListener('account-error', listen);
    expect(reasons).to.deep.equal(['UNAUTHENTICATED']);
  });
});

describe('A new number', () => {
  it('is refused at its field when no region is listed for it', async () => {
    const unlisted = {...known, account: {...account, phoneRegions: []}};
    const page = await show(flowAt({step: 'propose', ...unlisted, securityToken: 'sample'}));
    await page.enters('phone', '13800138000');
    await page.sees('Numbers of this country or region cannot be used');
    expect(page.field('phone').getAttribute('aria-invalid')).to.equal('true');
  });
});
