import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  checkPersonName,
  maskPersonName,
  type PersonNameProblem,
  type Replacement,
} from '../../../src/fields/person-name.ts';

const asTyped: [string, string][] = [
  ['李明', 'two characters'],
  ['欧阳娜娜', 'four characters'],
  ['尉迟恭', 'a surname of two characters'],
  ['买买提·吐尔逊', 'two parts'],
  ['阿依古丽·买买提江', 'two parts'],
  ['迪丽热巴·迪力木拉提', 'two parts'],
  ['王䶮', 'U+4DAE, which GBK does not have'],
  ['吴㛃', 'extension A'],
  ['郑㸒', 'extension A'],
  ['赵𠮷', 'extension B'],
  ['陈𨱑', 'extension B'],
  ['孙𫖯', 'extension C'],
  ['刘𬱟', 'extension E'],
  ['李\u{31350}', 'extension H'],
  ['李\u{2ebf0}', 'extension I'],
  ['李\u{3abcd}', 'a place in the plane of Chinese characters that is not given out yet'],
  ['林〇', 'U+3007, which is no letter to Unicode'],
  ['龑', 'traditional'],
  ['䶮', 'simplified, another name'],
  ['宁', 'one character'],
  ['李'.repeat(25), '25 characters'],
  ['李'.repeat(50), '50 characters'],
  ['𠮷'.repeat(50), '50 characters beyond the basic plane'],
  ['测试', 'a word that is a name, too'],
  ['先生', 'a word that is a name, too'],
];

const mended: [string, string, readonly Replacement[], string][] = [
  ['王•李', '王·李', [{from: '•', to: '·'}], 'U+2022'],
  ['王‧李', '王·李', [{from: '‧', to: '·'}], 'U+2027'],
  ['王・李', '王·李', [{from: '・', to: '·'}], 'U+30FB'],
  ['王･李', '王·李', [{from: '･', to: '·'}], 'U+FF65'],
  ['王．李', '王·李', [{from: '．', to: '·'}], 'U+FF0E'],
  ['王.李', '王·李', [{from: '.', to: '·'}], 'U+002E'],
  ['王\u0387李', '王·李', [{from: '\u0387', to: '·'}], 'U+0387'],
  ['王\u2024李', '王·李', [{from: '\u2024', to: '·'}], 'U+2024'],
  ['王\u2219李', '王·李', [{from: '\u2219', to: '·'}], 'U+2219'],
  ['王\u22c5李', '王·李', [{from: '\u22c5', to: '·'}], 'U+22C5'],
  ['王\u2e31李', '王·李', [{from: '\u2e31', to: '·'}], 'U+2E31'],
  ['王\ua78f李', '王·李', [{from: '\ua78f', to: '·'}], 'U+A78F'],
  ['王•李•明', '王·李·明', [{from: '•', to: '·'}], 'twice'],
  ['葛\u{e0100}城', '葛城', [{from: '\u{e0100}', to: ''}], 'a variation selector'],
  ['\ufa44子', '梅子', [{from: '\ufa44', to: '梅'}], 'a compatibility ideograph'],
  ['\u{2f800}子', '丽子', [{from: '\u{2f800}', to: '丽'}], 'a compatibility ideograph beyond the basic plane'],
  ['王\u200b李', '王李', [{from: '\u200b', to: ''}], 'a space of no width'],
  ['\ufeff王李', '王李', [{from: '\ufeff', to: ''}], 'a byte order mark'],
  ['王\u00ad李', '王李', [{from: '\u00ad', to: ''}], 'a soft hyphen'],
  [' 李明\u3000\n', '李明', [], 'white space around'],
];

const refused: [string, PersonNameProblem, string][] = [
  ['', 'empty', 'nothing'],
  [' \u3000\u200b', 'empty', 'nothing that can be seen'],
  ['·王', 'dot', 'a dot before'],
  ['王·', 'dot', 'a dot behind'],
  ['王··李', 'dot', 'two dots'],
  ['·', 'dot', 'a dot alone'],
  ['王.•李', 'dot', 'two dots of two kinds'],
  ['王\uE863', 'privateUse', 'a character of an old standard'],
  ['\uE863', 'privateUse', 'a character of an old standard'],
  ['李\u{f0000}', 'privateUse', 'a private plane'],
  ['李'.repeat(51), 'tooLong', '51 characters'],
  ['𠮷'.repeat(51), 'tooLong', '51 characters beyond the basic plane'],
  ['李\ud800', 'broken', 'half a character'],
  ['\udc00李', 'broken', 'half a character'],
  ['李\u0000明', 'control', 'U+0000'],
  ['王\u202e李', 'control', 'a turn of direction'],
  ['李明1', 'digits', 'a digit'],
  ['李明١', 'digits', 'an Arabic digit'],
  ['李😀', 'characters', 'an emoji'],
  ['李①', 'characters', 'a circled digit'],
  ['李か', 'characters', 'a syllable'],
  ['Li Ming', 'latin', 'a Latin name'],
  ["O'Brien", 'latin', 'a Latin name'],
  ['Jean-Luc', 'latin', 'a Latin name'],
  ['María José', 'latin', 'a Latin name'],
  ['<img src=x onerror=__pwned=1>', 'characters', 'HTML'],
  ['"><svg/onload=...>', 'characters', 'HTML'],
  ["Robert'); DROP TABLE accounts;--", 'latin', 'SQL'],
  ["=cmd|'/c calc'!A1", 'characters', 'a formula'],
  ['+SUM(1)', 'characters', 'a formula'],
  ['@x', 'characters', 'a formula'],
  ['{{7*7}}', 'characters', 'a template'],
  ['${7*7}', 'characters', 'a template'],
  ['%s%n', 'characters', 'a format'],
  ['%00', 'characters', 'an escape'],
  ['null', 'latin', 'a reserved word'],
  ['undefined', 'latin', 'a reserved word'],
  ['NaN', 'latin', 'a reserved word'],
  ['true', 'latin', 'a reserved word'],
  ['__proto__', 'characters', 'a reserved word'],
  ['constructor', 'latin', 'a reserved word'],
  ['⺀', 'radical', 'a radical for which Unicode holds no character'],
  ['々', 'radical', 'a repetition mark alone'],
  ['李'.repeat(1_000_000), 'tooLong', '1 MB'],
];

const suggested: [string, PersonNameProblem, string, string][] = [
  ['王　李', 'space', '王·李', 'a full-width space for a dot'],
  ['王 李', 'space', '王·李', 'a space for a dot'],
  ['王 · 李', 'space', '王·李', 'spaces around a dot'],
  ['王\t李', 'space', '王·李', 'a tab'],
  ['⽂明', 'radical', '文明', 'U+2F42, which looks like 文'],
  ['李々', 'radical', '李李', 'a repetition mark'],
];

describe('a personal name', () => {
  for (const [name, why] of asTyped) {
    it(`is taken as it is: ${name} (${why})`, () =>
      assert.deepEqual(checkPersonName(name), {ok: true, name, replaced: []}));
  }

  for (const [text, name, replaced, why] of mended) {
    it(`is read, and says what was replaced: ${JSON.stringify(text)} (${why})`, () =>
      assert.deepEqual(checkPersonName(text), {ok: true, name, replaced}));
  }

  for (const [text, problem, why] of refused) {
    it(`is refused as ${problem}: ${JSON.stringify(text.slice(0, 40))} (${why})`, () =>
      assert.deepEqual(checkPersonName(text), {ok: false, problem}));
  }

  for (const [text, problem, suggestion, why] of suggested) {
    it(`is refused as ${problem}, and ${suggestion} suggested: ${JSON.stringify(text)} (${why})`, () =>
      assert.deepEqual(checkPersonName(text), {ok: false, problem, suggestion}));
  }

  for (const text of ['李', ' ', '·', '. ', '\u200b', '1', 'a', '々', '李 ', 'e\u0301', '\ud800']) {
    it(`is judged at once, however long: ${JSON.stringify(text)} × 50,000`, () => {
      const began = performance.now();
      assert.deepEqual(checkPersonName(`${text.repeat(50_000)}!`, {latin: true}), {ok: false, problem: 'tooLong'});
      assert.ok(performance.now() - began < 500);
    });

    it(`is judged at once at the longest that is looked at: ${JSON.stringify(text)}`, () => {
      const long = text.repeat(300 / text.length);
      const began = performance.now();
      for (let round = 0; round < 100; round++) {
        checkPersonName(long);
        checkPersonName(long, {latin: true});
      }
      assert.ok(performance.now() - began < 500);
    });
  }
});

describe('a personal name of a document that may give it in Latin letters', () => {
  const latin = (text: string) => checkPersonName(text, {latin: true});

  for (const name of [
    "O'Brien",
    'Jean-Luc',
    'María José',
    'Li Ming',
    'Null',
    'D’Arcy',
    'Martin L. King',
    '李明',
    '王·李',
  ]) {
    it(`is taken as it is: ${name}`, () => assert.deepEqual(latin(name), {ok: true, name, replaced: []}));
  }

  it('is composed', () =>
    assert.deepEqual(latin('Mari\u0301a  Jose\u0301'), {ok: true, name: 'Mar\u00eda Jos\u00e9', replaced: []}));

  it('is in Chinese characters all the same, with its dot', () =>
    assert.deepEqual(latin('王.李'), {ok: true, name: '王·李', replaced: [{from: '.', to: '·'}]}));

  const others: [string, PersonNameProblem][] = [
    ["Robert'); DROP TABLE accounts;--", 'characters'],
    ["=cmd|'/c calc'!A1", 'characters'],
    ['-x', 'characters'],
    ["'x", 'characters'],
    ['Li Ming 2', 'digits'],
    ['\u041eleg', 'characters'],
    ['a\u0000b', 'control'],
    ['x'.repeat(51), 'tooLong'],
  ];
  for (const [text, problem] of others) {
    it(`is refused as ${problem}: ${JSON.stringify(text)}`, () => assert.deepEqual(latin(text), {ok: false, problem}));
  }
});

describe('a personal name on show', () => {
  const masks: [string, string][] = [
    ['李明', '*明'],
    ['欧阳娜娜', '***娜'],
    ['尉迟恭', '**恭'],
    ['赵𠮷', '*𠮷'],
    ['𠮷明', '*明'],
    ['王·李', '**李'],
    ['宁', '*'],
    ['', ''],
  ];
  for (const [name, mask] of masks) {
    it(`${name || 'nothing'} is masked as ${mask || 'nothing'}`, () => assert.equal(maskPersonName(name), mask));
  }
});
