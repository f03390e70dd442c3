import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {Conversation} from '../support/conversation.ts';
import {portalOrigin} from '../support/partner.ts';
import {ask, startTestService, type TestService} from '../support/service.ts';

interface Account {
  readonly accountId: string;
  readonly loginName: string;
  readonly language: string;
  readonly failures: number;
  readonly methods: readonly {kind: string; destination: string; usableForLogin: boolean}[];
}

describe('the API of the sandbox', () => {
  let service: TestService;
  before(async () => {
    service = await startTestService({settings: {sendsPerAddress: 1000}});
  });
  after(() => service.close());

  const post = (path: string, body: unknown) => ask(service.url, {method: 'POST', path, body});
  const put = (path: string, body: unknown) => ask(service.url, {method: 'PUT', path, body});

  it('makes an account of each persona', async () => {
    const {personas} = await service.sandbox<{personas: {persona: string; description: Record<string, string>}[]}>(
      'GET',
      '/sandbox/personas',
    );
    assert.deepEqual(
      personas.map(({persona}) => persona),
      ['new-account', 'phone-only', 'email-login-only', 'unverified-email', 'no-usable-method', 'jd-account', 'locked'],
    );
    for (const {persona, description} of personas) {
      assert.ok(description.en && description['zh-CN']);
      const account = await service.sandbox<Account>('POST', '/sandbox/accounts', {persona, language: 'zh-CN'});
      assert.match(account.accountId, /^\d{12}$/);
      assert.equal(account.language, 'zh-CN');
      assert.deepEqual(await service.sandbox('GET', `/sandbox/accounts/${account.accountId}`), account);
    }
  });

  it('takes destinations, and ties a phone to the first account only', async () => {
    const order = {persona: 'new-account', phone: '+85291234567', email: 'Somebody@example.com'};
    const [first, second] = [
      await service.sandbox<Account>('POST', '/sandbox/accounts', order),
      await service.sandbox<Account>('POST', '/sandbox/accounts', {...order, email: 'somebody@EXAMPLE.com'}),
    ];
    assert.deepEqual(
      first.methods.map(({usableForLogin}) => usableForLogin),
      [true, true],
    );
    assert.deepEqual(
      second.methods.map(({usableForLogin}) => usableForLogin),
      [false, false],
    );
  });

  it('answers only to a name of this machine', async () => {
    const {port} = new URL(service.url);
    const paths = ['/sandbox/inbox', '/sandbox/inbox.css', '/sandbox/personas', '/sandbox/clock', '/sandbox/nothing'];
    const foreign = [
      'evil.test',
      `evil.test:${port}`,
      'localhost.evil.test',
      '127.0.0.1.evil.test',
      '127.0.0.2',
      '[::2]',
    ];
    for (const host of foreign) {
      for (const path of paths) {
        const answer = await ask(service.url, {path, headers: {host, accept: 'text/html'}});
        assert.deepEqual([answer.status, answer.reason], [421, 'HOST_NOT_ALLOWED'], `${host} ${path}`);
        assert.equal(answer.headers['access-control-allow-origin'], undefined);
      }
    }
    const reset = {method: 'POST', path: '/sandbox:reset', body: {}, headers: {host: 'evil.test'}};
    assert.equal((await ask(service.url, reset)).status, 421);
    for (const name of ['localhost', 'LOCALHOST', '127.0.0.1', '[::1]']) {
      for (const host of [name, `${name}:${port}`]) {
        assert.equal((await ask(service.url, {path: '/sandbox/clock', headers: {host}})).status, 200, host);
      }
    }
  });

  it('grants no page of another origin anything', async () => {
    await service.operator();
    const headers = {origin: portalOrigin, 'access-control-request-method': 'POST'};
    for (const path of ['/sandbox:reset', '/sandbox/clock', '/sandbox/accounts']) {
      const answer = await ask(service.url, {method: 'OPTIONS', path, headers});
      assert.deepEqual([answer.status, answer.headers['access-control-allow-origin']], [404, undefined], path);
    }
    const read = await ask(service.url, {path: '/sandbox/inbox', headers: {origin: portalOrigin}});
    assert.equal(read.headers['access-control-allow-origin'], undefined);
  });

  it('says what is wrong with a request', async () => {
    const wrong: [() => ReturnType<typeof ask>, string | undefined, RegExp][] = [
      [() => post('/sandbox/accounts', {persona: 'nobody'}), 'persona', /new-account, phone-only/],
      [() => post('/sandbox/accounts', {}), 'persona', /must have required property/],
      [() => post('/sandbox/accounts', {persona: 'phone-only', role: 'x'}), 'role', /role is not known here/],
      [() => post('/sandbox/accounts', {persona: 'phone-only', phone: '138'}), 'phone', /phone must match/],
      [() => post('/sandbox/accounts', {persona: 'phone-only', phone: '+999123456789'}), 'phone', /mobile number/],
      [() => post('/sandbox/accounts', '{'), undefined, /not JSON/],
      [() => put('/sandbox/clock', {now: 'tomorrow'}), 'now', /now must match/],
      [() => put('/sandbox/clock', {now: '2026-13-01T00:00:00Z'}), 'now', /must be a date/],
      [() => put('/sandbox/clock', {advanceSeconds: 1, reset: true}), undefined, /exactly one/],
      [
        () => post('/sandbox/outcomes', {accountId: '1', operationId: 'getAccount', outcome: {stall: true}}),
        'accountId',
        /accountId/,
      ],
      [
        () => post('/sandbox/outcomes', {accountId: '123456789012', operationId: 'x', outcome: {stall: true}}),
        'operationId',
        /verifyChallenge/,
      ],
      [
        () => post('/sandbox/outcomes', {accountId: '123456789012', operationId: 'getAccount', outcome: {reason: 'X'}}),
        'outcome',
        /outcome/,
      ],
      [() => ask(service.url, {path: '/sandbox/inbox?accountId=x'}), 'accountId', /12 digits/],
      [() => ask(service.url, {path: '/sandbox/inbox?limit=0'}), 'limit', /limit/],
    ];
    for (const [request, field, message] of wrong) {
      const answer = await request();
      assert.deepEqual([answer.status, answer.reason, answer.field], [400, 'REQUEST_INVALID', field], answer.text);
      assert.match((JSON.parse(answer.text) as {error: {message: string}}).error.message, message);
    }
    const form = await ask(service.url, {
      method: 'POST',
      path: '/sandbox:reset',
      body: '{}',
      headers: {'content-type': 'text/plain'},
    });
    assert.equal(form.status, 400, 'a page of another origin could send it');
    assert.equal((await ask(service.url, {path: '/sandbox/accounts/100000000000'})).status, 404);
    const unknown = {accountId: '100000000000', operationId: 'getAccount', outcome: {stall: true}};
    assert.equal((await post('/sandbox/outcomes', unknown)).status, 404);
  });

  it('sets, moves, stops and resets the clock', async () => {
    const now = async () => Date.parse((await service.sandbox<{now: string}>('GET', '/sandbox/clock')).now);
    const future = new Date('2030-01-01T00:00:00.000Z');
    await service.setClock(future, true);
    assert.equal(await now(), future.getTime());
    await service.advanceClock(0.001);
    assert.equal(await now(), future.getTime() + 1);
    await service.setClock(future);
    assert.ok((await now()) >= future.getTime());
    await service.advanceClock(3600);
    assert.ok((await now()) >= future.getTime() + 3_600_000);
    await service.resetClock();
    assert.ok(Math.abs((await now()) - Date.now()) < 5000);
  });

  it('shows messages as JSON and as a page that runs nothing', async () => {
    const operator = await service.operator('new-account');
    await new Conversation(operator).asksForCode();
    const code = await operator.newestCode();
    const path = `/sandbox/inbox?accountId=${operator.accountId}`;
    const api = await ask(service.url, {path});
    const {messages} = api.result as unknown as {messages: Record<string, string>[]};
    assert.deepEqual(Object.keys(messages[0] ?? {}).toSorted(), [
      'accountId',
      'channel',
      'code',
      'kind',
      'messageId',
      'sentAt',
      'text',
      'to',
    ]);

    for (const [language, title] of [
      ['en', 'Inbox'],
      ['zh-CN', '收件箱'],
    ] as const) {
      const page = await ask(service.url, {path, headers: {accept: 'text/html', 'accept-language': language}});
      assert.match(page.headers['content-security-policy'] ?? '', /^default-src 'none'; style-src 'self';/);
      assert.ok(page.text.includes(`<html lang="${language}">`) && page.text.includes(`<h1>${title}</h1>`));
      assert.ok(page.text.includes(`<output>${code}</output>`));
      assert.doesNotMatch(page.text, /<script|<style|\sstyle=|\son\w+=/i);
    }
    const style = await ask(service.url, {path: '/sandbox/inbox.css'});
    assert.match(style.headers['content-type'] ?? '', /^text\/css/);
  });

  it('escapes what a message holds', async () => {
    const email = '"<img/src=x/onerror=alert(1)>"@example.com';
    const operator = await service.operator('new-account', {email});
    await new Conversation(operator).asksForCode('email');
    const page = await ask(service.url, {
      path: `/sandbox/inbox?accountId=${operator.accountId}`,
      headers: {accept: 'text/html'},
    });
    assert.ok(page.text.includes('&lt;img/src=x/onerror=alert(1)&gt;'));
    assert.ok(!page.text.includes('<img'));
  });

  it('plays ordered outcomes in their order, as often as ordered', async () => {
    const operator = await service.operator('phone-only');
    const {accountId} = operator;
    await service.order(accountId, 'getAccount', {reason: 'UNAVAILABLE', metadata: {retryAfter: 5}}, 2);
    await service.order(accountId, 'getAccount', {body: 'html'});
    const reasons = [];
    for (let call = 0; call < 2; call++) reasons.push((await operator.get('/v1/account')).reason);
    assert.deepEqual(reasons, ['UNAVAILABLE', 'UNAVAILABLE']);
    assert.match((await operator.get('/v1/account')).text, /^<!doctype html>/);
    assert.equal((await operator.get('/v1/account')).status, 200);
  });

  it('lists magic numbers as they are now, with a fresh one first', async () => {
    type Listed = {magicNumbers: {phone: string; effect: string}[]};
    const list = async () => (await service.sandbox<Listed>('GET', '/sandbox/personas')).magicNumbers;
    const [fresh, ...others] = await list();
    assert.match(fresh?.phone ?? '', /^\+86138\d{8}$/);
    const free = others.find(({effect}) => effect === 'free')?.phone;
    await service.operator('phone-only', {phone: free});
    assert.equal((await list()).find(({phone}) => phone === free)?.effect, 'tied');
  });

  it('is emptied by a reset', async () => {
    const operator = await service.operator('phone-only');
    await service.advanceClock(3600);
    await service.sandbox('POST', '/sandbox:reset', {});
    assert.equal((await ask(service.url, {path: `/sandbox/accounts/${operator.accountId}`})).status, 404);
    assert.equal((await operator.get('/v1/account')).status, 401);
    const inbox = await service.sandbox<{messages: unknown[]}>('GET', '/sandbox/inbox');
    assert.deepEqual(inbox.messages, []);
    const again = new Conversation(await service.operator('phone-only'));
    await again.provesIdentity();
    const {challenge, code} = await again.awaitsCodeAt('+8613711110001');
    const answer = await again.confirms(challenge, code);
    assert.equal((answer.result as {usableForLogin?: boolean}).usableForLogin, false);
  });
});
