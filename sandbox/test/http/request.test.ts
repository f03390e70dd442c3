import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {gzipSync} from 'node:zlib';
import {after, before, describe, test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {ask, startTestService, type Operator, type TestService} from '../support/service.ts';
import {portalOrigin} from '../support/partner.ts';
import {sendRaw} from '../support/wire.ts';

let service: TestService;
let operator: Operator;
before(async () => {
  service = await startTestService({timeouts: {headers: 400, request: 600}});
  operator = await service.operator();
});
after(() => service.close());

const path = '/v1/challenges';
const send = (body: unknown, headers: Record<string, string | undefined> = {}) =>
  operator.ask({method: 'POST', path, body, headers: {'idempotency-key': randomUUID(), ...headers}});
const written = async () => (await service.database.query('SELECT challenge_id FROM challenges')).length;

/** The head of a request that would be right. */
const head = (more: readonly string[], method = 'POST', target = path) =>
  [
    `${method} ${target} HTTP/1.1`,
    `Host: ${new URL(service.url).host}`,
    `Authorization: Bearer ${operator.clientSecret}`,
    `Origin: ${portalOrigin}`,
    `Idempotency-Key: ${randomUUID()}`,
    ...more,
    '',
    '',
  ].join('\r\n');

describe('the size of a body', () => {
  const ofBytes = (count: number) =>
    JSON.stringify({methodId: 'x'.repeat(count - JSON.stringify({methodId: ''}).length)});

  test('may be 65,536 bytes and no byte more', async () => {
    assert.equal(Buffer.byteLength(ofBytes(65_536)), 65_536);
    assert.equal((await send(ofBytes(65_536))).reason, 'REQUEST_INVALID');
    const refused = await send(ofBytes(65_537));
    assert.equal(refused.status, 413);
    assert.equal(refused.reason, 'BODY_TOO_LARGE');
  });

  test('is refused by its announcement, before a byte of it was sent', async () => {
    const {status, text} = await sendRaw(
      service.url,
      head(['Content-Type: application/json', 'Content-Length: 104857600']),
    );
    assert.equal(status, 413);
    assert.match(text, /BODY_TOO_LARGE/);
  });

  test('is counted while it is read when it is not announced', async () => {
    let sent = 0;
    const endless = async () => {
      await wait(1);
      sent += 4096;
      return sent > 100 * 1024 * 1024 ? undefined : `1000\r\n${'x'.repeat(4096)}\r\n`;
    };
    const {status} = await sendRaw(
      service.url,
      head(['Content-Type: application/json', 'Transfer-Encoding: chunked']),
      endless,
    );
    assert.equal(status, 413);
    // What was on its way when the answer came is thrown away, not kept.
    assert.ok(sent < 8 * 1024 * 1024, `${sent} bytes were taken`);
  });
});

describe('the type of a body', () => {
  const body = '{"methodId":"vm_x","purpose":"changeSecurityPhone"}';
  const types = [
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=gbk',
    'application/json; charset=utf-16',
    'application/json, text/plain',
    'application/json;text/plain',
    'application/jsonp',
    'application/json-seq',
    'text/json',
    '',
  ];
  for (const type of types) {
    test(`${type ?? 'missing'} is refused unread`, async () => {
      const before = await written();
      // Not JSON at all: whoever parsed it would say so.
      for (const content of [body, '{']) {
        const answer = await send(content, {'content-type': type});
        assert.equal(answer.status, 415);
        assert.equal(answer.reason, 'MEDIA_TYPE_NOT_SUPPORTED');
      }
      assert.equal(await written(), before);
    });
  }

  test('is JSON however its name is written', async () => {
    for (const type of [
      'application/json',
      'APPLICATION/JSON',
      'application/json; charset=utf-8',
      'application/json;charset="UTF-8"',
    ]) {
      assert.equal((await send(body, {'content-type': type})).reason, 'METHOD_NOT_USABLE', type);
    }
  });

  test('that is compressed is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(1024 * 1024));
    for (const encoding of ['gzip', 'br', 'deflate', 'x-unknown', 'identity, gzip']) {
      assert.equal((await send(bomb, {'content-encoding': encoding})).status, 415, encoding);
    }
    assert.equal((await send(body, {'content-encoding': 'identity'})).reason, 'METHOD_NOT_USABLE');
  });

  test('does not matter without a body', async () => {
    assert.equal((await operator.post('/v1/challenges/ch_nothing:resend')).reason, 'NOT_FOUND');
    assert.equal((await operator.post('/v1/challenges/ch_nothing:resend', {})).reason, 'NOT_FOUND');
    assert.equal((await operator.post('/v1/challenges/ch_nothing:resend', {code: '123456'})).reason, 'REQUEST_INVALID');
  });
});

describe('a body', () => {
  const refused: Record<string, string | Buffer> = {
    empty: '',
    blank: ' ',
    null: 'null',
    'a list': '[]',
    'a text': '"x"',
    'a number': '123',
    true: 'true',
    'with a comma too much': '{"methodId":"vm_x","purpose":"changeSecurityPhone",}',
    'with other quotes': `{'methodId':'vm_x'}`,
    'with bare names': '{methodId:"vm_x"}',
    'with NaN': '{"methodId":NaN}',
    'with a comment': '{"methodId":"vm_x"} // c',
    'with two values': '{}{}',
    'with a number too large': '{"methodId":1e400}',
    'with a member twice': '{"methodId":"vm_x","methodId":"vm_y","purpose":"changeSecurityPhone"}',
    'with a member twice, once escaped': '{"methodId":"vm_x","method\\u0049d":"vm_y","purpose":"changeSecurityPhone"}',
    'with __proto__': '{"__proto__":{"isAdmin":true},"methodId":"vm_x","purpose":"changeSecurityPhone"}',
    'with constructor':
      '{"constructor":{"prototype":{"isAdmin":true}},"methodId":"vm_x","purpose":"changeSecurityPhone"}',
    'with members that objects have': '{"toString":1,"hasOwnProperty":1,"then":1}',
    'with half a surrogate pair': '{"methodId":"\\ud83d","purpose":"changeSecurityPhone"}',
    'with U+0000': '{"methodId":"vm_\\u0000","purpose":"changeSecurityPhone"}',
    'of nine levels': `${'{"a":'.repeat(9)}1${'}'.repeat(9)}`,
    'of 30,000 levels': `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
    'with 5,000 members': JSON.stringify(
      Object.fromEntries(Array.from({length: 5000}, (_, index) => [`m${index}`, 1])),
    ),
    'in UTF-16': Buffer.from('{"methodId":"vm_x","purpose":"changeSecurityPhone"}', 'utf16le'),
    'in broken UTF-8': Buffer.concat([Buffer.from('{"methodId":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
    ...Object.fromEntries(
      ['role', 'accountId', 'verified', 'status', 'login', 'sessionId'].map((name) => [
        `with the unknown member ${name}`,
        `{"methodId":"vm_x","purpose":"changeSecurityPhone","${name}":"1"}`,
      ]),
    ),
    'with a number for a text': '{"methodId":1,"purpose":"changeSecurityPhone"}',
    'with a member missing': '{"methodId":"vm_x"}',
    'with another purpose': '{"methodId":"vm_x","purpose":"becomeAdmin"}',
  };
  for (const [name, body] of Object.entries(refused)) {
    test(`${name} is refused`, async () => {
      const before = await written();
      const answer = await send(body);
      assert.equal(answer.status, 400, answer.text);
      assert.equal(answer.reason, 'REQUEST_INVALID');
      assert.equal(await written(), before);
    });
  }

  test('leaves no trace in the prototype of objects', () => {
    assert.equal(({} as {isAdmin?: boolean}).isAdmin, undefined);
  });

  test('may begin with a byte order mark', async () => {
    assert.equal((await send('\uFEFF{"methodId":"vm_x","purpose":"changeSecurityPhone"}')).reason, 'METHOD_NOT_USABLE');
  });

  test('is refused with the name of the field and without its value', async () => {
    const canary = '13812345678';
    const named = await send({methodId: `${canary} `, purpose: 'changeSecurityPhone'});
    assert.equal(named.field, 'methodId');
    const unknown = await send({methodId: 'vm_x', purpose: 'changeSecurityPhone', [canary]: canary});
    assert.equal(unknown.field, undefined);
    const known = await send({methodId: 'vm_x', purpose: 'changeSecurityPhone', role: canary});
    assert.equal(known.field, 'role');
    for (const answer of [named, unknown, known]) assert.ok(!answer.text.includes(canary), answer.text);
  });
});

describe('a method', () => {
  test('that a path does not have is answered with those that it has, for every path', async () => {
    const paths: Record<string, string> = {
      '/v1/account': 'GET, OPTIONS',
      '/v1/challenges': 'GET, POST, OPTIONS',
      '/v1/challenges/ch_x': 'GET, OPTIONS',
      '/v1/challenges/ch_x:verify': 'POST, OPTIONS',
      '/v1/challenges/ch_x:resend': 'POST, OPTIONS',
      '/v1/componentSessions': 'POST, OPTIONS',
      '/v1/componentSessions/cs_x': 'DELETE, OPTIONS',
      '/v1/describeUser': 'GET, OPTIONS',
      '/v1/securityPhone:confirm': 'POST, OPTIONS',
      '/v1/securityPhone:propose': 'POST, OPTIONS',
      '/v1/verificationMethods': 'GET, OPTIONS',
    };
    for (const [one, allow] of Object.entries(paths)) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'].filter(
        (name) => !allow.includes(name),
      )) {
        const answer = await ask(service.url, {method, path: one});
        assert.equal(answer.status, 405, `${method} ${one}`);
        assert.equal(answer.headers.allow, allow);
        assert.ok(method === 'HEAD' || answer.reason === 'METHOD_NOT_ALLOWED');
      }
      const options = await ask(service.url, {method: 'OPTIONS', path: one});
      assert.deepEqual([options.status, options.headers.allow], [204, allow]);
    }
  });

  test('cannot be overridden by a header', async () => {
    const answer = await operator.get('/v1/account', {
      'x-http-method-override': 'DELETE',
      'x-original-url': '/v1/nothing',
    });
    assert.equal(answer.status, 200);
  });
});

describe('a path', () => {
  test('that is none of the contract does not exist', async () => {
    for (const one of [
      '/',
      '/v1',
      '/v1/',
      '/v1/account/',
      '/V1/account',
      '/v1/account/x',
      '/v1/challenges/a/b',
      '/v1//account',
      '/v1/realName',
      '/%',
      '/v1/account%00',
      '/v1/challenges/%2e%2e',
    ]) {
      const answer = await operator.get(one);
      assert.equal(answer.reason, 'NOT_FOUND', one);
    }
  });

  test('may have its colon escaped', async () => {
    assert.equal((await operator.post('/v1/challenges/ch_x%3Averify', {code: '123456'})).reason, 'NOT_FOUND');
    assert.equal(
      (await operator.post('/v1/securityPhone%3Apropose', {phone: '+8613911110001'})).reason,
      'SECURITY_TOKEN_REQUIRED',
    );
  });
});

describe('headers', () => {
  test('of every answer keep it out of caches, frames and guesses', async () => {
    const answers = await Promise.all([
      operator.get('/v1/account'),
      operator.get('/v1/nothing'),
      operator.ask({method: 'PUT', path: '/v1/account'}),
      send('{'),
      send('x', {'content-type': 'text/plain'}),
      send('x'.repeat(70_000)),
      ask(service.url, {path: '/v1/account'}),
      ask(service.url, {method: 'OPTIONS', path: '/v1/account', headers: {origin: portalOrigin}}),
      ask(service.url, {path: '/healthz'}),
    ]);
    for (const {status, headers} of answers) {
      assert.equal(headers['cache-control'], 'no-store', String(status));
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/);
      assert.match(String(headers['x-jdcloud-request-id']), /^[0-9a-f]{20}$/);
      assert.ok(Math.abs(Date.parse(String(headers['x-jdcloud-date'])) - Date.now()) < 60_000);
      assert.match(String(headers.vary), /Origin/);
      assert.equal(headers.server, undefined);
      assert.equal(headers['x-powered-by'], undefined);
    }
    const {headers, requestId} = await operator.get('/v1/account');
    assert.equal(headers['x-jdcloud-request-id'], requestId);
  });

  test('of 100 kB, or 200 of them, are refused', async () => {
    const large = await sendRaw(service.url, head([`X-Large: ${'x'.repeat(100_000)}`], 'GET', '/v1/account'));
    const many = await sendRaw(
      service.url,
      head(
        Array.from({length: 200}, (_, index) => `X-${index}: 1`),
        'GET',
        '/v1/account',
      ),
    );
    for (const {status, text} of [large, many]) {
      assert.equal(status, 431);
      assert.match(text, /"reason":"REQUEST_INVALID"/);
      assert.match(text, /cache-control: no-store/i);
    }
  });

  test('that ask for another format get JSON', async () => {
    for (const accept of ['text/html', '*/*', 'application/xml', 'x'.repeat(4000)]) {
      const answer = await operator.get('/v1/account', {accept});
      assert.equal(answer.headers['content-type'], 'application/json');
    }
  });

  test('of other protocols do no harm', async () => {
    const {status} = await operator.get('/v1/account', {
      range: 'bytes=0-10',
      'if-none-match': '*',
      te: 'trailers',
      traceparent: 'garbage',
      'accept-language': 'zh-CN, ../../etc, <script>',
      'user-agent': 'x'.repeat(4000),
    });
    assert.equal(status, 200);
    const expecting = await sendRaw(
      service.url,
      head(['Expect: 100-continue', 'Connection: close'], 'GET', '/v1/account'),
    );
    assert.match(expecting.text, /HTTP\/1\.1 200/);
  });
});

describe('what is no proper request', () => {
  const broken: Record<string, () => string> = {
    'two lengths': () => head(['Content-Type: application/json', 'Content-Length: 2', 'Content-Length: 3']),
    'a negative length': () => head(['Content-Type: application/json', 'Content-Length: -1']),
    'a length and chunks': () =>
      head(['Content-Type: application/json', 'Content-Length: 2', 'Transfer-Encoding: chunked']),
    'no host': () => 'GET /v1/account HTTP/1.1\r\nConnection: close\r\n\r\n',
    'a line break in a header': () => head(['X-Bad: a\nb c'], 'GET', '/v1/account'),
    garbage: () => 'garbage\r\n\r\n',
  };
  for (const [name, text] of Object.entries(broken)) {
    test(`(${name}) is refused and the connection closed`, async () => {
      const received = await sendRaw(service.url, text());
      assert.equal(received.status, 400, received.text);
    });
  }

  test('(more bytes than announced) harms nobody else', async () => {
    const body = '{"methodId":"vm_x","purpose":"changeSecurityPhone"}';
    const {text} = await sendRaw(
      service.url,
      `${head(['Content-Type: application/json', `Content-Length: ${body.length - 1}`])}${body}\r\n\r\n`,
    );
    const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);
    assert.deepEqual(new Set(statuses), new Set(['400']));
  });

  test('(headers that never end) is given up', async () => {
    const {status} = await sendRaw(service.url, 'GET /v1/account HTTP/1.1\r\nHost: x\r\n');
    assert.equal(status, 408);
  });

  test('(a body that trickles) is given up', async () => {
    const trickle = async () => {
      await wait(50);
      return ' ';
    };
    const {status, text} = await sendRaw(
      service.url,
      head(['Content-Type: application/json', 'Content-Length: 1000']),
      trickle,
    );
    assert.equal(status, 408);
    assert.match(text, /"reason":"REQUEST_INVALID"/);
  });

  test('(a foreign host, a whole URL as target) changes nothing', async () => {
    const foreign = await operator.get('/v1/account', {host: 'evil.test'});
    assert.equal(foreign.status, 200);
    assert.ok(!foreign.text.includes('evil.test'));
    const whole = await sendRaw(service.url, head(['Connection: close'], 'GET', 'http://evil.test/v1/account'));
    assert.equal(whole.status, 200);
  });

  test('(100 requests in one go) is answered in order', async () => {
    const requests = Array.from({length: 100}, (_, index) =>
      head(index === 99 ? ['Connection: close'] : [], 'GET', index % 2 === 0 ? '/v1/account' : '/v1/nothing'),
    );
    const {text} = await sendRaw(service.url, requests.join(''));
    const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);
    assert.deepEqual(
      statuses,
      Array.from({length: 100}, (_, index) => (index % 2 === 0 ? '200' : '404')),
    );
  });
});

test('an unknown parameter of a query is refused where there are parameters, and has no meaning elsewhere', async () => {
  assert.equal((await operator.get('/v1/account?accountId=000000000000&admin=1')).status, 200);
});

test('what belongs to another account does not exist', async () => {
  const other = await service.operator();
  const {result} = await other.get('/v1/verificationMethods');
  const {methods} = result as unknown as {methods: {methodId: string}[]};
  const {result: challenge} = await other.post(path, {methodId: methods[0]?.methodId, purpose: 'changeSecurityPhone'});
  const {challengeId} = challenge as unknown as {challengeId: string};
  assert.equal((await other.get(`${path}/${challengeId}`)).status, 200);
  const foreign = await operator.get(`${path}/${challengeId}`);
  const missing = await operator.get(`${path}/ch_nothing`);
  assert.equal(foreign.status, 404);
  assert.equal(
    foreign.text.replace(String(foreign.requestId), ''),
    missing.text.replace(String(missing.requestId), ''),
  );
  assert.equal((await operator.post(`${path}/${challengeId}:verify`, {code: '123456'})).reason, 'NOT_FOUND');
  assert.equal((await ask(service.url, {path: `${path}/${challengeId}`})).status, 401);
});
