import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {ask, startTestService, type Operator, type TestService} from '../support/service.ts';
import {portalOrigin} from '../support/partner.ts';

let service: TestService;
let operator: Operator;
before(async () => {
  service = await startTestService();
  operator = await service.operator();
});
after(() => service.close());

describe('minting a session', () => {
  test('gives a secret of at least 128 random bits, kept as a hash only', async () => {
    const sessions = await Promise.all(
      Array.from({length: 20}, () => service.partner.mint({accountId: operator.accountId})),
    );
    const secrets = sessions.map(({clientSecret}) => clientSecret);
    assert.equal(new Set(secrets).size, secrets.length);
    for (const secret of secrets) assert.match(secret, /^cs_secret_[\w-]{43}$/);
    const stored = JSON.stringify(await service.database.query('SELECT * FROM component_sessions'));
    assert.ok(secrets.every((secret) => !stored.includes(secret.slice(10))));
  });

  test('says when it ends by the clock of the service', async () => {
    const {expiresAt, now} = await service.partner.mint({accountId: operator.accountId, expiresIn: 60});
    assert.equal(Date.parse(expiresAt) - Date.parse(now), 60_000);
  });

  test('for an account that does not exist or is of another partner is answered alike', async () => {
    const foreign = await service.stranger.tryToMint({accountId: operator.accountId});
    const missing = await service.partner.tryToMint({accountId: '000000000000'});
    assert.equal(foreign.status, 404);
    assert.equal(
      missing.text.replace(String(missing.requestId), ''),
      foreign.text.replace(String(foreign.requestId), ''),
    );
  });

  for (const [name, origin] of Object.entries({
    'with a path': 'https://portal.example/',
    'with a default port': 'https://portal.example:443',
    'in upper case': 'HTTPS://PORTAL.EXAMPLE',
    'with a dot at the end': 'https://portal.example.',
    'of http elsewhere than localhost': 'http://portal.example',
    'of another scheme': 'ftp://portal.example',
    'that is null': 'null',
    'that is a wildcard': '*',
    'with a wildcard': 'https://*.portal.example',
    'with a user': 'https://portal.example@evil.test',
  })) {
    test(`for an origin ${name} is refused`, async () => {
      const answer = await service.partner.tryToMint({accountId: operator.accountId, allowedOrigins: [origin]});
      assert.equal(answer.reason, 'REQUEST_INVALID');
      assert.match(String(answer.field), /^allowedOrigins/);
      assert.ok(!answer.text.includes(origin) || origin === '*');
    });
  }

  for (const [name, order] of Object.entries({
    'longer than an hour': {expiresIn: 3601},
    'no time': {expiresIn: 0},
    'no component': {components: []},
    'no origin': {allowedOrigins: []},
    'eleven origins': {allowedOrigins: Array.from({length: 11}, (_, index) => `https://p${index}.example`)},
    'a short visit': {visitId: 'short'},
  })) {
    test(`for ${name} is refused`, async () => {
      const answer = await service.partner.tryToMint({accountId: operator.accountId, ...order});
      assert.equal(answer.reason, 'REQUEST_INVALID');
    });
  }

  test('for localhost is possible without https', async () => {
    const order = {accountId: operator.accountId, allowedOrigins: ['http://localhost:8080', 'http://127.0.0.1:8080']};
    assert.equal((await service.partner.tryToMint(order)).status, 200);
  });
});

describe('a client secret', () => {
  const secret = () => operator.clientSecret;
  const from = (authorization: string | readonly string[] | undefined, path = '/v1/account') =>
    ask(service.url, {path, headers: {authorization, origin: portalOrigin}});

  test('is taken with a scheme in any case', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER'])
      assert.equal((await from(`${scheme} ${secret()}`)).status, 200);
  });

  test('in any other form is nobody', async () => {
    const forms: [string, string | readonly string[] | undefined][] = [
      ['missing', undefined],
      ['no secret', 'Bearer'],
      ['two spaces', `Bearer  ${secret()}`],
      ['basic', `Basic ${Buffer.from(secret()).toString('base64')}`],
      ['twice', [`Bearer ${secret()}`, `Bearer ${secret()}`]],
      ['more behind it', `Bearer ${secret()}x`],
      ['less of it', `Bearer ${secret().slice(0, -1)}`],
      ['8 kB', `Bearer ${'x'.repeat(8192)}`],
      ['quoted', `Bearer "${secret()}"`],
      ['two of them', `Bearer ${secret()}, ${secret()}`],
    ];
    for (const [name, authorization] of forms) {
      const answer = await from(authorization);
      assert.equal(answer.status, 401, name);
      assert.equal(answer.reason, 'UNAUTHENTICATED', name);
      assert.equal(answer.headers['www-authenticate'], 'Bearer', name);
    }
  });

  test('in the query or a cookie is nobody', async () => {
    const answer = await ask(service.url, {
      path: `/v1/account?access_token=${secret()}&clientSecret=${secret()}`,
      headers: {origin: portalOrigin, cookie: `clientSecret=${secret()}`},
    });
    assert.equal(answer.reason, 'UNAUTHENTICATED');
  });

  test('cannot do what a partner does', async () => {
    const answer = await operator.ask({method: 'DELETE', path: `/v1/componentSessions/${operator.sessionId}`});
    assert.equal(answer.reason, 'SIGNATURE_INVALID');
  });

  test('of another component is not for this operation', async () => {
    const reader = await operator.again({components: ['realname-verifier']});
    assert.equal((await reader.get('/v1/account')).status, 200);
    const answer = await reader.post('/v1/securityPhone:propose', {phone: '+8613911110001'}, {securityToken: 'st_x'});
    assert.equal(answer.reason, 'COMPONENT_NOT_ALLOWED');
  });

  test('ends when it runs out, by the clock of the service, to the millisecond', async () => {
    const start = new Date('2026-11-20T06:46:00.000Z');
    await service.setClock(start, true);
    const page = await operator.again({expiresIn: 60});
    await service.setClock(new Date(start.getTime() + 59_999), true);
    assert.equal((await page.get('/v1/account')).status, 200);
    await service.setClock(new Date(start.getTime() + 60_000), true);
    const late = await page.get('/v1/account');
    assert.equal(late.reason, 'SESSION_EXPIRED');
    assert.equal(late.headers['access-control-allow-origin'], portalOrigin);
    assert.equal(late.headers['x-jdcloud-date'], '2026-11-20T06:47:00.000Z');
    await service.resetClock();
  });
});

describe('ending a session', () => {
  test('holds for every call that starts afterwards, with 50 in flight', async () => {
    const page = await operator.again();
    let isEnded = false;
    const calls = Array.from({length: 50}, async () => {
      for (;;) {
        const startedAfterwards = isEnded;
        const answer = await page.get('/v1/account');
        if (startedAfterwards) return answer.reason;
      }
    });
    assert.equal((await service.partner.end(page.sessionId)).status, 200);
    isEnded = true;
    assert.deepEqual(new Set(await Promise.all(calls)), new Set(['UNAUTHENTICATED']));
  });

  test('may be asked for twice, and not by another partner', async () => {
    const page = await operator.again();
    assert.equal((await service.stranger.end(page.sessionId)).reason, 'NOT_FOUND');
    assert.equal((await page.get('/v1/account')).status, 200);
    assert.equal((await service.partner.end(page.sessionId)).status, 200);
    assert.equal((await service.partner.end(page.sessionId)).status, 200);
    assert.equal((await service.partner.end('cs_nothing')).reason, 'NOT_FOUND');
    assert.equal((await service.partner.end('cs%20nothing')).reason, 'NOT_FOUND');
  });
});

describe('an origin', () => {
  const others = {
    missing: undefined,
    null: 'null',
    'another host that begins alike': 'https://portal.example.evil.test',
    'another host that ends alike': 'https://evilportal.example',
    'another port': 'https://portal.example:8443',
    'another scheme': 'http://portal.example',
    'with a dot': 'https://portal.example.',
    'in upper case': 'HTTPS://PORTAL.EXAMPLE',
    'with a user': 'https://portal.example@evil.test',
    'with a path': 'https://portal.example/',
    'a wildcard': '*',
    'two of them': `${portalOrigin} https://evil.test`,
  };

  for (const [name, origin] of Object.entries(others)) {
    test(`that the session does not name (${name}) is refused, and cannot read why`, async () => {
      const answer = await operator.get('/v1/account', {origin});
      assert.equal(answer.status, 403);
      assert.equal(answer.reason, 'ORIGIN_NOT_ALLOWED');
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
      assert.match(String(answer.headers.vary), /Origin/);
    });
  }

  test('that only another session names is refused, and cannot read why', async () => {
    await operator.again({allowedOrigins: ['https://other.example']});
    const answer = await operator.get('/v1/account', {origin: 'https://other.example'});
    assert.equal(answer.reason, 'ORIGIN_NOT_ALLOWED');
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  });

  test('sent twice is refused', async () => {
    assert.equal(
      (await operator.get('/v1/account', {origin: [portalOrigin, portalOrigin]})).reason,
      'ORIGIN_NOT_ALLOWED',
    );
  });

  test('that the session names reads the answer and the three headers', async () => {
    const {headers} = await operator.get('/v1/account');
    assert.equal(headers['access-control-allow-origin'], portalOrigin);
    assert.equal(headers['access-control-expose-headers'], 'x-jdcloud-request-id, x-jdcloud-date, Retry-After');
    assert.equal(headers['access-control-allow-credentials'], undefined);
    assert.match(String(headers.vary), /Origin/);
  });

  const preflight = (origin: string, path = '/v1/challenges', headers: Record<string, string> = {}) =>
    ask(service.url, {
      method: 'OPTIONS',
      path,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
        ...headers,
      },
    });

  test('that a session names may ask before it sends', async () => {
    const {status, headers, text} = await preflight(portalOrigin);
    assert.equal(status, 204);
    assert.equal(text, '');
    assert.equal(headers['access-control-allow-origin'], portalOrigin);
    assert.equal(headers['access-control-allow-methods'], 'GET, POST');
    assert.equal(
      headers['access-control-allow-headers'],
      'authorization, content-type, idempotency-key, x-jdcloud-security-token',
    );
    assert.ok(Number(headers['access-control-max-age']) <= 600);
    assert.equal(headers['access-control-allow-credentials'], undefined);
  });

  test('that no session names gets no leave', async () => {
    for (const origin of [
      'https://portal.example.evil.test',
      'null',
      '*',
      'https://PORTAL.example',
      'x'.repeat(4000),
    ]) {
      const {headers} = await preflight(origin, '/v1/challenges', {'access-control-request-private-network': 'true'});
      const allowed = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
      assert.deepEqual(allowed, [], origin.slice(0, 40));
    }
  });

  test('that a session names can read refusals that concern no session', async () => {
    for (const [path, reason] of [
      ['/v1/account', 'UNAUTHENTICATED'],
      ['/v1/nothing', 'NOT_FOUND'],
    ] as const) {
      const answer = await ask(service.url, {path, headers: {origin: portalOrigin}});
      assert.equal(answer.reason, reason);
      assert.equal(answer.headers['access-control-allow-origin'], portalOrigin);
    }
  });
});

test('a session may make so many requests a minute, and is told when it may again', async () => {
  let now = new Date('2026-11-20T06:46:18.000Z');
  const limited = await startTestService({requestsPerMinute: {session: 3, accessKey: 1000}, machineNow: () => now});
  try {
    const {accountId} = await limited.sandbox<{accountId: string}>('POST', '/sandbox/accounts', {
      persona: 'new-account',
    });
    const {clientSecret} = (
      await limited.partner.ask(
        {
          method: 'POST',
          path: '/v1/componentSessions',
          body: {accountId, components: ['security-phone-editor'], allowedOrigins: [portalOrigin]},
        },
        now,
      )
    ).result as unknown as {clientSecret: string};
    const read = () =>
      ask(limited.url, {path: '/v1/account', headers: {authorization: `Bearer ${clientSecret}`, origin: portalOrigin}});
    assert.deepEqual([(await read()).status, (await read()).status, (await read()).status], [200, 200, 200]);
    const refused = await read();
    assert.equal(refused.reason, 'RATE_LIMITED');
    assert.equal(refused.headers['retry-after'], '42');
    assert.deepEqual(refused.metadata, {retryAfter: 42});
    now = new Date('2026-11-20T06:46:59.999Z');
    assert.equal((await read()).headers['retry-after'], '1');
    now = new Date('2026-11-20T06:47:00.000Z');
    assert.equal((await read()).status, 200);
  } finally {
    await limited.close();
  }
});
