import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import type {AccountError} from '../../src/index.ts';
import {until} from '../support/node/conditions.ts';
import {account, clientOf} from '../support/node/fixtures.ts';
import {raw, refuse, ScriptedService, succeed, type Reply} from '../support/node/scripted-service.ts';

const json = {'content-type': 'application/json'};
const envelope = (result: unknown, more = ''): string =>
  `{"requestId":"req-1","result":${JSON.stringify(result)}${more}}`;

/** A whole and proper answer in that many bytes. */
const padded = (length: number): Buffer => {
  const answer = Buffer.from(envelope(account));
  return Buffer.concat([answer, Buffer.alloc(length - answer.length, ' ')]);
};

/** A proper answer with a member of so many levels more. */
const nested = (levels: number): string =>
  envelope(account).replace('{"accountId"', `{"x":${'['.repeat(levels)}${']'.repeat(levels)},"accountId"`);

/** What asking for the account gives when the service answers so, and how often it was asked. */
async function ask(reply: Reply): Promise<{error?: AccountError; result?: unknown; asked: number}> {
  await using service = await ScriptedService.listen();
  service.on('GET /v1/account', reply);
  const outcome = await clientOf(service.url)
    .account.get()
    .then(
      (result) => ({result}),
      (error: unknown) => ({error: error as AccountError}),
    );
  return {...outcome, asked: service.requests.length};
}

describe('an answer of the service', () => {
  const accepted: [string, Reply][] = [
    ['in the usual form', succeed(account)],
    ['that says charset=utf-8', succeed(account, {'content-type': 'application/json; charset=utf-8'})],
    ['that says charset="UTF-8" in capitals', succeed(account, {'content-type': 'Application/JSON;charset="UTF-8"'})],
    ['with members that this version does not know', succeed({...account, invented: {deep: [1]}})],
    ['with a new value in a list of values', succeed({...account, kind: 'somethingNew'})],
    ['with a byte order mark', raw(200, json, `\ufeff${envelope(account)}`)],
    ['with a member that is nested', raw(200, json, nested(10))],
    ['with status 226', raw(226, json, envelope(account))],
    ['with status 299', raw(299, json, envelope(account))],
    ['compressed', raw(200, {...json, 'content-encoding': 'gzip'}, gzipSync(envelope(account)))],
    ['with a member named __proto__', raw(200, json, envelope(account, ',"__proto__":{"polluted":true}'))],
    ['just below 1 MiB', raw(200, json, envelope({...account, padding: 'x'.repeat(1024 * 1024 - 2048)}))],
  ];
  for (const [name, reply] of accepted) {
    it(`is taken: ${name}`, async () => {
      const {result, error} = await ask(reply);
      assert.equal(error, undefined);
      assert.equal((result as typeof account).accountId, account.accountId);
      assert.equal(({} as {polluted?: boolean}).polluted, undefined);
    });
  }

  // 明 in GBK, in the place of a letter of the login name.
  const gbk = Buffer.from(envelope({...account, loginName: 'XX'}));
  gbk.set([0xc3, 0xf7], gbk.indexOf('XX'));
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const refused: [string, Reply][] = [
    ['an HTML page with status 200', raw(200, {'content-type': 'text/html'}, '<h1>Log in to the hotel</h1>')],
    ['an HTML page that says to be JSON', raw(200, json, '<h1>Log in to the hotel</h1>')],
    ['JSON as text/plain', raw(200, {'content-type': 'text/plain'}, envelope(account))],
    ['JSON as problem+json', raw(200, {'content-type': 'application/problem+json'}, envelope(account))],
    ['JSON without a content type', raw(200, {}, envelope(account))],
    ['two content types', raw(200, {'content-type': 'application/json, text/plain'}, envelope(account))],
    ['charset=gbk', raw(200, {'content-type': 'application/json; charset=gbk'}, envelope(account))],
    ['GBK bytes that say to be UTF-8', raw(200, json, gbk)],
    ['JSON that is cut in the middle', raw(200, json, envelope(account).slice(0, 60))],
    ['no content, status 204', raw(204, {})],
    ['an empty body', raw(200, json)],
    ['null', raw(200, json, 'null')],
    ['an array', raw(200, json, '[]')],
    ['a string', raw(200, json, '"ok"')],
    ['an envelope without a result', raw(200, json, '{"requestId":"req-1"}')],
    ['an envelope without a request id', raw(200, json, `{"result":${JSON.stringify(account)}}`)],
    ['a result that is an array', raw(200, json, envelope([]))],
    ['a result that is null', raw(200, json, envelope(null))],
    ['an error with status 200', raw(200, json, '{"requestId":"req-1","error":{"details":[{"reason":"INTERNAL"}]}}')],
    ['200,000 nested arrays', raw(200, json, deep)],
    [
      'nested arrays in the result',
      raw(200, json, envelope(account).replace('{"accountId"', `{"x":${deep},"accountId"`)),
    ],
    ['a member that is nested absurdly', raw(200, json, nested(20))],
    ['64 MiB', raw(200, json, padded(64 * 1024 * 1024))],
    ['200 MiB in a small gzip', raw(200, {...json, 'content-encoding': 'gzip'}, gzipSync(padded(200 * 1024 * 1024)))],
    ['status 418 with text', raw(418, {'content-type': 'text/plain'}, 'teapot')],
    ['status 404 of somebody else', raw(404, json, '{"message":"no such route"}')],
    ['a result with status 404', raw(404, json, envelope(account))],
    ['status 999', raw(999, json, '{}')],
    ['an account without phone regions', succeed({...account, phoneRegions: undefined})],
    ['an account id that is a number', succeed({...account, accountId: 123456789012})],
    ['a date that is none', succeed({...account, lockedUntil: 'tomorrow'})],
  ];
  for (const [name, reply] of refused) {
    it(`is a protocol error: ${name}`, async () => {
      const {error, asked} = await ask(reply);
      assert.equal(error?.reason, 'PROTOCOL');
      assert.equal(asked, 1, 'is not asked for again');
    });
  }

  for (const [name, type] of [
    ['of another type', 'text/html'],
    ['that is too long', 'application/json'],
  ] as const) {
    it(`${name} is not waited for when it does not end: the connection is given up`, async () => {
      await using service = await ScriptedService.listen();
      let closed = false;
      service.on('GET /v1/account', (response) => {
        response.on('close', () => (closed = true));
        response.writeHead(200, {'content-type': type}).write(Buffer.alloc(1024 * 1024 + 1, ' '));
      });
      await assert.rejects(clientOf(service.url).account.get(), {reason: 'PROTOCOL'});
      await until(() => closed, 'the connection to close');
    });
  }

  it('whose connection closes in the middle is a network error, and is asked for again', async (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    t.mock.method(Math, 'random', () => 0);
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', (response) => {
      response.writeHead(200, {...json, 'content-length': '500'});
      response.write('{"req', () => void response.destroy());
    });
    const asking = assert.rejects(clientOf(service.url).account.get(), {reason: 'NETWORK'});
    for (const request of [1, 2, 3]) {
      await service.received(request);
      await tickPast(() => t.mock.timers.tick(1));
    }
    await asking;
    assert.equal(service.requests.length, 3);
  });
});

/** Gives sockets some turns, letting a moment pass in each. */
async function tickPast(tick: () => void): Promise<void> {
  for (let turn = 0; turn < 50; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    tick();
  }
}

describe('a refusal of the service', () => {
  it('becomes its reason, with what is known about it', async () => {
    const {error} = await ask(
      refuse(400, 'PHONE_INVALID', {field: 'phone', metadata: {attemptsLeft: 4, retryAfter: 42}}),
    );
    assert.deepEqual(JSON.parse(JSON.stringify(error)), {
      reason: 'PHONE_INVALID',
      field: 'phone',
      retryAfter: 42,
      attemptsLeft: 4,
      requestId: 'req-2',
      status: 400,
    });
    assert.equal(error?.message, 'PHONE_INVALID (request req-2)');
    assert.equal(error.cause, undefined);
  });

  it('with a reason that is new is unexpected, and keeps its status', async () => {
    const {error} = await ask(refuse(409, 'MOON_IN_WRONG_PHASE'));
    assert.equal(error?.reason, 'UNEXPECTED');
    assert.equal(error.status, 409);
  });

  it('cannot use a reason that only the SDK may give', async () => {
    assert.equal((await ask(refuse(400, 'SESSION_UNAVAILABLE'))).error?.reason, 'UNEXPECTED');
    assert.equal((await ask(refuse(400, 'toString'))).error?.reason, 'UNEXPECTED');
  });

  it('counts by its HTTP status, whatever the body says', async () => {
    const body = '{"requestId":"r","error":{"code":200,"status":"OK","message":"","details":[{"reason":"NOT_FOUND"}]}}';
    assert.equal((await ask(raw(404, json, body))).error?.status, 404);
  });

  const odd: [string, string][] = [
    ['no details', '{"requestId":"r","error":{"code":400}}'],
    ['empty details', '{"requestId":"r","error":{"details":[]}}'],
    ['details that are no list', '{"requestId":"r","error":{"details":{"0":{"reason":"NOT_FOUND"}}}}'],
    ['a reason that is a number', '{"requestId":"r","error":{"details":[{"reason":7}]}}'],
    ['error is a string', '{"requestId":"r","error":"no"}'],
    ['error is null', '{"requestId":"r","error":null}'],
  ];
  for (const [name, body] of odd) {
    it(`of another form is a protocol error: ${name}`, async () => {
      const {error} = await ask(raw(400, json, body));
      assert.equal(error?.reason, 'PROTOCOL');
      assert.equal(error.status, 400);
    });
  }

  it('shows nothing that is not of its form', async () => {
    const {error} = await ask(
      refuse(400, 'REQUEST_INVALID', {
        field: '<script>alert(1)</script>',
        metadata: {attemptsLeft: -1, retryAfter: '300'},
        headers: {'retry-after': '1e9'},
      }),
    );
    assert.equal(error?.field, undefined);
    assert.equal(error?.attemptsLeft, undefined);
    assert.equal(error?.retryAfter, undefined);
  });

  it('of a gateway means what its status means', async () => {
    const html = {'content-type': 'text/html'};
    assert.equal((await ask(raw(501, html, '<p>'))).error?.reason, 'UNAVAILABLE');
    assert.equal((await ask(raw(429, {...html, 'retry-after': '60'}, '<p>'))).error?.reason, 'RATE_LIMITED');
    assert.equal((await ask(raw(429, {...html, 'retry-after': '60'}, '<p>'))).error?.retryAfter, 60);
    assert.equal((await ask(raw(401, html, '<p>'))).error?.reason, 'UNAUTHENTICATED');
    assert.equal((await ask(raw(413, html, '<p>'))).error?.reason, 'PROTOCOL');
  });
});
