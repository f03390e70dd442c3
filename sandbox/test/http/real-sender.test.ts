import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {after, before, describe, test} from 'node:test';
import {readConfig} from '../../config.ts';
import {setClock} from '../../domain/clock.ts';
import {orderOutcome} from '../../domain/outcomes.ts';
import {createSampleAccount} from '../../personas/sample-account.ts';
import {Conversation} from '../support/conversation.ts';
import {ask, Operator, startTestService, type TestService} from '../support/service.ts';

interface Taken {
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
}

/** A sender on this machine that takes every message. */
class Listener {
  readonly taken: Taken[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      void text(request).then((body) => {
        this.taken.push(JSON.parse(body) as Taken);
        response.writeHead(202).end();
        this.#server.emit('taken');
      });
    });
  }

  async open(): Promise<string> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/send`;
  }

  /** The message to this number, as soon as it was taken. */
  async messageTo(phone: string): Promise<Taken> {
    for (;;) {
      const message = this.taken.find(({to}) => to === phone);
      if (message !== undefined) return message;
      await once(this.#server, 'taken');
    }
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

const sandboxRequests: readonly (readonly [string, string, object?])[] = [
  ['GET', '/sandbox/personas'],
  ['POST', '/sandbox/accounts', {persona: 'new-account'}],
  ['GET', '/sandbox/accounts/100000000001'],
  ['GET', '/sandbox/inbox'],
  ['GET', '/sandbox/inbox.css'],
  ['GET', '/sandbox/clock'],
  ['PUT', '/sandbox/clock', {reset: true}],
  ['POST', '/sandbox/outcomes', {accountId: '100000000001', operationId: 'getAccount', outcome: {stall: true}}],
  ['POST', '/sandbox:reset', {}],
];

async function operatorOf({database, config, url, partner}: TestService, phone: string): Promise<Operator> {
  const accountId = await database.transaction((db) =>
    createSampleAccount(db, {...config, now: new Date()}, {persona: 'phone-only', phone}),
  );
  return Operator.open(url, partner, accountId);
}

test('without a real sender all of it exists', async () => {
  const service = await startTestService();
  try {
    for (const [method, path, body] of sandboxRequests) {
      assert.equal((await ask(service.url, {method, path, body})).status, 200, `${method} ${path}`);
    }
  } finally {
    await service.close();
  }
});

for (const [name, isProduction] of [
  ['with a real sender', false],
  ['in production', true],
] as const) {
  describe(name, {timeout: 60_000}, () => {
    const listener = new Listener();
    let service: TestService;
    before(async () => {
      const {senderUrl} = readConfig({SENDER_URL: await listener.open()});
      service = await startTestService({senderUrl, isProduction});
    });
    after(async () => {
      await service.close();
      listener.close();
    });

    test('nothing under /sandbox exists', async () => {
      for (const [method, path, body] of sandboxRequests) {
        for (const accept of ['application/json', 'text/html']) {
          const answer = await ask(service.url, {method, path, body, headers: {accept}});
          assert.deepEqual([answer.status, answer.reason], [404, 'NOT_FOUND'], `${method} ${path}`);
        }
      }
    });

    test('a code goes to the sender, once, and opens the next step', async () => {
      const phone = '+8613820000001';
      const one = new Conversation(await operatorOf(service, phone));
      const challenge = await one.asksForCode();
      const message = await listener.messageTo(phone);
      const code = /\d{6}/.exec(message.text)?.[0];
      assert.equal((await one.enters(challenge, code)).status, 200);

      // What is sent later arrives later: by then, a second copy of the first would be there.
      const other = '+8613920000002';
      await new Conversation(await operatorOf(service, other)).asksForCode();
      await listener.messageTo(other);
      assert.deepEqual(
        listener.taken.map(({to}) => to),
        [phone, other],
      );
    });

    test('ordered outcomes are not played', async () => {
      const operator = await operatorOf(service, '+8613520000003');
      const order = {accountId: operator.accountId, operationId: 'getAccount', outcome: {reason: 'INTERNAL'}} as const;
      await orderOutcome(service.database, {...order, times: 1});
      assert.equal((await operator.get('/v1/account')).status, 200);
    });

    test("the clock of the sandbox is not the service's", async () => {
      const operator = await operatorOf(service, '+8613420000004');
      await setClock(service.database, new Date('2026-01-01T00:00:00Z'), true);
      const {headers} = await operator.get('/v1/account');
      assert.ok(Math.abs(Date.parse(headers['x-jdcloud-date'] ?? '') - Date.now()) < 60_000);
    });
  });
}

test('production has no sandbox, also where no sender were configured', async () => {
  const service = await startTestService({isProduction: true});
  try {
    for (const [method, path, body] of sandboxRequests) {
      assert.equal((await ask(service.url, {method, path, body})).status, 404, `${method} ${path}`);
    }
    const answer = await (await operatorOf(service, '+8613820000001')).get('/v1/account');
    assert.equal(answer.status, 200);
    assert.match(answer.headers['strict-transport-security'] ?? '', /^max-age=/);
  } finally {
    await service.close();
  }
});
