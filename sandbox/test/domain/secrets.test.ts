import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {codeMatches, hashCode, newCode} from '../../domain/code.ts';
import {newId, newSecret} from '../../domain/identifier.ts';
import {fingerprint, seal, unseal} from '../../store/vault.ts';

const key = randomBytes(32);
const place = {table: 'messages', column: 'content', row: 'ms_1'};

/** How far counts are from equal: chi-square with `counts.length - 1` degrees of freedom. */
const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

describe('one-time codes', () => {
  it('are equally likely, over a million of them', () => {
    const positions = Array.from({length: 6}, () => Array<number>(10).fill(0));
    const buckets = Array<number>(1000).fill(0);
    let leadingZeros = 0;
    for (let count = 0; count < 1_000_000; count++) {
      const code = newCode();
      if (code.startsWith('0')) leadingZeros += 1;
      for (let position = 0; position < 6; position++) {
        const digits = positions[position] ?? [];
        const digit = Number(code[position]);
        digits[digit] = (digits[digit] ?? 0) + 1;
      }
      const bucket = Number(code) % 1000;
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    // Both limits are exceeded by chance once in a million runs; a code made of random bytes by modulo exceeds them always.
    for (const counts of positions) assert.ok(chiSquare(counts) < 46, `${chiSquare(counts)}`);
    assert.ok(chiSquare(buckets) < 1226, `${chiSquare(buckets)}`);
    assert.ok(Math.abs(leadingZeros - 100_000) < 1500, `${leadingZeros}`);
  });

  it('match their own hash only, for their own challenge and key', async () => {
    const kept = await hashCode(key, 'ch_1', '012345');
    assert.equal(await codeMatches(key, 'ch_1', '012345', kept), true);
    assert.equal(await codeMatches(key, 'ch_1', '012346', kept), false);
    assert.equal(await codeMatches(key, 'ch_2', '012345', kept), false);
    assert.equal(await codeMatches(randomBytes(32), 'ch_1', '012345', kept), false);
    const again = await hashCode(key, 'ch_1', '012345');
    assert.notDeepEqual(again.hash, kept.hash);
  });

  it('and all else that is secret come from the generator for secrets', () => {
    const folders = ['domain', 'store', 'outbox', 'personas'].map((name) => new URL(`../../${name}/`, import.meta.url));
    for (const folder of folders) {
      for (const file of readdirSync(folder)) {
        if (!file.endsWith('.ts')) continue;
        assert.ok(!readFileSync(new URL(file, folder), 'utf8').includes('Math.random'), file);
      }
    }
    const names = new Set(Array.from({length: 10_000}, () => newId('ch')));
    assert.equal(names.size, 10_000);
    for (const name of names) assert.match(name, /^[A-Za-z0-9_-]{25}$/);
    assert.match(newSecret('st'), /^st_[A-Za-z0-9_-]{43}$/);
  });
});

describe('the vault', () => {
  it('opens what it sealed', () => {
    assert.equal(unseal(key, place, seal(key, place, '验证码 012345')), '验证码 012345');
  });
  it('never makes the same bytes twice', () => {
    const nonces = new Set(Array.from({length: 10_000}, () => seal(key, place, 'x').subarray(1, 13).toString('hex')));
    assert.equal(nonces.size, 10_000);
  });
  it('does not open a value with a flipped bit, of another row, column, table or key', () => {
    const sealed = seal(key, place, '+8613800138000');
    for (let index = 0; index < sealed.length; index++) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8(flipped.readUInt8(index) ^ 1, index);
      assert.throws(() => unseal(key, place, flipped));
    }
    for (const elsewhere of [{row: 'ms_2'}, {column: 'destination'}, {table: 'challenges'}]) {
      assert.throws(() => unseal(key, {...place, ...elsewhere}, sealed));
    }
    assert.throws(() => unseal(randomBytes(32), place, sealed));
    assert.throws(() => unseal(key, place, Buffer.alloc(0)));
  });
  it('makes equal fingerprints of equal values, and others with another key or kind', () => {
    const one = fingerprint(key, 'sms', '+8613800138000');
    assert.deepEqual(fingerprint(key, 'sms', '+8613800138000'), one);
    assert.notDeepEqual(fingerprint(key, 'prefix', '+8613800138000'), one);
    assert.notDeepEqual(fingerprint(randomBytes(32), 'sms', '+8613800138000'), one);
  });
});
