import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Refusal} from '../../domain/refusal.ts';
import {canonicalJson, parseJson} from '../../http/json.ts';

const read = (text: string) => parseJson(Buffer.from(text));
const ofLevels = (count: number) => `${'{"a":['.repeat(count / 2)}1${']}'.repeat(count / 2)}`;

test('a text of eight levels is read, and one of nine is not', () => {
  assert.ok(read(ofLevels(8)));
  assert.throws(() => read(`[${ofLevels(8)}]`), Refusal);
});

test('200,000 levels are refused within 200 ms', () => {
  const started = performance.now();
  assert.throws(() => read(`${'['.repeat(200_000)}${']'.repeat(200_000)}`), Refusal);
  assert.ok(performance.now() - started < 200);
});

test('a name may stand once in each object, and again in another', () => {
  assert.deepEqual(read('{"a":{"a":1},"b":[{"a":2},{"a":3}],"c":"a"}'), {a: {a: 1}, b: [{a: 2}, {a: 3}], c: 'a'});
  assert.throws(() => read('{"a":{"b":1,"b":2}}'), Refusal);
  assert.throws(() => read(String.raw`{"a":1,"\u0061":2}`), Refusal);
});

test('brackets, quotes and commas within texts are text', () => {
  const value = {'{"a': '[[[[[[[[[[', 'b,': '\\"},{', c: '"'};
  assert.deepEqual(read(JSON.stringify(value)), value);
});

test('equal values have one canonical text', () => {
  assert.equal(canonicalJson({b: [{d: 1, c: 2}], a: null}), canonicalJson(read('{"a":null,"b":[{"c":2,"d":1}]}')));
  assert.notEqual(canonicalJson({a: '1'}), canonicalJson({a: 1}));
  assert.notEqual(canonicalJson([1, 2]), canonicalJson([2, 1]));
});
