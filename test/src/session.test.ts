import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {type AccountError, type SessionGrant} from '../../src/index.ts';
import {passTime, until} from '../support/node/conditions.ts';
import {account, clientOf, grant} from '../support/node/fixtures.ts';
import {raw, refuse, ScriptedService, succeed, type Reply} from '../support/node/scripted-service.ts';

/** A portal that gives out numbered secrets, and counts. */
function portal(...answers: (() => unknown)[]) {
  const asked: AbortSignal[] = [];
  const fetchClientSecret = ({signal}: {signal: AbortSignal}): Promise<SessionGrant> => {
    asked.push(signal);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return Promise.resolve(answer ? answer() : grant(`secret_${asked.length}`)) as Promise<SessionGrant>;
  };
  return {asked, fetchClientSecret};
}

/** Accepts the secrets that are named, and refuses all others. */
const onlyFor =
  (...secrets: string[]): Reply =>
  (response, request) =>
    (secrets.some((secret) => request.headers.authorization === `Bearer ${secret}`)
      ? succeed(account)
      : refuse(401, 'SESSION_EXPIRED'))(response, request);

/** Moves the monotonic clock. */
function shiftClock(t: TestContext): {by(seconds: number): void} {
  const now = performance.now.bind(performance);
  let shift = 0;
  t.mock.method(performance, 'now', () => now() + shift);
  return {by: (seconds) => (shift += seconds * 1000)};
}

describe('a session', () => {
  it('is not fetched before it is needed, and then once for all', async () => {
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', succeed(account));
    const {asked, fetchClientSecret} = portal();
    const client = clientOf(service.url, {fetchClientSecret});
    assert.equal(asked.length, 0);
    await Promise.all(Array.from({length: 20}, () => client.account.get()));
    await client.account.get();
    assert.equal(asked.length, 1);
  });

  it('is renewed once for 20 calls that were refused together, and each is sent once more', async () => {
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', onlyFor('secret_2'));
    const {asked, fetchClientSecret} = portal();
    const client = clientOf(service.url, {fetchClientSecret});
    await Promise.all(Array.from({length: 20}, () => client.account.get()));
    assert.equal(asked.length, 2);
    assert.equal(service.requests.length, 40);
  });

  it('is not renewed for a call that was sent before the last renewal', async () => {
    await using service = await ScriptedService.listen();
    let answerLate: (() => void) | undefined;
    service.on('GET /v1/verificationMethods', (response, request) => {
      if (answerLate) return succeed({methods: []})(response, request);
      answerLate = () => void refuse(401, 'SESSION_EXPIRED')(response, request);
    });
    service.on('GET /v1/account', onlyFor('secret_2'));
    const {asked, fetchClientSecret} = portal();
    const client = clientOf(service.url, {fetchClientSecret});
    const late = client.account.verificationMethods();
    await until(() => answerLate !== undefined);
    await client.account.get();
    answerLate?.();
    await late;
    assert.equal(asked.length, 2);
  });

  for (const [name, reply] of [
    ['with a reason', refuse(401, 'UNAUTHENTICATED')],
    ['with HTML', raw(401, {'content-type': 'text/html'}, '<h1>Unauthorized</h1>')],
    ['with nothing', raw(401, {})],
  ] as const) {
    it(`that is refused for ever ${name} is renewed once, and told once`, async () => {
      await using service = await ScriptedService.listen();
      service.on('GET /v1/account', reply);
      const {asked, fetchClientSecret} = portal();
      const told: AccountError[] = [];
      const client = clientOf(service.url, {fetchClientSecret, onSessionExpired: (error) => told.push(error)});
      const outcomes = await Promise.allSettled(Array.from({length: 20}, () => client.account.get()));
      assert.ok(outcomes.every((outcome) => outcome.status === 'rejected'));
      assert.equal(asked.length, 2);
      assert.equal(service.requests.length, 40);
      assert.deepEqual(
        told.map(({reason}) => reason),
        ['UNAUTHENTICATED'],
      );
    });
  }

  it('is renewed in the background before it ends, by the time it was given for', async (t) => {
    const clock = shiftClock(t);
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', succeed(account));
    const {asked, fetchClientSecret} = portal();
    const client = clientOf(service.url, {fetchClientSecret});
    await client.account.get();
    clock.by(869);
    await client.account.get();
    assert.equal(asked.length, 1);
    clock.by(2);
    await client.account.get();
    assert.equal(service.requests[2]?.headers.authorization, 'Bearer secret_1', 'nobody waits for the new one');
    assert.equal(asked.length, 2);
    await client.account.get();
    assert.equal(service.requests[3]?.headers.authorization, 'Bearer secret_2');
  });

  it('that has ended is not used any more', async (t) => {
    const clock = shiftClock(t);
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', succeed(account));
    const {fetchClientSecret} = portal();
    const client = clientOf(service.url, {fetchClientSecret});
    await client.account.get();
    clock.by(3600);
    await client.account.get();
    assert.deepEqual(
      service.requests.map(({headers}) => headers.authorization),
      ['Bearer secret_1', 'Bearer secret_2'],
    );
  });

  it('does not go by the date of the computer', async (t) => {
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', succeed(account));
    const {asked, fetchClientSecret} = portal();
    const client = clientOf(service.url, {fetchClientSecret});
    await client.account.get();
    t.mock.method(Date, 'now', () => Date.parse('2099-01-01T00:00:00Z'));
    await client.account.get();
    assert.equal(asked.length, 1);
  });

  it('that holds is used on while the portal cannot renew it, and nobody is alarmed', async (t) => {
    const clock = shiftClock(t);
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', succeed(account));
    const down = (): never => {
      throw new Error('the portal is down');
    };
    const {asked, fetchClientSecret} = portal(() => grant('secret_1'), down);
    const told: AccountError[] = [];
    const client = clientOf(service.url, {fetchClientSecret, onSessionExpired: (error) => told.push(error)});
    await client.account.get();
    clock.by(880);
    await client.account.get();
    await until(() => asked.length === 2);
    assert.equal(told.length, 0);
    clock.by(30);
    await assert.rejects(client.account.get(), {reason: 'SESSION_UNAVAILABLE'});
    assert.equal(told.length, 1);
  });

  const hopeless: [string, () => unknown][] = [
    ['throws', () => { throw new Error('secret_in_a_message'); }], // prettier-ignore
    ['rejects', () => Promise.reject(new Error('secret_in_a_message'))],
    ['gives nothing', () => undefined],
    ['gives HTML', () => '<h1>Log in</h1>'],
    ['gives a secret alone', () => 'cs_secret_1'],
    ['gives an empty secret', () => grant('')],
    ['gives a secret with a line break', () => grant('cs_secret\r\nx-evil: 1')],
    ['gives a secret of other letters', () => grant('机密')],
    ['gives a session that has ended', () => grant('cs', 0)],
    ['gives a session that ended long ago', () => grant('cs', -900)],
    ['gives no clock', () => ({...grant(), now: undefined})],
    ['gives an end that is a number', () => ({...grant(), expiresAt: 1e12})],
    ['gives an end that is no date', () => ({...grant(), expiresAt: '300'})],
  ];
  for (const [name, answer] of hopeless) {
    it(`cannot be had from a portal that ${name}; the next call asks again`, async () => {
      await using service = await ScriptedService.listen();
      service.on('GET /v1/account', succeed(account));
      const told: AccountError[] = [];
      const {asked, fetchClientSecret} = portal(answer, () => grant());
      const client = clientOf(service.url, {fetchClientSecret, onSessionExpired: (error) => told.push(error)});
      const outcomes = await Promise.allSettled([client.account.get(), client.account.get()]);
      for (const outcome of outcomes) {
        assert.equal(outcome.status === 'rejected' && (outcome.reason as AccountError).reason, 'SESSION_UNAVAILABLE');
        assert.doesNotMatch(String(outcome.status === 'rejected' && outcome.reason), /secret_in/);
      }
      assert.equal(told.length, 1, 'once for both');
      assert.equal(service.requests.length, 0);
      await client.account.get();
      assert.equal(asked.length, 2);
    });
  }

  it('is given up after 10 s, and what comes later is not used', async (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', succeed(account));
    let giveLate: ((late: SessionGrant) => void) | undefined;
    const {asked, fetchClientSecret} = portal(
      () => new Promise<SessionGrant>((resolve) => (giveLate = resolve)),
      () => grant('in_time'),
    );
    const client = clientOf(service.url, {fetchClientSecret});
    let error: AccountError | undefined;
    client.account.get().catch((found: unknown) => (error = found as AccountError));
    const passed = await passTime(t.mock.timers, () => error !== undefined);
    assert.equal(error?.reason, 'SESSION_UNAVAILABLE');
    assert.ok(passed >= 9_900 && passed <= 10_100, `${passed} ms`);
    assert.ok(asked[0]?.aborted, 'the portal is told by the signal');
    giveLate?.(grant('too_late'));
    await client.account.get();
    assert.equal(service.requests[0]?.headers.authorization, 'Bearer in_time');
  });

  it('is not announced when the client is closed meanwhile', async () => {
    const told: AccountError[] = [];
    const client = clientOf('http://localhost/', {
      fetchClientSecret: () => new Promise(() => undefined),
      onSessionExpired: (error) => told.push(error),
    });
    const asking = client.account.get();
    client.close();
    await assert.rejects(asking, {name: 'AbortError'});
    assert.equal(told.length, 0);
  });

  it('cannot be read from the client', async () => {
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', succeed(account));
    const client = clientOf(service.url);
    await client.account.get();
    assert.doesNotMatch(JSON.stringify(client) + JSON.stringify(Object.values(client)), /cs_secret/);
  });
});

describe('a session URL', () => {
  it('is asked by an empty POST, and only for JSON', async () => {
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', succeed(account));
    await using home = await ScriptedService.listen();
    home.on('POST /account-session', raw(200, {'content-type': 'application/json'}, JSON.stringify(grant('from_url'))));
    const client = clientOf(service.url, {fetchClientSecret: undefined, sessionUrl: `${home.url}account-session`});
    await client.account.get();
    assert.equal(home.requests[0]?.body, '');
    assert.equal(home.requests[0].headers.accept, 'application/json');
    assert.equal(service.requests[0]?.headers.authorization, 'Bearer from_url');
  });

  it('is asked with the cookies of its own origin, and never redirected or cached', async () => {
    const asked: [unknown, RequestInit | undefined][] = [];
    const client = clientOf('https://account.example', {
      fetchClientSecret: undefined,
      sessionUrl: '/account-session',
      fetch: (input, init) => {
        asked.push([input, init]);
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    });
    await assert.rejects(client.account.get(), {reason: 'SESSION_UNAVAILABLE'});
    const [[url, init]] = asked as [[string, RequestInit]];
    assert.equal(url, '/account-session');
    assert.equal(init.credentials, 'same-origin');
    assert.equal(init.redirect, 'error');
    assert.equal(init.cache, 'no-store');
  });

  const json = {'content-type': 'application/json'};
  for (const [name, reply] of [
    ['refuses', raw(403, json, JSON.stringify(grant()))],
    ['answers with HTML', raw(200, {'content-type': 'text/html'}, '<h1>Log in</h1>')],
    ['answers with 2 MiB', raw(200, json, JSON.stringify({...grant(), padding: 'x'.repeat(2 * 1024 * 1024)}))],
    ['redirects to a login page', raw(302, {location: '/login'})],
  ] as const) {
    it(`that ${name} gives no session`, async () => {
      await using home = await ScriptedService.listen();
      home.on('POST /account-session', reply);
      home.on('GET /login', raw(200, json, JSON.stringify(grant())));
      const client = clientOf(home.url, {fetchClientSecret: undefined, sessionUrl: `${home.url}account-session`});
      await assert.rejects(client.account.get(), {reason: 'SESSION_UNAVAILABLE'});
      assert.equal(home.requests.length, 1);
    });
  }
});
