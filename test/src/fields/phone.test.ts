import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkPhone, formatAsTyped, formatNational, type DiallingRegion, type PhoneProblem} from '../../../src/index.ts';

const cn: DiallingRegion = {region: 'CN', callingCode: '86', pattern: '^1[3-9]\\d{9}$', example: '13800138000'};
const hk: DiallingRegion = {region: 'HK', callingCode: '852', pattern: '^[4-9]\\d{7}$', example: '51234567'};
const mo: DiallingRegion = {region: 'MO', callingCode: '853', pattern: '^6\\d{7}$', example: '66123456'};
const tw: DiallingRegion = {region: 'TW', callingCode: '886', pattern: '^9\\d{8}$', example: '912345678'};
const all = [cn, hk, mo, tw];

/** What a text is for somebody who chose China and may have nothing else. */
const inChina = (text: string) => checkPhone(text, [cn], 'CN');

const taken: [string, string][] = [
  ['13800138000', 'the usual form'],
  ['19912345678', 'a 199 number'],
  ['16612345678', 'a 166 number'],
  ['19212345678', 'a 192 number'],
  ['17012345678', 'a virtual operator'],
  ['16512345678', 'a virtual operator'],
  ['13491234567', 'a satellite range: the service decides'],
  ['17401234567', 'a satellite range: the service decides'],
  ['15412345678', 'a range not given out yet: the service decides'],
  ['17912345678', 'a range not given out yet: the service decides'],
  ['+86 138 0013 8000', 'with the calling code'],
  ['0086-138-0013-8000', 'as dialled abroad'],
  ['86 13800138000', 'with a calling code that lost its plus'],
  ['(+86)13800138000', 'with the calling code in brackets'],
  ['（＋８６）１３８　００１３　８０００', 'all of it full-width'],
  ['13800138000\u00a0', 'with a no-break space'],
  ['138\u2011 0013\u20118000', 'with no-break hyphens'],
  ['\u202d13800138000\u202c', 'with direction marks of a contacts app'],
  ['１３８００１３８０００', 'full-width digits'],
  ['138.0013.8000', 'with points'],
  [' 138\t0013 8000\n', 'with white space around'],
];

const refused: [string, PhoneProblem, string][] = [
  ['', 'empty', 'nothing'],
  ['  \u00a0\u200e', 'empty', 'nothing that can be seen'],
  ['+', 'malformed', 'a plus alone'],
  ['12345678901', 'malformed', 'no mobile range'],
  ['10000000000', 'malformed', 'no mobile range'],
  ['1380013800', 'tooShort', '10 digits'],
  ['138001380000', 'tooLong', '12 digits'],
  ['+86', 'tooShort', 'a calling code alone'],
  ['+8', 'tooShort', 'half a calling code'],
  ['1064812345678', 'machine', 'a number of a device'],
  ['١٣٨٠٠١٣٨٠٠٠', 'letters', 'Arabic digits'],
  ['१३८००१३८०००', 'letters', 'Devanagari digits'],
  ['𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎', 'letters', 'mathematical digits'],
  ['①③⑧⓪⓪①③⑧⓪⓪⓪', 'letters', 'circled digits'],
  ['138OO138OOO', 'letters', 'the letter O'],
  ['1380013800o', 'letters', 'a look-alike'],
  ['138001380l0', 'letters', 'a look-alike'],
  ['013800138000', 'tooLong', 'a trunk zero'],
  ['010-62345678', 'landline', 'a fixed line of Beijing'],
  ['0755-12345678', 'landline', 'a fixed line of Shenzhen'],
  ['4006151212', 'landline', 'a service number'],
  ['+85291234567', 'regionNotListed', 'Hong Kong'],
  ['+85366123456', 'regionNotListed', 'Macao'],
  ['+886912345678', 'regionNotListed', 'Taiwan'],
  ['0085291234567', 'regionNotListed', 'Hong Kong as dialled abroad'],
  ['+882 16 123456', 'regionNotListed', 'a satellite network'],
  ['+979 123 456 789', 'regionNotListed', 'a premium number'],
  ['+1 900 555 0100', 'regionNotListed', 'a premium number'],
  ['+8613800138000;ext=1', 'letters', 'an extension'],
  ['13800138000,13900139000', 'twoNumbers', 'two numbers'],
  ['13800138000\n13900139000', 'twoNumbers', 'two lines'],
  ['13800138000\r\n13900139000', 'twoNumbers', 'two lines'],
  ['13800138000 / 13900139000', 'twoNumbers', 'two numbers'],
  ['13800138000、13900139000', 'twoNumbers', 'two numbers'],
  ['13800138000 13900139000', 'twoNumbers', 'two numbers without a sign between'],
  ["13800138000' OR '1'='1", 'letters', 'SQL'],
  ['138****8000', 'masked', 'a number as it is shown'],
  ['138•••••000', 'masked', 'a number as it is shown'],
  ['138+00138000', 'malformed', 'a plus inside'],
  ['++8613800138000', 'malformed', 'two pluses'],
  ['13800138000#', 'malformed', 'a stray sign'],
  ['1'.repeat(100_000), 'tooLong', '100,000 digits'],
];

describe('a phone number', () => {
  for (const [text, why] of taken) {
    it(`is read: ${JSON.stringify(text)} (${why})`, () => {
      const check = inChina(text);
      assert.ok(check.ok, JSON.stringify(check));
      assert.equal(check.region, 'CN');
      assert.match(check.number, /^1\d{10}$/);
      assert.equal(check.e164, `+86${check.number}`);
      if (text.includes('138') && !text.includes('134')) assert.equal(check.number, '13800138000');
    });
  }

  for (const [text, problem, why] of refused) {
    it(`is refused as ${problem}: ${JSON.stringify(text.slice(0, 40))} (${why})`, () =>
      assert.deepEqual(inChina(text), {ok: false, problem}));
  }

  it('that is full-width is the same number', () =>
    assert.deepEqual(inChina('１３８００１３８０００'), inChina('13800138000')));

  it('brings its region along when the account lists it', () => {
    assert.deepEqual(checkPhone('+852 9123 4567', all, 'CN'), {
      ok: true,
      region: 'HK',
      number: '91234567',
      e164: '+85291234567',
    });
    assert.deepEqual(checkPhone('00853-66123456', all, 'CN'), {
      ok: true,
      region: 'MO',
      number: '66123456',
      e164: '+85366123456',
    });
    assert.deepEqual(checkPhone('+886 912 345 678', all, 'HK'), {
      ok: true,
      region: 'TW',
      number: '912345678',
      e164: '+886912345678',
    });
  });

  it('drops the zero that is dialled at home where there is one', () =>
    assert.deepEqual(checkPhone('0912-345-678', all, 'TW'), {
      ok: true,
      region: 'TW',
      number: '912345678',
      e164: '+886912345678',
    }));

  it('counts by the region that it names', () => {
    assert.deepEqual(checkPhone('+852 9123 456', all, 'CN'), {ok: false, problem: 'tooShort'});
    assert.deepEqual(checkPhone('13800138000', all, 'HK'), {ok: false, problem: 'tooLong'});
    assert.deepEqual(checkPhone('+85212345678', all, 'CN'), {ok: false, problem: 'malformed'});
  });

  it('is of the chosen region where two share a calling code', () => {
    const us: DiallingRegion = {region: 'US', callingCode: '1', pattern: '^[2-9]\\d{9}$', example: '2015550123'};
    const check = checkPhone('+1 201 555 0123', [us, {...us, region: 'CA'}], 'CA');
    assert.equal(check.ok && check.region, 'CA');
    assert.deepEqual(checkPhone('+1 201', [us, {...us, region: 'CA', example: '20155'}], 'CA'), {
      ok: false,
      problem: 'tooShort',
    });
  });

  it('cannot be of a region that is not listed', () =>
    assert.deepEqual(checkPhone('13800138000', [hk], 'CN'), {ok: false, problem: 'regionNotListed'}));

  for (const text of ['1', ' ', '(', '\u202d', '+', '１', '*', ',1', 'a', '1 ', '-1,']) {
    it(`is judged at once, however long: ${JSON.stringify(text)} × 50,000`, () => {
      const long = text.repeat(50_000);
      const began = performance.now();
      assert.deepEqual(inChina(long), {ok: false, problem: 'tooLong'});
      formatAsTyped({text: long, caret: 10}, 'CN');
      assert.ok(performance.now() - began < 500);
    });
  }
});

describe('a phone number on show', () => {
  const shown: [string, string, string][] = [
    ['13800138000', 'CN', '138 0013 8000'],
    ['91234567', 'HK', '9123 4567'],
    ['66123456', 'MO', '6612 3456'],
    ['912345678', 'TW', '912 345 678'],
    ['2015550123', 'US', '2015 5501 23'],
    ['', 'CN', ''],
    ['13', 'CN', '13'],
    ['138', 'CN', '138'],
    ['1380', 'CN', '138 0'],
    ['13800138', 'CN', '138 0013 8'],
    ['1380013800099', 'CN', '138 0013 800099'],
    ['123', 'constructor', '123'],
  ];
  for (const [number, region, text] of shown) {
    it(`${number || 'nothing'} of ${region} stands as ${text || 'nothing'}`, () =>
      assert.equal(formatNational(number, region), text));
  }

  /** A field whose caret is drawn as |. */
  const typed = (field: string, region = 'CN'): string => {
    const caret = field.indexOf('|');
    const {text, caret: moved} = formatAsTyped({text: field.replace('|', ''), caret}, region);
    return `${text.slice(0, moved)}|${text.slice(moved)}`;
  };
  const fields: [string, string][] = [
    ['138|', '138|'],
    ['1380|', '138 0|'],
    ['138 00138|', '138 0013 8|'],
    ['1|3800138000', '1|38 0013 8000'],
    ['138|0013 8000', '138| 0013 8000'],
    ['138 9|0013 8000', '138 9|001 38000'],
    ['|138 0013', '|138 0013'],
    ['138 0013 8000|', '138 0013 8000|'],
    ['1 3 8 |', '138|'],
    ['+86 138|', '+86 138|'],
    ['138a|', '138a|'],
    ['１３８００|', '１３８００|'],
    ['|', '|'],
  ];
  for (const [before, after] of fields) {
    it(`${before} becomes ${after} while it is typed`, () => assert.equal(typed(before), after));
  }

  it('settles: what it wrote it leaves alone', () => {
    for (let length = 0; length <= 15; length++) {
      const once = formatAsTyped({text: '138001380001234'.slice(0, length), caret: length}, 'CN');
      assert.deepEqual(formatAsTyped(once, 'CN'), once);
    }
  });
});
