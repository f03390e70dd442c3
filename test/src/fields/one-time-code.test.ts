import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkOneTimeCode, type OneTimeCodeProblem} from '../../../src/index.ts';

const taken: [string, string, string][] = [
  ['000000', '000000', 'zeros only'],
  ['012345', '012345', 'a leading zero'],
  ['000001', '000001', 'leading zeros'],
  [' 123456 ', '123456', 'white space around'],
  ['123 456', '123456', 'a group'],
  ['123-456', '123456', 'a group'],
  ['１２３４５６', '123456', 'full-width digits'],
  ['【云账号】您的验证码为 012345，5 分钟内有效。', '012345', 'a whole message'],
  ['【云账号】您的验证码为012345，5分钟内有效。', '012345', 'a whole message without spaces'],
  ['Your code is 012345. It is valid for 5 minutes.', '012345', 'a whole message'],
  ['Your code is 012345.\n\n@portal.example #012345', '012345', 'a message that says the code twice'],
  ['123456\u0000', '123456', 'an invisible character behind'],
  ['\u202d123456\u202c', '123456', 'direction marks around'],
  ['Code: 012345, call 400-615-1212 if it was not you.', '012345', 'a message with a phone number'],
];

const refused: [string, OneTimeCodeProblem, string][] = [
  ['①②③④⑤⑥', 'characters', 'circled digits'],
  ['𝟏𝟐𝟑𝟒𝟓𝟔', 'characters', 'mathematical digits'],
  ['१२३४५६', 'characters', 'Devanagari digits'],
  ['12345', 'length', 'five digits'],
  ['1234567', 'length', 'seven digits'],
  ['123456123456', 'length', 'filled in twice'],
  ['123456 123456', 'length', 'filled in twice'],
  ['12e456', 'characters', 'an exponent'],
  ['0x1E240', 'characters', 'a hexadecimal number'],
  ['1e5', 'characters', 'an exponent'],
  ['+12345', 'characters', 'a sign'],
  ['-12345', 'characters', 'a sign'],
  ['+123456', 'characters', 'a sign'],
  ['1.0000', 'characters', 'a decimal'],
  ['123456.0', 'characters', 'a decimal'],
  ['123456abc', 'characters', 'letters behind'],
  ['abc123456', 'characters', 'letters before'],
  ['', 'empty', 'nothing'],
  ['  \u3000', 'empty', 'only spaces'],
  ['code', 'characters', 'a word'],
  ['012345 ... 400615', 'ambiguous', 'two codes'],
  ['012345，或 654321', 'ambiguous', 'two codes'],
  ['您的验证码为 01234567。', 'characters', 'a message with a longer code'],
];

describe('a one-time code', () => {
  for (const [text, code, why] of taken) {
    it(`is read: ${JSON.stringify(text)} (${why})`, () =>
      assert.deepEqual(checkOneTimeCode(text, 6), {ok: true, code}));
  }

  for (const [text, problem, why] of refused) {
    it(`is refused as ${problem}: ${JSON.stringify(text)} (${why})`, () =>
      assert.deepEqual(checkOneTimeCode(text, 6), {ok: false, problem}));
  }

  it('has as many digits as the service says', () => {
    assert.deepEqual(checkOneTimeCode('1234 5678', 8), {ok: true, code: '12345678'});
    assert.deepEqual(checkOneTimeCode('123456', 8), {ok: false, problem: 'length'});
  });

  it('is not looked for in a paste of 1 MB', () => {
    const began = performance.now();
    for (const text of ['1', ' ', '1 ', '-', 'a1', '１', '1.']) {
      assert.deepEqual(checkOneTimeCode(text.repeat(1_000_000 / text.length), 6), {ok: false, problem: 'length'});
    }
    assert.ok(performance.now() - began < 500);
  });

  for (const text of ['1', '1 ', '1-', 'a1', '1.', '+1', '  ']) {
    it(`is judged at once at the longest that is looked at: ${JSON.stringify(text)}`, () => {
      const began = performance.now();
      for (let round = 0; round < 100; round++) checkOneTimeCode(text.repeat(1000 / text.length), 6);
      assert.ok(performance.now() - began < 500);
    });
  }
});
