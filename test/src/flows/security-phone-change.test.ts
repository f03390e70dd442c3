import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  AccountError,
  SecurityPhoneChangeFlow,
  type AccountErrorDetails,
  type Challenge,
  type IntentOptions,
  type Reason,
  type SecurityPhoneChangeService,
  type SecurityPhoneChangeState,
} from '../../../src/index.ts';
import {account, challenge, changedPhone, methods, newPhoneChallenge} from '../../support/node/fixtures.ts';

const now = Date.parse('2026-11-20T06:46:30.000Z');
const securityToken = 'st_secret';
const phone = {region: 'CN', number: '13912345678'};

/** The calls of a service that says yes to everything, or what a test says instead, call by call. */
class WillingService implements SecurityPhoneChangeService {
  readonly calls: string[] = [];
  readonly intents: unknown[] = [];
  readonly #others = new Map<string, (() => unknown)[]>();
  readonly clock = {now: () => now};

  /** Answers the next calls otherwise; then it is willing again. */
  but(call: string, ...answers: unknown[]): this {
    const others = answers.map((answer) => () => (answer instanceof Error ? Promise.reject(answer) : answer));
    this.#others.set(call, [...(this.#others.get(call) ?? []), ...others]);
    return this;
  }

  async #answer<T>(call: string, usual: T, input: readonly unknown[] = [], options?: IntentOptions): Promise<T> {
    this.calls.push([call, ...input].join(' '));
    if (options?.intent) this.intents.push(options.intent);
    const other = this.#others.get(call)?.shift();
    return (other ? await other() : usual) as T;
  }

  readonly account = {
    get: () => this.#answer('account', account),
    verificationMethods: () => this.#answer('methods', methods),
  };
  readonly challenges = {
    list: () => this.#answer('list', [] as readonly Challenge[]),
    get: () => this.#answer('get', challenge),
    create: (methodId: string, purpose: string, options?: IntentOptions) =>
      this.#answer('create', challenge, [methodId, purpose], options),
    resend: (id: string, options?: IntentOptions) =>
      this.#answer('resend', id === 'ch_new' ? newPhoneChallenge : challenge, [id], options),
    verify: (id: string, code: string, options?: IntentOptions) =>
      this.#answer('verify', {securityToken, expiresAt: '2026-11-20T06:52:00.000Z'}, [id, code], options),
  };
  readonly securityPhone = {
    propose: (number: string, token: string, options?: IntentOptions) =>
      this.#answer('propose', newPhoneChallenge, [number, token], options),
    confirm: (id: string, code: string, token: string, options?: IntentOptions) =>
      this.#answer('confirm', changedPhone, [id, code, token], options),
  };
}

const no = (reason: Reason, details: AccountErrorDetails = {}): AccountError => new AccountError(reason, details);

const known = {account, methods};
const at = {
  overview: {step: 'overview', ...known},
  choose: {step: 'choose', ...known},
  identify: {step: 'identify', ...known, challenge},
  propose: {step: 'propose', ...known, securityToken},
  confirm: {step: 'confirm', ...known, securityToken, phone, challenge: newPhoneChallenge},
  done: {step: 'done', ...known, phone: changedPhone},
  noMethod: {step: 'noMethod', ...known},
  locked: {step: 'locked', ...known, until: '2026-11-20T07:00:00.000Z'},
} satisfies Record<string, SecurityPhoneChangeState>;

const begin = (service: SecurityPhoneChangeService, from?: SecurityPhoneChangeState): SecurityPhoneChangeFlow =>
  new SecurityPhoneChangeFlow(service, from);

const reasonAt = ({state}: SecurityPhoneChangeFlow): string => `${state.step} ${state.problem?.reason ?? ''}`;

const is = (flow: SecurityPhoneChangeFlow, state: SecurityPhoneChangeState, problem?: AccountError): void =>
  assert.deepEqual(
    {...flow.state, phone: 'phone' in flow.state ? flow.state.phone : undefined},
    {
      ...state,
      phone: 'phone' in state ? state.phone : undefined,
      busy: false,
      problem,
    },
  );

describe('changing the security phone', () => {
  it('goes from the overview to a changed number', async () => {
    const service = new WillingService();
    const flow = begin(service);
    await flow.start();
    is(flow, at.overview);
    await flow.change();
    is(flow, at.choose);
    await flow.choose('vm_phone');
    is(flow, at.identify);
    await flow.identify('123456');
    is(flow, at.propose);
    await flow.propose({region: 'CN', number: '13912345678'});
    is(flow, at.confirm);
    await flow.confirm('654321');
    is(flow, at.done);
    assert.deepEqual(service.calls, [
      'account',
      'methods',
      'list',
      'create vm_phone changeSecurityPhone',
      'verify ch_identity 123456',
      'propose +8613912345678 st_secret',
      'confirm ch_new 654321 st_secret',
    ]);
    assert.equal(new Set(service.intents).size, 4, 'an intent for each thing that is meant');
  });

  it('asks nothing twice when a button is hit twice', async () => {
    const service = new WillingService();
    const flow = begin(service, at.choose);
    await Promise.all([flow.choose('vm_phone'), flow.choose('vm_phone'), flow.leave()]);
    assert.equal(service.calls.length, 1);
  });

  it('is not moved by a click that comes too late', async () => {
    const service = new WillingService();
    for (const state of Object.values(at)) {
      const flow = begin(service, state);
      const before = flow.state;
      await flow.start();
      if (state.step !== 'overview') await flow.change();
      if (state.step !== 'choose') await flow.choose('vm_phone');
      if (state.step !== 'identify') await flow.identify('123456');
      if (state.step !== 'propose') await flow.propose(phone);
      if (state.step !== 'confirm') await flow.confirm('123456');
      if (state.step !== 'confirm') await flow.correct();
      if (state.step !== 'identify' && state.step !== 'confirm') await flow.resend();
      assert.equal(flow.state, before);
    }
    assert.deepEqual(service.calls, []);
  });
});

describe('the beginning', () => {
  it('goes on with a code of this visit', async () => {
    const service = new WillingService().but('list', [newPhoneChallenge, challenge]);
    const flow = begin(service);
    await flow.start();
    is(flow, at.identify);
  });

  it('does not go on with a code for something else', async () => {
    const flow = begin(
      new WillingService().but('list', [newPhoneChallenge, {...challenge, purpose: 'upgradeAccount'}]),
    );
    await flow.start();
    is(flow, at.overview);
  });

  it('sends a JD account to JD Mall', async () => {
    const jd = {...account, kind: 'jd' as const};
    const flow = begin(new WillingService().but('account', jd).but('methods', []));
    await flow.start();
    is(flow, {step: 'jdAccount', account: jd, methods: []});
  });

  it('says so when the account is locked, by the clock of the service', async () => {
    const until = new Date(now + 1000).toISOString();
    const locked = {...account, lockedUntil: until};
    const flow = begin(new WillingService().but('account', locked).but('list', [challenge]));
    await flow.start();
    is(flow, {step: 'locked', until, account: locked, methods});
    const over = {...account, lockedUntil: new Date(now).toISOString()};
    const later = begin(new WillingService().but('account', over));
    await later.start();
    is(later, {...at.overview, account: over});
  });

  it('can be tried again when the service was not reached', async () => {
    const lost = no('NETWORK');
    const flow = begin(new WillingService().but('methods', lost));
    await flow.start();
    is(flow, {step: 'start'}, lost);
    await flow.start();
    is(flow, at.overview);
  });

  it('has no way on without a usable method', async () => {
    const none = methods.map((method) => ({...method, usableForVerification: false}));
    const flow = begin(new WillingService().but('methods', none));
    await flow.start();
    is(flow, {step: 'overview', account, methods: none});
    await flow.change();
    is(flow, {step: 'noMethod', account, methods: none});
    await flow.leave();
    is(flow, at.overview);
  });
});

describe('a code', () => {
  const steps = [
    ['identify', at.identify, (flow: SecurityPhoneChangeFlow, code: string) => flow.identify(code)],
    ['confirm', at.confirm, (flow: SecurityPhoneChangeFlow, code: string) => flow.confirm(code)],
  ] as const;
  for (const [step, state, enter] of steps) {
    const call = step === 'identify' ? 'verify' : 'confirm';

    it(`that is none is not sent (${step})`, async () => {
      const service = new WillingService();
      const flow = begin(service, state);
      await enter(flow, '12345');
      await enter(flow, '123 456');
      await enter(flow, '١٢٣٤٥٦');
      assert.equal(flow.state.problem?.reason, 'CODE_MALFORMED');
      assert.equal(flow.state.problem.field, 'code');
      assert.equal(flow.state.step, step);
      assert.deepEqual(service.calls, []);
    });

    it(`that is wrong costs a try (${step})`, async () => {
      const problem = no('CODE_INCORRECT', {attemptsLeft: 3, field: 'code'});
      const flow = begin(new WillingService().but(call, problem), state);
      await enter(flow, '000000');
      is(flow, {...state, challenge: {...state.challenge, attemptsLeft: 3}}, problem);
    });

    it(`has no tries left when they are used up, until another is sent (${step})`, async () => {
      const problem = no('CODE_EXHAUSTED');
      const flow = begin(new WillingService().but(call, problem), state);
      await enter(flow, '000000');
      is(flow, {...state, challenge: {...state.challenge, attemptsLeft: 0}}, problem);
      await flow.resend();
      is(flow, state);
    });

    it(`that has expired shows as expired (${step})`, async () => {
      const problem = no('CODE_EXPIRED');
      const flow = begin(new WillingService().but(call, problem), state);
      await enter(flow, '000000');
      is(flow, {...state, challenge: {...state.challenge, expiresAt: new Date(now).toISOString()}}, problem);
    });

    it(`can be had again, and not too soon (${step})`, async () => {
      const problem = no('RATE_LIMITED', {retryAfter: 42});
      const service = new WillingService().but('resend', problem);
      const flow = begin(service, state);
      await flow.resend();
      is(flow, {...state, challenge: {...state.challenge, resendAt: new Date(now + 42_000).toISOString()}}, problem);
      await flow.resend();
      is(flow, state);
      assert.deepEqual(service.calls, [
        `resend ${state.challenge.challengeId}`,
        `resend ${state.challenge.challengeId}`,
      ]);
    });

    it(`entered wrong too often locks the account (${step})`, async () => {
      const flow = begin(new WillingService().but(call, no('ACCOUNT_LOCKED', {retryAfter: 900})), state);
      await enter(flow, '000000');
      is(flow, {step: 'locked', ...known, until: new Date(now + 900_000).toISOString()});
      await flow.leave();
      is(flow, at.overview);
    });

    it(`keeps its step and its intent when the answer is lost (${step})`, async () => {
      const service = new WillingService().but(call, no('NETWORK'), no('SESSION_UNAVAILABLE'));
      const flow = begin(service, state);
      await enter(flow, '123456');
      assert.equal(reasonAt(flow), `${step} NETWORK`);
      await enter(flow, '123456');
      assert.equal(reasonAt(flow), `${step} SESSION_UNAVAILABLE`);
      await enter(flow, '123456');
      assert.equal(new Set(service.intents).size, 1);
      assert.equal(flow.state.problem, undefined);
    });
  }

  it('that is gone leads back to where a new one comes from', async () => {
    const gone = no('NOT_FOUND');
    const identifying = begin(new WillingService().but('verify', gone), at.identify);
    await identifying.identify('123456');
    is(identifying, at.choose, gone);
    const confirming = begin(new WillingService().but('confirm', gone), at.confirm);
    await confirming.confirm('123456');
    is(confirming, {...at.propose, phone}, gone);
  });

  it('cannot go to a method that has become unusable', async () => {
    const problem = no('METHOD_NOT_USABLE');
    const flow = begin(new WillingService().but('create', problem).but('methods', []), at.choose);
    await flow.choose('vm_phone');
    is(flow, {step: 'noMethod', account, methods: []}, problem);
  });

  it('cannot be sent from a locked account', async () => {
    const flow = begin(new WillingService().but('create', no('ACCOUNT_LOCKED', {retryAfter: 60})), at.choose);
    await flow.choose('vm_phone');
    is(flow, {step: 'locked', ...known, until: new Date(now + 60_000).toISOString()});
  });
});

describe('the new number', () => {
  it('is checked before it is sent', async () => {
    const service = new WillingService();
    const flow = begin(service, at.propose);
    for (const number of ['', '1391234', '139 1234 5678', '+8613912345678', '13912345678\n']) {
      await flow.propose({region: 'CN', number});
      assert.equal(reasonAt(flow), 'propose PHONE_INVALID');
      assert.equal(flow.state.problem?.field, 'phone');
    }
    await flow.propose({region: 'US', number: '2015550123'});
    assert.equal(reasonAt(flow), 'propose PHONE_REGION_NOT_ALLOWED');
    assert.deepEqual(service.calls, []);
  });

  it('may be of any region that the account lists', async () => {
    const service = new WillingService();
    const flow = begin(service, at.propose);
    await flow.propose({region: 'HK', number: '51234567'});
    is(flow, {...at.confirm, phone: {region: 'HK', number: '51234567'}});
    assert.deepEqual(service.calls, ['propose +85251234567 st_secret']);
  });

  it('can be corrected with the same proof', async () => {
    const service = new WillingService();
    const flow = begin(service, at.confirm);
    await flow.correct();
    is(flow, {...at.propose, phone});
    await flow.propose({region: 'CN', number: '13912345679'});
    is(flow, {...at.confirm, phone: {region: 'CN', number: '13912345679'}});
    assert.deepEqual(service.calls, ['propose +8613912345679 st_secret']);
  });

  for (const reason of [
    'PHONE_UNCHANGED',
    'PHONE_NOT_REACHABLE',
    'PHONE_CHANGE_COOLDOWN',
    'RATE_LIMITED',
    'DELIVERY_FAILED',
  ] as const) {
    it(`stays at its step when the service refuses it: ${reason}`, async () => {
      const problem = no(reason, {field: 'phone', retryAfter: 60});
      const flow = begin(new WillingService().but('propose', problem), at.propose);
      await flow.propose(phone);
      is(flow, at.propose, problem);
    });
  }

  const expiring = [
    ['propose', at.propose, (flow: SecurityPhoneChangeFlow) => flow.propose(phone)],
    ['confirm', at.confirm, (flow: SecurityPhoneChangeFlow) => flow.confirm('123456')],
    ['resend', at.confirm, (flow: SecurityPhoneChangeFlow) => flow.resend()],
  ] as const;
  for (const [call, state, move] of expiring) {
    for (const reason of ['SECURITY_TOKEN_EXPIRED', 'SECURITY_TOKEN_REQUIRED'] as const) {
      it(`outlives a proof that has expired: ${reason} at ${call}`, async () => {
        const problem = no(reason);
        const service = new WillingService().but(call, problem);
        const flow = begin(service, state);
        await move(flow);
        is(flow, at.choose, problem);
        assert.deepEqual(service.calls.slice(-2), ['account', 'methods']);
        await flow.choose('vm_phone');
        await flow.identify('123456');
        is(flow, {...at.propose, phone});
      });
    }

    it(`leads back also when nothing more can be read (${call})`, async () => {
      const problem = no('SECURITY_TOKEN_EXPIRED');
      const flow = begin(new WillingService().but(call, problem).but('account', no('NETWORK')), state);
      await move(flow);
      is(flow, at.choose, problem);
    });
  }

  it('that somebody else changed meanwhile shows as it is now', async () => {
    const problem = no('CONCURRENT_CHANGE');
    const changed = methods.map((method) => ({...method, masked: '137*****000'}));
    const flow = begin(new WillingService().but('confirm', problem).but('methods', changed), at.confirm);
    await flow.confirm('123456');
    is(flow, {step: 'overview', account, methods: changed}, problem);
  });

  it('is no matter of a JD account', async () => {
    const problem = no('JD_ACCOUNT');
    const jd = {...account, kind: 'jd' as const};
    const flow = begin(new WillingService().but('propose', problem).but('account', jd).but('methods', []), at.propose);
    await flow.propose(phone);
    is(flow, {step: 'jdAccount', account: jd, methods: []}, problem);
  });
});

describe('the way back', () => {
  it('goes one step at a time, asks nothing, and keeps the number', async () => {
    const service = new WillingService();
    const flow = begin(service, at.confirm);
    await flow.back();
    is(flow, {...at.propose, phone});
    await flow.back();
    is(flow, at.choose);
    assert.deepEqual(service.calls, []);
    await flow.choose('vm_phone');
    await flow.back();
    is(flow, at.choose);
    await flow.choose('vm_phone');
    await flow.identify('123456');
    is(flow, {...at.propose, phone});
  });

  for (const from of ['choose', 'identify', 'propose', 'confirm', 'done', 'noMethod', 'locked'] as const) {
    it(`leads out of ${from}, to what is true now`, async () => {
      const service = new WillingService();
      const flow = begin(service, at[from]);
      await flow.leave();
      is(flow, at.overview);
      assert.deepEqual(service.calls, ['account', 'methods']);
    });
  }

  it('forgets the number', async () => {
    const flow = begin(new WillingService(), at.confirm);
    await flow.leave();
    await flow.change();
    await flow.choose('vm_phone');
    await flow.identify('123456');
    is(flow, at.propose);
  });

  it('stays where it is, number and all, when the service is not reached', async () => {
    const lost = no('NETWORK');
    const flow = begin(new WillingService().but('account', lost), at.confirm);
    await flow.leave();
    is(flow, at.confirm, lost);
  });

  it('leads back into the lock while it lasts', async () => {
    const until = new Date(now + 60_000).toISOString();
    const locked = {...account, lockedUntil: until};
    const flow = begin(new WillingService().but('account', locked), at.locked);
    await flow.leave();
    is(flow, {step: 'locked', account: locked, methods, until});
  });
});

describe('what the conversation knows', () => {
  it('holds no code, also after it was refused', async () => {
    const service = new WillingService().but('verify', no('CODE_INCORRECT', {attemptsLeft: 4}));
    const flow = begin(service, at.identify);
    const states: unknown[] = [];
    flow.subscribe((state) => states.push(state));
    await flow.identify('482016');
    await flow.identify('482016');
    await flow.propose(phone);
    await flow.confirm('482016');
    assert.equal(flow.state.step, 'done');
    assert.doesNotMatch(JSON.stringify(states) + JSON.stringify(flow), /482016/);
    assert.doesNotMatch(JSON.stringify(flow.state), /13912345678|st_secret/, 'the end holds no secret at all');
  });

  it('gives the clock of the service', () => assert.equal(begin(new WillingService()).clock.now(), now));
});
