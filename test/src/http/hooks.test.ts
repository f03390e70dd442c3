import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type AccountError, type Reason} from '../../../src/index.ts';
import {passTime, until, stopTime} from '../../support/node/conditions.ts';
import {account, clientOf, reasonOf, verify} from '../../support/node/fixtures.ts';
import {hangUp, raw, refuse, ScriptedService, succeed, type Reply} from '../../support/node/scripted-service.ts';

describe('hooks', () => {
  it('see each try by its template, with its outcome and nothing else', async (t) => {
    stopTime(t);
    await using service = await ScriptedService.listen();
    service.on(verify, hangUp, refuse(400, 'CODE_INCORRECT', {field: 'code'}));
    const news: object[] = [];
    const client = clientOf(service.url, {
      hooks: {
        beforeRequest: (request) => news.push({...request}),
        afterResponse: ({duration, ...response}) => news.push({...response, timed: duration >= 0}),
      },
    });
    let reason: Reason | undefined;
    void reasonOf(client.challenges.verify('ch_identity', '482016')).then((found) => (reason = found));
    await passTime(t.mock.timers, () => reason !== undefined);
    const path = 'v1/challenges/{challengeId}:verify';
    const method = 'POST';
    assert.deepEqual(news, [
      {method, path, attempt: 1},
      {method, path, attempt: 1, status: undefined, reason: 'NETWORK', requestId: undefined, timed: true},
      {method, path, attempt: 2},
      {method, path, attempt: 2, status: 400, reason: 'CODE_INCORRECT', requestId: 'req-2', timed: true},
    ]);
    assert.doesNotMatch(JSON.stringify(news), /482016|cs_secret|ch_identity/);
  });

  it('that throw change nothing, and are heard of', async () => {
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', succeed(account));
    const heard: unknown[] = [];
    const listen = (error: unknown): void => void heard.push(error);
    const before = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException').on('uncaughtException', listen);
    const broken = (): never => {
      throw new Error('a bug of the portal');
    };
    const client = clientOf(service.url, {hooks: {beforeRequest: broken, afterResponse: broken}});
    assert.deepEqual(await client.account.get(), account);
    await until(() => heard.length === 2);
    process.removeAllListeners('uncaughtException');
    for (const listener of before) process.on('uncaughtException', listener);
  });
});

describe('an error', () => {
  it('holds nothing that was sent, however the request fails', async (t) => {
    stopTime(t);
    const replies: Reply[] = [
      hangUp,
      raw(502, {'content-type': 'text/html'}, '482016 +8613912345678 st_secret'),
      raw(200, {'content-type': 'application/json'}, '482016 +8613912345678 st_secret'),
      refuse(400, 'REQUEST_INVALID', {field: '+8613912345678'}),
    ];
    for (const reply of replies) {
      await using service = await ScriptedService.listen();
      service.on('POST /v1/securityPhone:confirm', reply);
      let error: AccountError | undefined;
      clientOf(service.url)
        .securityPhone.confirm('ch_new', '482016', 'st_secret')
        .catch((found: unknown) => (error = found as AccountError));
      await passTime(t.mock.timers, () => error !== undefined);
      assert.doesNotMatch(everythingOf(error), /482016|13912345678|st_secret|cs_secret/);
    }
  });
});

/** All that can be reached from a value, also what is not enumerable. */
function everythingOf(value: unknown, seen = new Set()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  return Reflect.ownKeys(value)
    .map((key) => `${String(key)}=${everythingOf((value as Record<PropertyKey, unknown>)[key], seen)}`)
    .join(';');
}
