import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AccountError} from '../../src/index.ts';
import {delayBeforeRetry, retryAfterSeconds} from '../../src/retry.ts';

const lost = new AccountError('NETWORK');

describe('the waits of many clients that failed together', () => {
  for (const [failures, longest] of [
    [0, 300],
    [1, 600],
  ] as const) {
    // prettier-ignore
    it(`spread evenly over ${longest} ms after failure ${failures + 1}`, () => {
      const delays = Array.from({length: 1000}, () => delayBeforeRetry(lost, failures) ?? Number.NaN).toSorted((a, b) => a - b);
      // Kolmogorov and Smirnov: the greatest distance from an even spread, exceeded by chance once in a million runs.
      const distance = Math.max(...delays.map((delay, index) => Math.abs(delay / longest - (index + 0.5) / 1000)));
      assert.ok(distance < 0.085, `${distance}`);
    });
  }

  it('end after two', () => assert.equal(delayBeforeRetry(lost, 2), undefined));

  it('never come before the time that the service names', (t) => {
    t.mock.method(Math, 'random', () => 0);
    assert.equal(delayBeforeRetry(new AccountError('UNAVAILABLE', {status: 503, retryAfter: 3}), 0), 3000);
  });
});

describe('a Retry-After header', () => {
  const rows: [string | null, number | undefined][] = [
    [null, undefined],
    ['', undefined],
    ['0', 0],
    [' 7 ', 7],
    ['007', 7],
    ['7, 9', 7],
    ['soon, 9', 9],
    ['-5', undefined],
    ['1.5', undefined],
    ['1e9', undefined],
    ['0x10', undefined],
    ['９', undefined],
    ['31536000', 31_536_000],
    ['9999999999', undefined],
    ['Fri, 20 Nov 2099 06:46:00 GMT', undefined],
    ['1'.repeat(100_000), undefined],
  ];
  for (const [header, seconds] of rows) {
    it(`${String(header).slice(0, 40) || 'empty'} means ${seconds ?? 'nothing'}`, () =>
      assert.equal(retryAfterSeconds(header), seconds));
  }
});
