// The whole conversation against the account service of this project, over sockets.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {portalOrigin, visitOf} from '../../../sandbox/test/support/partner.ts';
import {startTestService, type Operator, type TestService} from '../../../sandbox/test/support/service.ts';
import {
  createAccountClient,
  SecurityPhoneChangeFlow,
  type AccountClient,
  type Challenge,
  type NewPhone,
  type SecurityPhoneChangeState,
} from '../../../src/index.ts';

let service: TestService;
before(async () => (service = await startTestService({settings: {failuresBeforeLock: 5}})));
after(() => service.close());

/** A page of the portal with this account's visitor. The same visit is the same login at the portal. */
function openPage(
  {accountId}: Operator,
  visit = accountId,
): AccountClient & {flow: SecurityPhoneChangeFlow; keys: string[]} {
  const keys: string[] = [];
  const client = createAccountClient({
    endpoint: service.url,
    fetchClientSecret: () => service.partner.mint({accountId, visitId: visitOf(visit)}),
    fetch: (input, init) => {
      const request = new Request(input, init);
      // A browser says where the page is from by itself.
      request.headers.set('origin', portalOrigin);
      const key = request.headers.get('idempotency-key');
      if (key) keys.push(key);
      return fetch(request);
    },
  });
  return {...client, flow: new SecurityPhoneChangeFlow(client), keys};
}

/** A mainland number that no other test uses. */
let lastNumber = 0;
const newNumber = (): NewPhone => ({
  region: 'CN',
  number: `1${3 + (lastNumber % 7)}${String(10_000_000 + ++lastNumber * 1_234_567)
    .slice(-9)
    .padStart(9, '5')}`,
});

const stepOf = ({state}: SecurityPhoneChangeFlow): string =>
  state.problem ? `${state.step} ${state.problem.reason}` : state.step;

type Step = SecurityPhoneChangeState['step'];

/** What the conversation knows at a step. Fails at any other, and at a problem. */
function standsAt<S extends Step>(
  {state}: SecurityPhoneChangeFlow,
  step: S,
): Extract<SecurityPhoneChangeState, {step: S}> {
  assert.equal(state.problem?.reason, undefined);
  assert.equal(state.step, step);
  return state as unknown as Extract<SecurityPhoneChangeState, {step: S}>;
}

/** Begins, and has a code sent to the first method. */
async function chooseFirst(flow: SecurityPhoneChangeFlow): Promise<void> {
  await flow.start();
  await flow.change();
  await flow.choose(standsAt(flow, 'choose').methods[0]?.methodId ?? '');
}

/** The code that is awaited, also when there is a problem with it. */
const awaited = ({state}: SecurityPhoneChangeFlow): Challenge =>
  'challenge' in state ? state.challenge : assert.fail(`${state.step} awaits no code`);

/** Goes on until the code for the new number is awaited. */
async function untilConfirm(flow: SecurityPhoneChangeFlow, operator: Operator, phone = newNumber()): Promise<void> {
  await flow.start();
  await flow.change();
  await identify(flow, operator);
  await flow.propose(phone);
  assert.equal(stepOf(flow), 'confirm');
}

/** Proves identity by the first method that can. */
async function identify(flow: SecurityPhoneChangeFlow, operator: Operator): Promise<void> {
  const {state} = flow;
  if (state.step === 'choose') {
    const method = state.methods.find(({usableForVerification}) => usableForVerification);
    await flow.choose(method?.methodId ?? '');
  }
  await flow.identify(await operator.newestCode());
  assert.equal(stepOf(flow), 'propose');
}

const wrong = (code: string): string => (code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`);

describe('changing the security phone at the account service', () => {
  it('makes the new number good for login and verification', async () => {
    const operator = await service.operator('new-account');
    const {flow} = openPage(operator);
    await untilConfirm(flow, operator);
    await flow.confirm(await operator.newestCode());
    const {phone} = standsAt(flow, 'done');
    assert.ok(phone.usableForLogin && phone.usableForVerification);
    await flow.leave();
    const {methods} = standsAt(flow, 'overview');
    assert.equal(methods.find(({kind}) => kind === 'phone')?.masked, phone.phone);
  });

  it('makes a number of another account good for verification only', async () => {
    const operator = await service.operator('new-account');
    const {flow} = openPage(operator);
    await untilConfirm(flow, operator, {region: 'CN', number: '13711110001'});
    await flow.confirm(await operator.newestCode());
    const {phone} = standsAt(flow, 'done');
    assert.ok(phone.usableForVerification && !phone.usableForLogin);
    assert.equal(phone.loginRefused, 'TIED_TO_ANOTHER_ACCOUNT');
  });

  it('goes on after a reload, with the same countdown', async () => {
    const operator = await service.operator('new-account');
    const first = openPage(operator);
    await chooseFirst(first.flow);
    first.close();

    const second = openPage(operator);
    await second.flow.start();
    standsAt(second.flow, 'identify');
    assert.deepEqual(awaited(second.flow), awaited(first.flow));
    await identify(second.flow, operator);

    const stranger = openPage(operator, 'another visit');
    await stranger.flow.start();
    assert.equal(stepOf(stranger.flow), 'overview');
  });

  it('counts wrong codes, and locks the account when there are too many', async () => {
    const operator = await service.operator('new-account');
    const {flow, clock} = openPage(operator);
    await chooseFirst(flow);
    const code = wrong(await operator.newestCode());
    for (const left of [4, 3, 2, 1]) {
      await flow.identify(code);
      assert.equal(stepOf(flow), 'identify CODE_INCORRECT');
      assert.equal(awaited(flow).attemptsLeft, left);
    }
    await flow.identify(code);
    await flow.identify(code);
    const {until} = standsAt(flow, 'locked');
    const seconds = (Date.parse(until) - clock.now()) / 1000;
    const {lockFor} = service.config.settings;
    assert.ok(seconds > lockFor - 5 && seconds <= lockFor + 1, `${seconds} s`);
    await flow.leave();
    assert.equal(stepOf(flow), 'locked');
  });

  it('says that a code has expired, and sends another', async () => {
    const operator = await service.operator('new-account');
    const {flow} = openPage(operator);
    await chooseFirst(flow);
    const old = await operator.newestCode();
    await service.advanceClock(301);
    await flow.identify(old);
    assert.equal(stepOf(flow), 'identify CODE_EXPIRED');
    await flow.resend();
    assert.equal(stepOf(flow), 'identify');
    await identify(flow, operator);
  });

  it('says when another code may be sent', async () => {
    const operator = await service.operator('new-account');
    const {flow, clock} = openPage(operator);
    await chooseFirst(flow);
    await flow.resend();
    assert.equal(stepOf(flow), 'identify RATE_LIMITED');
    const seconds = (Date.parse(awaited(flow).resendAt) - clock.now()) / 1000;
    assert.ok(seconds > 50 && seconds <= 61, `${seconds} s`);
  });

  it('outlives a proof that has expired, and keeps the number', async () => {
    const operator = await service.operator('new-account');
    const {flow} = openPage(operator);
    await flow.start();
    await flow.change();
    await identify(flow, operator);
    await service.advanceClock(service.config.settings.securityTokenLifetime + 1);
    const phone = newNumber();
    await flow.propose(phone);
    assert.equal(stepOf(flow), 'choose SECURITY_TOKEN_EXPIRED');
    await identify(flow, operator);
    assert.deepEqual(standsAt(flow, 'propose').phone, phone);
    await flow.propose(phone);
    await flow.confirm(await operator.newestCode());
    assert.equal(stepOf(flow), 'done');
  });

  for (const operation of [
    'createChallenge',
    'verifyChallenge',
    'proposeSecurityPhone',
    'confirmSecurityPhone',
  ] as const) {
    it(`does nothing twice when the answer is lost after the effect: ${operation}`, async (t) => {
      const operator = await service.operator('new-account');
      const {flow, keys} = openPage(operator);
      // All three tries of one move are lost, so that the operator has to try again.
      await service.order(operator.accountId, operation, {drop: 'after'}, 3);
      await flow.start();
      await flow.change();
      // The shortest of the random waits.
      t.mock.method(Math, 'random', () => 0);
      const twice = async (step: string, move: () => Promise<void>): Promise<void> => {
        const before = keys.length;
        await move();
        if (flow.state.step === step) await move();
        assert.notEqual(stepOf(flow), step);
        assert.equal(new Set(keys.slice(before)).size, 1, 'one key for all tries');
      };
      const methodId = standsAt(flow, 'choose').methods[0]?.methodId ?? '';
      const phone = newNumber();
      await twice('choose', () => flow.choose(methodId));
      const first = await operator.newestCode();
      await twice('identify', () => flow.identify(first));
      await twice('propose', () => flow.propose(phone));
      const second = await operator.newestCode();
      await twice('confirm', () => flow.confirm(second));
      assert.equal(stepOf(flow), 'done');
      assert.equal(keys.length, 4 + 3, 'the three lost answers, and nothing else, were asked for again');
      const messages = await operator.messages();
      assert.equal(messages.filter(({code}) => code !== undefined).length, 2, 'no code was sent twice');
    });
  }

  it('does not give the lost answer of an earlier try to one who begins anew with the same number', async (t) => {
    const operator = await service.operator('new-account');
    const {flow} = openPage(operator);
    const phone = newNumber();
    t.mock.method(Math, 'random', () => 0);
    await flow.start();
    await flow.change();
    await identify(flow, operator);
    await service.order(operator.accountId, 'proposeSecurityPhone', {drop: 'after'}, 3);
    await flow.propose(phone);
    assert.equal(stepOf(flow), 'propose NETWORK');

    await flow.leave();
    await service.advanceClock(301);
    await flow.change();
    await identify(flow, operator);
    await flow.propose(phone);
    const {challenge} = standsAt(flow, 'confirm');
    assert.ok(Date.parse(challenge.expiresAt) > flow.clock.now(), 'the code is a new one');
    await flow.confirm(await operator.newestCode());
    assert.equal(stepOf(flow), 'done');
  });

  it('shows the change of another tab', async () => {
    const operator = await service.operator('new-account');
    const [one, other] = [openPage(operator), openPage(operator)];
    await untilConfirm(one.flow, operator);
    const code = await operator.newestCode();
    const visitor = openPage(operator, 'another visit');
    await service.advanceClock(61);
    await untilConfirm(visitor.flow, operator);
    await visitor.flow.confirm(await operator.newestCode());
    assert.equal(stepOf(visitor.flow), 'done');
    await one.flow.confirm(code);
    assert.equal(stepOf(one.flow), 'overview CONCURRENT_CHANGE');
    await other.flow.start();
    assert.ok('methods' in one.flow.state && 'methods' in other.flow.state);
    assert.deepEqual(one.flow.state.methods, other.flow.state.methods);
  });

  it('goes on when the session has ended in the middle', async () => {
    const operator = await service.operator('new-account');
    const {flow} = openPage(operator);
    await flow.start();
    await flow.change();
    await service.advanceClock(3700);
    await identify(flow, operator);
  });

  it('takes a number of another region, and refuses one that is not listed', async () => {
    const operator = await service.operator('new-account');
    const {flow} = openPage(operator);
    await flow.start();
    await flow.change();
    await identify(flow, operator);
    await flow.propose({region: 'US', number: '2015550123'});
    assert.equal(stepOf(flow), 'propose PHONE_REGION_NOT_ALLOWED');
    await flow.propose({region: 'HK', number: '91234567'});
    assert.equal(standsAt(flow, 'confirm').phone.region, 'HK');
  });

  const others: [string, string, string][] = [
    ['jd-account', 'jdAccount', 'jdAccount'],
    ['no-usable-method', 'overview', 'noMethod'],
    ['locked', 'locked', 'locked'],
    ['unverified-email', 'overview', 'choose'],
    ['phone-only', 'overview', 'choose'],
  ];
  for (const [persona, first, then] of others) {
    it(`begins for ${persona} at ${first}, and goes on to ${then}`, async () => {
      const {flow} = openPage(await service.operator(persona));
      await flow.start();
      assert.equal(stepOf(flow), first);
      await flow.change();
      assert.equal(stepOf(flow), then);
    });
  }

  for (const body of ['garbage', 'html'] as const) {
    it(`gets over an answer that is ${body}`, async () => {
      const operator = await service.operator('new-account');
      const {flow, keys} = openPage(operator);
      await untilConfirm(flow, operator);
      await service.order(operator.accountId, 'confirmSecurityPhone', {body});
      const code = await operator.newestCode();
      await flow.confirm(code);
      assert.equal(stepOf(flow), 'confirm PROTOCOL');
      await flow.confirm(code);
      assert.equal(stepOf(flow), 'done');
      assert.equal(keys.at(-1), keys.at(-2), 'the change was asked for once');
    });
  }
});
