// What the portal's backend promises to its visitors and to the account service, over real sockets.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, beforeEach, suite, test} from 'node:test';
import {sign} from '../../examples/portal/backend/sign.ts';
import {visitIdOf} from '../../examples/portal/backend/visitors.ts';
import {configFromEnvironment, startPortal, type Portal} from '../../examples/portal/server.ts';
import {startStandInService, type StandInService} from './support/stand-in-service.ts';

const accessKey = {id: 'AKEXAMPLE00000000000', secret: 'sample-secret-of-the-tests'};
const kit = 'export {};\n';
const part = 'export const later = true;\n';
const hour = 3_600_000;

suite("the portal's backend", () => {
  let service: StandInService;
  let portal: Portal;
  let kitFolder: string;
  let now: number;

  before(async () => {
    kitFolder = await mkdtemp(join(tmpdir(), 'portal-kit-'));
    await writeFile(join(kitFolder, 'account-kit.js'), kit);
    await writeFile(join(kitFolder, 'part.js'), part);
  });
  after(() => rm(kitFolder, {recursive: true}));

  beforeEach(async (t) => {
    service = await startStandInService();
    now = Date.parse('2026-03-01T08:00:00Z');
    portal = await startPortal({port: 0, accountEndpoint: service.url, accessKey, kitFolder, now: () => now});
    if ('after' in t) {
      t.after(async () => {
        await portal.close();
        await service[Symbol.asyncDispose]();
      });
    }
  });

  const post = (path: string, body: object | undefined, headers: Record<string, string> = {}) =>
    fetch(new URL(path, portal.url), {
      method: 'POST',
      headers: {origin: portal.url, 'content-type': 'application/json', ...headers},
      body: body ? JSON.stringify(body) : null,
    });
  const logsIn = async () => {
    const response = await post('/login', {persona: 'new-account', language: 'en'});
    assert.equal(response.status, 204);
    return response.headers.getSetCookie()[0] ?? '';
  };
  const cookieOf = (setCookie: string) => setCookie.split(';')[0] ?? '';
  const ended = () =>
    service.received.filter(({method}) => method === 'DELETE').map(({path}) => path.split('/').at(-1));
  const minted = () => service.received.filter(({path}) => path === '/v1/componentSessions');

  test('a login is kept in a cookie that scripts and other sites cannot use', async () => {
    const cookie = await logsIn();
    assert.match(cookie, /; HttpOnly/);
    assert.match(cookie, /; SameSite=Strict/);
  });

  test('a visitor who is logged in gets a session for the own account and nothing else', async () => {
    const cookie = cookieOf(await logsIn());
    const response = await post('/account-session', {accountId: '999999999999'}, {cookie});
    assert.deepEqual(await response.json(), {clientSecret: 'secret_1', expiresAt: 'later', now: 'now'});
    assert.equal(response.headers.get('cache-control'), 'no-store');

    const asked = JSON.parse(minted()[0]?.body ?? '{}') as Record<string, unknown>;
    assert.deepEqual(asked, {
      accountId: '123456789012',
      components: ['security-phone-editor'],
      allowedOrigins: [portal.url],
      expiresIn: 900,
      visitId: visitIdOf(cookie.split('=')[1] ?? ''),
    });
  });

  test('the request to the account service is signed, body and all', async () => {
    const cookie = cookieOf(await logsIn());
    await post('/account-session', undefined, {cookie});
    const sent = minted()[0];
    assert.ok(sent);
    const date = String(sent.headers['x-jdcloud-date']).replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      '$1-$2-$3T$4:$5:$6Z',
    );
    const expected = sign({
      method: 'POST',
      url: new URL(sent.path, service.url),
      body: sent.body,
      key: accessKey,
      at: new Date(date),
      nonce: String(sent.headers['x-jdcloud-nonce']),
    });
    assert.equal(sent.headers.authorization, expected.authorization);
  });

  test('two logins are two visits; two sessions of one login are one', async () => {
    const [first, second] = [cookieOf(await logsIn()), cookieOf(await logsIn())];
    for (const cookie of [first, first, second]) await post('/account-session', undefined, {cookie});
    const visits = minted().map(({body}) => (JSON.parse(body) as {visitId: string}).visitId);
    assert.equal(visits[0], visits[1]);
    assert.notEqual(visits[0], visits[2]);
    assert.ok(!visits.some((visit) => first.includes(visit)), 'the cookie itself is not given away');
  });

  test('nobody gets a session without a login', async () => {
    assert.equal((await post('/account-session', undefined)).status, 401);
    assert.equal((await post('/account-session', undefined, {cookie: 'portal-session=made-up'})).status, 401);
    assert.equal(minted().length, 0);
  });

  for (const [what, headers] of [
    ['another site', {origin: 'https://other.example', 'sec-fetch-site': 'cross-site'}],
    ['another port of this host', {origin: 'http://localhost:1', 'sec-fetch-site': 'same-site'}],
    ['a page without an origin', {origin: 'null'}],
    ['a browser that names another site, whatever the origin says', {'sec-fetch-site': 'cross-site'}],
  ] as const) {
    test(`a request of ${what} is refused, also with the cookie`, async () => {
      const cookie = cookieOf(await logsIn());
      const response = await post('/account-session', undefined, {cookie, ...headers});
      assert.equal(response.status, 403);
      assert.equal(minted().length, 0);
    });
  }

  test('logging out ends the component sessions at once', async () => {
    const cookie = cookieOf(await logsIn());
    await post('/account-session', undefined, {cookie});
    await post('/logout', undefined, {cookie});
    assert.deepEqual(ended(), ['cs_1']);
    assert.equal((await post('/account-session', undefined, {cookie})).status, 401);
  });

  test('logging out while a session is minted: nobody gets it, and it is ended', async () => {
    const cookie = cookieOf(await logsIn());
    const held = service.holdsTheNextSession();
    const asking = post('/account-session', undefined, {cookie});
    await held.asked;
    await post('/logout', undefined, {cookie});
    held.release();
    const response = await asking;
    assert.equal(response.status, 401);
    assert.deepEqual(await response.json(), {error: 'LOGGED_OUT'});
    assert.deepEqual(ended(), ['cs_1']);
  });

  test('of the sessions of one login the last ten live: an older one is ended when a newer one comes', async (t) => {
    const cookie = cookieOf(await logsIn());
    for (let renewal = 0; renewal < 12; renewal++) await post('/account-session', undefined, {cookie});
    await t.waitFor(() => {
      assert.deepEqual(ended().toSorted(), ['cs_1', 'cs_2']);
    });
    await post('/logout', undefined, {cookie});
    assert.equal(new Set(ended()).size, 12);
  });

  test('a login that was idle for 8 hours is over, and its sessions are ended with the next visit of anybody', async (t) => {
    const [idle, busy] = [cookieOf(await logsIn()), cookieOf(await logsIn())];
    for (const cookie of [idle, busy]) await post('/account-session', undefined, {cookie});
    now += 5 * hour;
    await post('/account-session', undefined, {cookie: busy});
    now += 4 * hour;
    await fetch(portal.url);
    await t.waitFor(() => {
      assert.deepEqual(ended(), ['cs_1']);
    });
    assert.equal((await post('/account-session', undefined, {cookie: idle})).status, 401);
    assert.equal((await post('/account-session', undefined, {cookie: busy})).status, 200);
  });

  test('reports of violations are taken from the own pages only, and not without end', async () => {
    const report = {'csp-report': {'violated-directive': 'script-src'}};
    for (const headers of [{origin: 'https://other.example'}, {'sec-fetch-site': 'cross-site'}]) {
      assert.equal((await post('/csp-reports', report, headers)).status, 403);
    }
    assert.deepEqual(portal.violations, []);
    for (let sent = 0; sent < 101; sent++) assert.equal((await post('/csp-reports', report)).status, 204);
    assert.equal(portal.violations.length, 100);
  });

  test('a service that fails is said in one word, and nothing of it is shown', async (t) => {
    const logged = t.mock.method(console, 'error', () => undefined);
    const cookie = cookieOf(await logsIn());
    service.breaks();
    const response = await post('/account-session', undefined, {cookie});
    assert.equal(response.status, 502);
    assert.deepEqual(await response.json(), {error: 'UNAVAILABLE'});
    assert.ok(!JSON.stringify(logged.mock.calls).includes(accessKey.secret));
  });

  test('the access key is in nothing that the browser gets', async () => {
    const cookie = cookieOf(await logsIn());
    const answers = await Promise.all([
      ...['/', '/security', '/texts/en', '/security.js'].map((path) => fetch(portal.url + path, {headers: {cookie}})),
      post('/account-session', undefined, {cookie}),
    ]);
    for (const answer of answers) {
      const all = JSON.stringify([...answer.headers]) + (await answer.text());
      assert.ok(!all.includes(accessKey.secret) && !all.includes(accessKey.id), answer.url);
    }
  });

  test('every answer carries a policy without any unsafe word, that requires Trusted Types', async () => {
    for (const path of ['/', '/security.js', '/nowhere']) {
      const policy = (await fetch(portal.url + path)).headers.get('content-security-policy') ?? '';
      assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' http/);
      assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html/);
      assert.doesNotMatch(policy, /unsafe/);
    }
  });

  test('the kit is served for good under a path of its content, with the integrity of the file that it begins with', async () => {
    const cookie = cookieOf(await logsIn());
    const page = await (await fetch(`${portal.url}/security`, {headers: {cookie}})).text();
    const [, path = '', integrity] = /src="([^"]*account-kit\.js)" integrity="([^"]*)"/.exec(page) ?? [];
    assert.equal(integrity, `sha384-${createHash('sha384').update(kit).digest('base64')}`);
    for (const [name, text] of [
      ['account-kit.js', kit],
      ['part.js', part],
    ] as const) {
      const answer = await fetch(portal.url + path.replace(/[^/]+$/, name));
      assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      assert.equal(await answer.text(), text);
    }
    assert.equal((await fetch(portal.url + path.replace(/[^/]+$/, '..%2f..%2fpackage.json'))).status, 404);
  });

  test('the built kit begins with one file: what its integrity covers is all that runs first', async () => {
    const built = await readFile(new URL('../../dist/browser/account-kit.js', import.meta.url), 'utf8');
    assert.doesNotMatch(built, /(?:\bfrom|\bimport)\s*["']/);
  });

  test('a page asked for under another name of this machine is shown under its own; other names are refused', async () => {
    const {port} = new URL(portal.url);
    const underName = (host: string, path = '/security') =>
      new Promise<{status: number | undefined; location: string | undefined}>((resolve, reject) => {
        request({host: '127.0.0.1', port, path, headers: {host}}, (response) => {
          response.resume();
          resolve({status: response.statusCode, location: response.headers.location});
        })
          .on('error', reject)
          .end();
      });
    assert.deepEqual(await underName(`127.0.0.1:${port}`), {status: 302, location: `${portal.url}/security`});
    for (const path of ['/security?from=mail', '//evil.example/x', '//evil.example']) {
      const answer = await underName(`127.0.0.1:${port}`, path);
      assert.deepEqual(answer, {status: 302, location: portal.url + path});
    }
    assert.equal((await underName(`rebound.example:${port}`)).status, 421);
  });

  test('a configuration that cannot work is refused with everything that is wrong with it', () => {
    assert.throws(() => configFromEnvironment({PORTAL_PORT: '80x', ACCOUNT_ENDPOINT: 'nowhere'}), {
      message: /PORTAL_PORT[^]*ACCOUNT_ENDPOINT[^]*ACCOUNT_ACCESS_KEY_ID[^]*ACCOUNT_SECRET_ACCESS_KEY/,
    });
  });
});
