import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Reason} from '../../../src/index.ts';
import {passTime, until, stopTime} from '../../support/node/conditions.ts';
import {
  account,
  challenge,
  changedPhone,
  clientOf,
  newPhoneChallenge,
  reasonOf,
  verify,
  token,
} from '../../support/node/fixtures.ts';
import {raw, refuse, ScriptedService, succeed} from '../../support/node/scripted-service.ts';

describe('a request', () => {
  it('carries the session, and nothing that could identify the page', async () => {
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', succeed(account));
    await clientOf(service.url, {lang: 'zh-CN'}).account.get();
    const headers = service.requests[0]?.headers ?? {};
    assert.equal(headers.authorization, 'Bearer cs_secret_1');
    assert.equal(headers.accept, 'application/json');
    assert.equal(headers['accept-language'], 'zh-CN');
    assert.equal(headers.cookie, undefined);
    assert.equal(headers.referer, undefined);
    assert.equal(headers['idempotency-key'], undefined);
    assert.equal(headers['content-type'], undefined);
  });

  it('asks fetch for no cookies, no cache, no redirect and no referrer', async () => {
    let asked: Request | undefined;
    const client = clientOf('https://account.example/base', {
      fetch: (input) => {
        asked = input as Request;
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    });
    const closing = client.account.get();
    await until(() => asked !== undefined);
    client.close();
    await assert.rejects(closing, {name: 'AbortError'});
    assert.equal(asked?.url, 'https://account.example/base/v1/account');
    assert.equal(asked.credentials, 'omit');
    assert.equal(asked.cache, 'no-store');
    assert.equal(asked.redirect, 'error');
    assert.equal(asked.referrerPolicy, 'no-referrer');
  });

  it('that changes something carries a key of its own and its body as JSON', async () => {
    await using service = await ScriptedService.listen();
    service.on(verify, succeed(token));
    const {challenges} = clientOf(service.url);
    await challenges.verify('ch_identity', '012345');
    await challenges.verify('ch_identity', '012345');
    const [first, second] = service.requests;
    assert.equal(first?.body, '{"code":"012345"}');
    assert.equal(first.headers['content-type'], 'application/json');
    assert.match(String(first.headers['idempotency-key']), /^[\x21-\x7e]{8,255}$/);
    assert.notEqual(first.headers['idempotency-key'], second?.headers['idempotency-key']);
  });

  it('without a body says so', async () => {
    await using service = await ScriptedService.listen();
    service.on('POST /v1/challenges/ch_identity:resend', succeed(challenge));
    await clientOf(service.url).challenges.resend('ch_identity');
    assert.equal(service.requests[0]?.body, '');
    assert.equal(service.requests[0].headers['content-type'], undefined);
  });

  it('carries the proof of identity where one is asked for', async () => {
    await using service = await ScriptedService.listen();
    service.on('POST /v1/securityPhone:propose', succeed(newPhoneChallenge));
    service.on('POST /v1/securityPhone:confirm', succeed(changedPhone));
    const {securityPhone} = clientOf(service.url);
    await securityPhone.propose('+8613912345678', 'st_secret');
    await securityPhone.confirm('ch_new', '123456', 'st_secret');
    assert.deepEqual(
      service.requests.map(({headers, body}) => [headers['x-jdcloud-security-token'], body]),
      [
        ['st_secret', '{"phone":"+8613912345678"}'],
        ['st_secret', '{"challengeId":"ch_new","code":"123456"}'],
      ],
    );
  });

  for (const id of ['..', '../account', 'a/b', 'a%2fb', '', 'x'.repeat(10_000), 'ch_1?x=1', 'ch_1#']) {
    it(`is not sent when the id is none: ${id.slice(0, 20)}`, async () => {
      await using service = await ScriptedService.listen();
      await assert.rejects(clientOf(service.url).challenges.get(id), {reason: 'REQUEST_INVALID', field: 'challengeId'});
      assert.equal(service.requests.length, 0);
    });
  }

  it('for one code is not answered by another one', async () => {
    await using service = await ScriptedService.listen();
    service.on('GET /v1/challenges/ch_other', succeed(challenge));
    assert.equal(await reasonOf(clientOf(service.url).challenges.get('ch_other')), 'PROTOCOL');
  });
});

describe('a redirect', () => {
  for (const status of [301, 302, 303, 307, 308]) {
    it(`${status} is not followed: another origin gets nothing`, async (t) => {
      stopTime(t);
      await using other = await ScriptedService.listen();
      await using service = await ScriptedService.listen();
      service.on(verify, raw(status, {location: `${other.url}v1/challenges/ch_identity:verify`}));
      let reason: Reason | undefined;
      void reasonOf(clientOf(service.url).challenges.verify('ch_identity', '123456')).then((found) => (reason = found));
      await passTime(t.mock.timers, () => reason !== undefined);
      assert.equal(reason, 'NETWORK');
      assert.equal(other.requests.length, 0);
    });
  }
});

describe('the clock', () => {
  it('goes by the answers of the service, and not by the Date header or the computer', async () => {
    await using service = await ScriptedService.listen();
    service.on(
      'GET /v1/account',
      succeed(account, {'x-jdcloud-date': '2031-05-06T07:08:09.000Z', date: 'Thu, 01 Jan 1970 00:00:00 GMT'}),
    );
    const {clock, ...client} = clientOf(service.url);
    await client.account.get();
    assert.ok(Math.abs(clock.now() - Date.parse('2031-05-06T07:08:09.000Z')) < 1000);
  });

  it('also learns from a refusal, and not from what is no date', async () => {
    await using service = await ScriptedService.listen();
    service.on(
      'GET /v1/account',
      refuse(404, 'NOT_FOUND', {headers: {'x-jdcloud-date': '2031-05-06T07:08:09.000Z'}}),
      refuse(404, 'NOT_FOUND', {headers: {'x-jdcloud-date': 'yesterday'}}),
    );
    const {clock, ...client} = clientOf(service.url);
    await reasonOf(client.account.get());
    await reasonOf(client.account.get());
    assert.ok(Math.abs(clock.now() - Date.parse('2031-05-06T07:08:09.000Z')) < 1000);
  });
});
