import assert from 'node:assert/strict';
import {it} from 'node:test';
import {forgetOldCodes} from '../../domain/forgetting.ts';
import {Bench} from '../support/bench.ts';
import {engines} from '../support/engines.ts';

for (const engine of engines) {
  it(`keeps codes for a day after their end and messages for a week, on ${engine.name}`, async () => {
    await using bench = await Bench.open(engine);
    const visit = await bench.visit(await bench.account('phone-only'));
    await visit.changesPhoneTo(bench.freshPhone());
    const counts = async () => {
      await forgetOldCodes(bench.database, bench.now);
      const tables = ['challenges', 'security_tokens', 'sends', 'messages'];
      return Promise.all(tables.map((table) => bench.count(table)));
    };
    const audited = await bench.count('audit_events');
    bench.passes(86_400);
    assert.deepEqual(await counts(), [2, 1, 2, 4]);
    bench.passes(300);
    assert.deepEqual(await counts(), [2, 1, 0, 4]);
    bench.passes(1);
    assert.deepEqual(await counts(), [0, 0, 0, 4]);
    bench.passes(7 * 86_400);
    assert.deepEqual(await counts(), [0, 0, 0, 0]);
    assert.equal(await bench.count('audit_events'), audited);
  });
}
