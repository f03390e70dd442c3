// What the service says is checked where it comes in: a conversation never meets a value that it cannot use.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isAccountError, type AccountClient} from '../../../src/index.ts';
import {account, challenge, changedPhone, clientOf, methods, newPhoneChallenge} from '../../support/node/fixtures.ts';

type Json = Record<string, unknown>;

/** A client whose service answers everything with this result. */
const answering = (result: unknown): AccountClient =>
  clientOf('https://account.example', {
    fetch: () =>
      Promise.resolve(
        new Response(JSON.stringify({requestId: 'r', result}), {headers: {'content-type': 'application/json'}}),
      ),
  });

const token = {securityToken: 'st_secret', expiresAt: '2026-11-20T06:52:00.000Z'};

const calls: [string, unknown, readonly string[], (client: AccountClient) => Promise<unknown>][] = [
  [
    'account.get',
    account,
    ['accountId', 'kind', 'loginName', 'support', 'links', 'phoneRegions'],
    ({account}) => account.get(),
  ],
  [
    'account.get, a region',
    account,
    [
      'phoneRegions.0.region',
      'phoneRegions.0.callingCode',
      'phoneRegions.0.name',
      'phoneRegions.0.pattern',
      'phoneRegions.0.example',
    ],
    ({account}) => account.get(),
  ],
  ['account.get, support', account, ['support.phone', 'support.ticketUrl'], ({account}) => account.get()],
  [
    'account.verificationMethods',
    {methods},
    [
      'methods',
      'methods.0.methodId',
      'methods.0.kind',
      'methods.0.masked',
      'methods.0.verified',
      'methods.1.usableForVerification',
      'methods.1.usableForLogin',
    ],
    ({account}) => account.verificationMethods(),
  ],
  [
    'challenges.list',
    {challenges: [challenge]},
    ['challenges', 'challenges.0.challengeId', 'challenges.0.purpose'],
    ({challenges}) => challenges.list(),
  ],
  ...(
    [
      ['challenges.get', challenge, ({challenges}) => challenges.get('ch_identity')],
      ['challenges.create', challenge, ({challenges}) => challenges.create('vm_phone', 'changeSecurityPhone')],
      ['challenges.resend', challenge, ({challenges}) => challenges.resend('ch_identity')],
      ['securityPhone.propose', newPhoneChallenge, ({securityPhone}) => securityPhone.propose('+8613912345678', 'st')],
    ] satisfies [string, unknown, (client: AccountClient) => Promise<unknown>][]
  ).map(([name, result, call]): (typeof calls)[number] => [
    name,
    result,
    ['challengeId', 'purpose', 'channel', 'sentTo', 'codeLength', 'sentAt', 'expiresAt', 'resendAt', 'attemptsLeft'],
    call,
  ]),
  [
    'challenges.verify',
    token,
    ['securityToken', 'expiresAt'],
    ({challenges}) => challenges.verify('ch_identity', '123456'),
  ],
  [
    'securityPhone.confirm',
    changedPhone,
    [
      'phone',
      'usableForVerification',
      'usableForLogin',
      'changedAt',
      'notified',
      'notified.0.channel',
      'notified.0.sentTo',
    ],
    ({securityPhone}) => securityPhone.confirm('ch_new', '123456', 'st'),
  ],
];

/** A copy in which the member at `path` is `value`, or is missing. */
function changed(result: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(result);
  const names = path.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce<Json>((found, name) => found[name] as Json, copy as Json);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy;
}

describe('a result', () => {
  for (const [name, result, members, call] of calls) {
    it(`of ${name} is taken as the contract has it, and with more`, async () => {
      await call(answering(result));
      await call(answering({...(result as Json), invented: {more: true}}));
    });

    for (const path of members) {
      it(`of ${name} is refused when ${path} is missing or something else`, async () => {
        for (const value of [undefined, null, 1.5, -1]) {
          const outcome = await call(answering(changed(result, path, value))).catch((error: unknown) => error);
          assert.ok(isAccountError(outcome, 'PROTOCOL'), `${path} = ${JSON.stringify(value)}`);
        }
      });
    }
  }

  it('may lack what the contract makes optional, and may not have it wrong', async () => {
    const {account} = answering(changed(challenge, 'methodId', undefined));
    await assert.rejects(account.get(), {reason: 'PROTOCOL'});
    await answering(changed(challenge, 'methodId', undefined)).challenges.get('ch_identity');
    for (const wrong of [7, null, 'soon', '2026-13-45T99:99:99Z']) {
      const late = answering({...changedPhone, cancellationBlockedUntil: wrong});
      await assert.rejects(late.securityPhone.confirm('ch_new', '123456', 'st'), {reason: 'PROTOCOL'});
    }
  });

  it('with a proof that cannot stand in a header is refused', async () => {
    for (const securityToken of ['st\r\nx-evil: 1', 'st 1', '密', 'x'.repeat(5000)]) {
      await assert.rejects(answering({...token, securityToken}).challenges.verify('ch_identity', '123456'), {
        reason: 'PROTOCOL',
      });
    }
  });

  it('cannot be completed by a prototype', async (t) => {
    Object.defineProperty(Object.prototype, 'sentTo', {value: '138*****000', configurable: true});
    t.after(() => Reflect.deleteProperty(Object.prototype, 'sentTo'));
    const incomplete = answering(changed(challenge, 'sentTo', undefined));
    await assert.rejects(incomplete.challenges.get('ch_identity'), {reason: 'PROTOCOL'});
  });
});
