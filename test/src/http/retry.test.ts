import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Reason} from '../../../src/index.ts';
import {passTime, stopTime} from '../../support/node/conditions.ts';
import {account, clientOf, reasonOf, verify} from '../../support/node/fixtures.ts';
import {hangUp, raw, refuse, ScriptedService, succeed, type Reply} from '../../support/node/scripted-service.ts';

describe('a failure that may pass', () => {
  const passing: [string, Reply, Reason][] = [
    ['a connection that breaks', hangUp, 'NETWORK'],
    ['500', refuse(500, 'INTERNAL'), 'INTERNAL'],
    ['503', refuse(503, 'UNAVAILABLE'), 'UNAVAILABLE'],
    ['502 of a gateway', raw(502, {'content-type': 'text/html'}, '<script>alert(1)</script>'), 'UNAVAILABLE'],
    ['504 of a gateway', raw(504, {}), 'UNAVAILABLE'],
    ['599', raw(599, {}), 'UNAVAILABLE'],
    ['a 5xx with a new reason', refuse(507, 'NO_SPACE'), 'UNEXPECTED'],
    ['409 in flight', refuse(409, 'IDEMPOTENCY_IN_FLIGHT', {metadata: {retryAfter: 1}}), 'IDEMPOTENCY_IN_FLIGHT'],
    ['429 without a time', refuse(429, 'RATE_LIMITED'), 'RATE_LIMITED'],
    ['429 for a moment', refuse(429, 'RATE_LIMITED', {metadata: {retryAfter: 2}}), 'RATE_LIMITED'],
  ];
  for (const [name, reply, reason] of passing) {
    it(`is tried twice more, a change with the same key and body: ${name}`, async (t) => {
      stopTime(t);
      await using service = await ScriptedService.listen();
      service.on(verify, reply);
      const asking = reasonOf(clientOf(service.url).challenges.verify('ch_identity', '123456'));
      await passTime(t.mock.timers, () => service.requests.length === 3);
      assert.equal(await asking, reason);
      assert.equal(service.requests.length, 3);
      assert.equal(new Set(service.requests.map(({headers}) => headers['idempotency-key'])).size, 1);
      assert.equal(new Set(service.requests.map(({body}) => body)).size, 1);
    });

    it(`is not noticed when it passes: ${name}`, async (t) => {
      stopTime(t);
      await using service = await ScriptedService.listen();
      service.on('GET /v1/account', reply, succeed(account));
      let got: unknown;
      void clientOf(service.url)
        .account.get()
        .then((result) => (got = result));
      await passTime(t.mock.timers, () => got !== undefined);
      assert.deepEqual(got, account);
    });
  }

  const lasting: [number, string, object?][] = [
    [400, 'REQUEST_INVALID'],
    [401, 'SIGNATURE_INVALID'],
    [403, 'ORIGIN_NOT_ALLOWED'],
    [404, 'NOT_FOUND'],
    [409, 'PHONE_UNCHANGED'],
    [422, 'IDEMPOTENCY_KEY_REUSED'],
    [429, 'ACCOUNT_LOCKED', {retryAfter: 1}],
    [429, 'RATE_LIMITED', {retryAfter: 6}],
    [501, 'METHOD_NOT_ALLOWED'],
    [503, 'DELIVERY_FAILED'],
    [503, 'UNAVAILABLE', {retryAfter: 3600}],
  ];
  for (const [status, reason, metadata] of lasting) {
    it(`is not this one: ${status} ${reason} ${metadata ? JSON.stringify(metadata) : ''}`, async (t) => {
      stopTime(t);
      await using service = await ScriptedService.listen();
      service.on(verify, refuse(status, reason, {metadata: {...metadata}}));
      assert.equal(await reasonOf(clientOf(service.url).challenges.verify('ch_identity', '123456')), reason);
      // A 401 is worth a new session, and nothing else.
      assert.equal(service.requests.length, status === 401 ? 2 : 1);
    });
  }
});

describe('Retry-After', () => {
  // With half of the jitter: 150 ms after the first failure.
  const waits: [string | string[], number][] = [
    ['0', 150],
    ['2', 2150],
    ['5', 5150],
    ['1.5', 150],
    ['-5', 150],
    ['soon', 150],
    ['1e1', 150],
    ['Fri, 20 Nov 2099 06:46:00 GMT', 150],
    ['Fri, 20 Nov 1999 06:46:00 GMT', 150],
    [['3', '1'], 3150],
    [['soon', '1'], 1150],
  ];
  for (const [value, expected] of waits) {
    it(`${String(value)} is waited for: ${expected} ms`, async (t) => {
      stopTime(t);
      await using service = await ScriptedService.listen();
      service.on('GET /v1/account', raw(503, {'retry-after': value}), succeed(account));
      const asking = clientOf(service.url).account.get();
      await service.received(1);
      const waited = await passTime(t.mock.timers, () => service.requests.length === 2, 50);
      await asking;
      assert.ok(waited >= expected && waited <= expected + 100, `${waited} ms`);
    });
  }

  for (const value of ['6', '31536000', '999999999']) {
    it(`${value} is told, not slept`, async () => {
      await using service = await ScriptedService.listen();
      service.on('GET /v1/account', raw(503, {'retry-after': value}));
      await assert.rejects(clientOf(service.url).account.get(), {reason: 'UNAVAILABLE', retryAfter: Number(value)});
      assert.equal(service.requests.length, 1);
    });
  }
});
