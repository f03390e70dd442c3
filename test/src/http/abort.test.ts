import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {until, stopTime} from '../../support/node/conditions.ts';
import {account, clientOf} from '../../support/node/fixtures.ts';
import {raw, ScriptedService, stall, succeed} from '../../support/node/scripted-service.ts';

describe('an abort', () => {
  it('before the call sends nothing', async () => {
    await using service = await ScriptedService.listen();
    await assert.rejects(clientOf(service.url).account.get({signal: AbortSignal.abort()}), {name: 'AbortError'});
    assert.equal(service.requests.length, 0);
  });

  it('while the session is fetched rejects at once, and the session is kept for others', async () => {
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', succeed(account));
    let give: (() => void) | undefined;
    const client = clientOf(service.url, {
      fetchClientSecret: async () => {
        await new Promise<void>((resolve) => (give = resolve));
        return {clientSecret: 'late', now: '2026-11-20T06:46:00Z', expiresAt: '2026-11-20T07:46:00Z'};
      },
    });
    const abort = new AbortController();
    const dropped = client.account.get({signal: abort.signal});
    const kept = client.account.get();
    await until(() => give !== undefined);
    abort.abort();
    await assert.rejects(dropped, {name: 'AbortError'});
    give?.();
    await kept;
    assert.equal(service.requests.length, 1);
  });

  it('before the answer closes the connection', async () => {
    await using service = await ScriptedService.listen();
    let closed = false;
    service.on('GET /v1/account', (response) => void response.on('close', () => (closed = true)));
    const abort = new AbortController();
    const asking = clientOf(service.url).account.get({signal: abort.signal});
    await service.received(1);
    abort.abort();
    await assert.rejects(asking, {name: 'AbortError'});
    await until(() => closed, 'the connection to close');
  });

  it('during the body closes the connection', async () => {
    await using service = await ScriptedService.listen();
    let closed = false;
    service.on('GET /v1/account', (response) => {
      response.on('close', () => (closed = true));
      response.writeHead(200, {'content-type': 'application/json'}).write('{');
    });
    const abort = new AbortController();
    const asking = clientOf(service.url).account.get({signal: abort.signal});
    await service.received(1);
    abort.abort();
    await assert.rejects(asking, {name: 'AbortError'});
    await until(() => closed, 'the connection to close');
  });

  it('between two tries ends the waiting', async (t) => {
    stopTime(t);
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', raw(503, {}));
    const abort = new AbortController();
    let failed = false;
    const client = clientOf(service.url, {hooks: {afterResponse: () => (failed = true)}});
    const asking = client.account.get({signal: abort.signal});
    await until(() => failed);
    abort.abort();
    await assert.rejects(asking, {name: 'AbortError'});
    t.mock.timers.tick(60_000);
    await until(() => true);
    assert.equal(service.requests.length, 1);
  });

  it('gives back its own reason', async () => {
    await using service = await ScriptedService.listen();
    const reason = new Error('the element was removed');
    await assert.rejects(clientOf(service.url).account.get({signal: AbortSignal.abort(reason)}), reason);
  });

  it('by closing the client ends everything, also what is asked for later', async () => {
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', stall);
    const client = clientOf(service.url);
    const asking = client.account.get();
    await service.received(1);
    client.close();
    await assert.rejects(asking, {name: 'AbortError'});
    await assert.rejects(client.account.get(), {name: 'AbortError'});
    assert.equal(service.requests.length, 1);
  });

  it('leaves no timer behind', async (t) => {
    const running = new Set<unknown>();
    const {setTimeout, clearTimeout} = globalThis;
    t.mock.method(globalThis, 'setTimeout', ((...timer: Parameters<typeof setTimeout>) => {
      const id = setTimeout(...timer);
      if (new Error().stack?.includes('/src/deadline.ts')) running.add(id);
      return id;
    }) as typeof setTimeout);
    t.mock.method(globalThis, 'clearTimeout', ((id: Parameters<typeof clearTimeout>[0]) => {
      running.delete(id);
      clearTimeout(id);
    }) as typeof clearTimeout);
    await using service = await ScriptedService.listen();
    service.on('GET /v1/account', succeed(account), stall);
    const client = clientOf(service.url);
    await client.account.get();
    const abort = new AbortController();
    const asking = client.account.get({signal: abort.signal});
    await service.received(2);
    assert.equal(running.size, 2, 'one for the try, one for the call');
    abort.abort();
    await assert.rejects(asking);
    assert.equal(running.size, 0);
  });
});
