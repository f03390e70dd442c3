import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Reason} from '../../../src/index.ts';
import {passTime, until, stopTime} from '../../support/node/conditions.ts';
import {clientOf, reasonOf} from '../../support/node/fixtures.ts';
import {ScriptedService, stall, type Reply} from '../../support/node/scripted-service.ts';

describe('a deadline', () => {
  const hanging: [string, Reply][] = [
    ['no answer comes', stall],
    [
      'the body does not come',
      (response) => response.writeHead(200, {'content-type': 'application/json'}).flushHeaders(),
    ],
    [
      'the body stops halfway',
      (response) => void response.writeHead(200, {'content-type': 'application/json'}).write('{"requestId"'),
    ],
  ];
  for (const [name, reply] of hanging) {
    it(`ends a try after 10 s and the call after 25 s when ${name}`, async (t) => {
      stopTime(t);
      await using service = await ScriptedService.listen();
      const ended: (() => void)[] = [];
      let open = 0;
      service.on('GET /v1/account', async (response, request) => {
        open++;
        response.on('close', () => open--);
        await reply(response, request);
        for (const tell of ended) tell();
      });
      let reason: Reason | undefined;
      void reasonOf(clientOf(service.url).account.get()).then((found) => (reason = found));
      await service.received(1);
      const first = await passTime(t.mock.timers, () => service.requests.length === 2);
      assert.ok(first >= 10_000 && first <= 10_500, `${first} ms`);
      const rest = await passTime(t.mock.timers, () => reason !== undefined);
      assert.equal(reason, 'TIMEOUT');
      assert.ok(first + rest >= 24_500 && first + rest <= 25_500, `${first + rest} ms`);
      await until(() => open === 0, 'the sockets to close');
    });
  }

  it('holds for a fetch that does not heed its signal', async (t) => {
    stopTime(t);
    let reason: Reason | undefined;
    const client = clientOf('https://account.example', {fetch: () => new Promise(() => undefined)});
    void reasonOf(client.account.get()).then((found) => (reason = found));
    const passed = await passTime(t.mock.timers, () => reason !== undefined);
    assert.equal(reason, 'TIMEOUT');
    assert.ok(passed >= 24_500 && passed <= 25_500);
  });
});
