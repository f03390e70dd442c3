import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Intent} from '../../../src/index.ts';
import {passTime, stopTime} from '../../support/node/conditions.ts';
import {clientOf, reasonOf, verify, token} from '../../support/node/fixtures.ts';
import {hangUp, refuse, ScriptedService, stall, succeed} from '../../support/node/scripted-service.ts';

describe('an intent', () => {
  const keys = (service: ScriptedService): unknown[] => service.requests.map(({headers}) => headers['idempotency-key']);

  it('keeps its key after a lost answer, however often it is tried', async (t) => {
    stopTime(t);
    await using service = await ScriptedService.listen();
    service.on(verify, hangUp, hangUp, hangUp, succeed(token), succeed(token));
    const {challenges} = clientOf(service.url);
    const intent = new Intent();
    const asking = reasonOf(challenges.verify('ch_identity', '123456', {intent}));
    await passTime(t.mock.timers, () => service.requests.length === 3);
    assert.equal(await asking, 'NETWORK');
    await challenges.verify('ch_identity', '123456', {intent});
    assert.equal(new Set(keys(service)).size, 1);
    await challenges.verify('ch_identity', '123456', {intent});
    assert.notEqual(keys(service)[4], keys(service)[3], 'a definite answer ends it');
  });

  it('is another one with another input', async (t) => {
    stopTime(t);
    await using service = await ScriptedService.listen();
    service.on(verify, hangUp, hangUp, hangUp, succeed(token));
    const {challenges} = clientOf(service.url);
    const intent = new Intent();
    const asking = reasonOf(challenges.verify('ch_identity', '123456', {intent}));
    await passTime(t.mock.timers, () => service.requests.length === 3);
    await asking;
    await challenges.verify('ch_identity', '654321', {intent});
    assert.equal(new Set(keys(service)).size, 2);
  });

  it('ends with a refusal', async () => {
    await using service = await ScriptedService.listen();
    service.on(verify, refuse(400, 'CODE_INCORRECT', {field: 'code', metadata: {attemptsLeft: 4}}));
    const {challenges} = clientOf(service.url);
    const intent = new Intent();
    await reasonOf(challenges.verify('ch_identity', '123456', {intent}));
    await reasonOf(challenges.verify('ch_identity', '123456', {intent}));
    assert.equal(new Set(keys(service)).size, 2);
  });

  it('outlives a failure that this version does not know', async (t) => {
    stopTime(t);
    await using service = await ScriptedService.listen();
    const unknown = refuse(507, 'NO_SPACE');
    service.on(verify, unknown, unknown, unknown, succeed(token));
    const {challenges} = clientOf(service.url);
    const intent = new Intent();
    const asking = reasonOf(challenges.verify('ch_identity', '123456', {intent}));
    await passTime(t.mock.timers, () => service.requests.length === 3);
    assert.equal(await asking, 'UNEXPECTED');
    await challenges.verify('ch_identity', '123456', {intent});
    assert.equal(new Set(keys(service)).size, 1);
  });

  it('outlives an abort and a lost session', async () => {
    await using service = await ScriptedService.listen();
    service.on(verify, stall, refuse(401, 'UNAUTHENTICATED'), refuse(401, 'UNAUTHENTICATED'), succeed(token));
    const {challenges} = clientOf(service.url);
    const intent = new Intent();
    const abort = new AbortController();
    const asking = challenges.verify('ch_identity', '123456', {intent, signal: abort.signal});
    await service.received(1);
    abort.abort();
    await assert.rejects(asking, {name: 'AbortError'});
    assert.equal(await reasonOf(challenges.verify('ch_identity', '123456', {intent})), 'UNAUTHENTICATED');
    await challenges.verify('ch_identity', '123456', {intent});
    assert.equal(new Set(keys(service)).size, 1);
  });

  it('outlives a refusal because of too many requests: an earlier try may have had its effect', async (t) => {
    stopTime(t);
    await using service = await ScriptedService.listen();
    const tooMany = refuse(429, 'RATE_LIMITED', {metadata: {retryAfter: 60}});
    service.on(verify, hangUp, tooMany, succeed(token));
    const {challenges} = clientOf(service.url);
    const intent = new Intent();
    const asking = reasonOf(challenges.verify('ch_identity', '123456', {intent}));
    await passTime(t.mock.timers, () => service.requests.length === 2);
    assert.equal(await asking, 'RATE_LIMITED');
    await challenges.verify('ch_identity', '123456', {intent});
    assert.equal(new Set(keys(service)).size, 1);
  });
});
