import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {sandboxClock} from '../../domain/clock.ts';
import {forgetOld} from '../../retention.ts';
import {startTestService, type TestService} from '../support/service.ts';

let service: TestService;
before(async () => {
  service = await startTestService();
});
after(() => service.close());

const kept = async () => {
  const tables = ['component_sessions', 'known_origins', 'idempotency_records'];
  const counts = await Promise.all(tables.map((table) => service.database.query(`SELECT 1 FROM ${table}`)));
  return counts.map((rows) => rows.length);
};

test('what nobody can use any more is deleted, and nothing before', async () => {
  const operator = await service.operator();
  const {result} = await operator.get('/v1/verificationMethods');
  const [method] = (result as unknown as {methods: {methodId: string}[]}).methods;
  await operator.post('/v1/challenges', {methodId: method?.methodId, purpose: 'changeSecurityPhone'});
  await service.advanceClock(24 * 3600 - 60);
  await forgetOld(service.database, sandboxClock);
  assert.deepEqual(await kept(), [1, 1, 1]);
  await service.advanceClock(120);
  await forgetOld(service.database, sandboxClock);
  assert.deepEqual(await kept(), [1, 1, 0]);
  await service.advanceClock(3600);
  await forgetOld(service.database, sandboxClock);
  assert.deepEqual(await kept(), [0, 0, 0]);
});
