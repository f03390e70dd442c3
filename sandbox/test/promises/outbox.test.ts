import assert from 'node:assert/strict';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, beforeEach, describe, it} from 'node:test';
import {systemClock} from '../../domain/clock.ts';
import type {Message} from '../../domain/message.ts';
import {handOver} from '../../outbox/handover.ts';
import {HttpSender, type Sender} from '../../outbox/sender.ts';
import {OutboxWorker} from '../../outbox/worker.ts';
import {Bench} from '../support/bench.ts';
import {engines} from '../support/engines.ts';

/** A sender that remembers what it took. */
class Recorder implements Sender {
  readonly taken: Message[] = [];
  fails = false;

  send(message: Message): Promise<void> {
    if (this.fails) return Promise.reject(new Error('no'));
    this.taken.push(message);
    return Promise.resolve();
  }
}

const text = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

for (const engine of engines) {
  describe(`a real sender on ${engine.name}`, () => {
    let bench: Bench;
    let sender: Recorder;
    before(async () => {
      bench = await Bench.open(engine);
    });
    beforeEach(async () => {
      sender = new Recorder();
      bench.passes(86_400);
      await bench.database.query('DELETE FROM messages');
    });
    after(async () => {
      await bench.database.close();
    });

    const hands = (by: Sender = sender) =>
      handOver({db: bench.database, keys: bench.keys, sender: by, now: () => Promise.resolve(bench.now)});

    const sendsCode = async () => {
      const visit = await bench.visit(await bench.account('phone-only'));
      await visit.asksForCode();
      return visit;
    };

    it('gets each message once, and nothing of it stays', async () => {
      const visit = await sendsCode();
      const code = await visit.newestCode();
      assert.equal(await hands(), 1);
      assert.equal(await hands(), 0);
      assert.equal(sender.taken.length, 1);
      assert.equal(sender.taken[0]?.code, code);
      assert.equal(await bench.count('messages', `content = ''::bytea AND handed_over_at IS NOT NULL`), 1);
    });

    it('gets each message from one of ten workers', async () => {
      for (let index = 0; index < 5; index++) await sendsCode();
      await Promise.all(Array.from({length: 10}, () => hands()));
      assert.equal(sender.taken.length, 5);
      assert.equal(new Set(sender.taken.map(({messageId}) => messageId)).size, 5);
    });

    it('gets nothing of a transaction that was rolled back', async () => {
      const visit = await bench.visit(await bench.account('phone-only'));
      visit.wrap = (db) => ({
        query: (sql, values) =>
          sql.includes('INSERT INTO challenges') ? Promise.reject(new Error('connection lost')) : db.query(sql, values),
        transaction: (work) => db.transaction(work),
      });
      await assert.rejects(visit.asksForCode(), /connection lost/);
      assert.equal(await hands(), 0);
      assert.equal(await bench.count('sends', 'sent_at = $1', [bench.now]), 0);
    });

    it('is tried again after a failure, later each time, and given up after six tries', async () => {
      await sendsCode();
      await bench.database.query('UPDATE messages SET expires_at = NULL');
      sender.fails = true;
      for (const pause of [1, 5, 15, 60, 300]) {
        assert.equal(await hands(), 0);
        bench.passes(pause - 0.001);
        assert.equal(await bench.count('messages', 'next_try_at <= $1', [bench.now]), 0);
        bench.passes(0.001);
        assert.equal(await bench.count('messages', 'next_try_at <= $1', [bench.now]), 1);
      }
      await hands();
      assert.equal(await bench.count('messages', `failed_at IS NOT NULL AND content = ''::bytea`), 1);
    });

    it('gets no code that has run out', async () => {
      await sendsCode();
      bench.passes(300);
      await hands();
      assert.equal(sender.taken.length, 0);
    });

    it('may get one message twice after a crash, with the same ID and code', async () => {
      await sendsCode();
      const {database, keys} = bench;
      const crashing = {
        query: <Row>(sql: string, values?: readonly unknown[]) =>
          sql.includes('handed_over_at = $2')
            ? Promise.reject<Row[]>(new Error('killed'))
            : database.query<Row>(sql, values),
        transaction: database.transaction.bind(database),
      };
      await assert.rejects(handOver({db: crashing, keys, sender, now: () => Promise.resolve(bench.now)}), /killed/);
      await hands();
      assert.equal(sender.taken.length, 1, 'nobody else may take it at once');
      bench.passes(30);
      await hands();
      await hands();
      const [first, second] = sender.taken;
      assert.equal(sender.taken.length, 2);
      assert.deepEqual([second?.messageId, second?.code], [first?.messageId, first?.code]);
    });

    it('is asked by POST, with the message as JSON and its ID as idempotency key', async () => {
      const server = createServer();
      const received = new Promise<{headers: IncomingMessage['headers']; body: unknown}>((resolve) => {
        server.on('request', (request: IncomingMessage, response: ServerResponse) => {
          void text(request).then((body) => {
            resolve({headers: request.headers, body: JSON.parse(body)});
            response.writeHead(202).end();
          });
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const visit = await sendsCode();
      const [message] = await bench.inbox(visit.session.accountId);
      const {port} = server.address() as AddressInfo;
      await bench.database.query('UPDATE messages SET next_try_at = $1, expires_at = NULL', [new Date(0)]);
      const worker = new OutboxWorker(
        {
          db: bench.database,
          keys: bench.keys,
          sender: new HttpSender(`http://127.0.0.1:${port}/send`),
          clock: systemClock,
        },
        assert.ifError,
      );
      worker.start();
      const {headers, body} = await received;
      await worker.stop();
      server.close();
      server.closeAllConnections();
      assert.equal(headers['idempotency-key'], message?.messageId);
      assert.deepEqual(body, {
        messageId: message?.messageId,
        channel: 'sms',
        to: message?.to,
        text: message?.text,
      });
      assert.equal(await bench.count('messages', 'handed_over_at IS NOT NULL'), 1);
    });
  });
}
