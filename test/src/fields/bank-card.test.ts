import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  bankCardPrefix,
  checkBankCard,
  formatBankCard,
  formatBankCardAsTyped,
  maskBankCard,
  type BankCardProblem,
} from '../../../src/fields/bank-card.ts';

// Numbers filled with zeros, and numbers that were published for tests.
const taken: [string, string, string][] = [
  ...[
    '6228480000000000000',
    '6217000000000000004',
    '6225880000000001',
    '62178500000000005',
    '620000000000000005',
    '6216261000000000018',
    '6226090000000048',
    '6226388000000095',
    '6200000000000005',
    '6200000000000047',
    '6205500000000000004',
  ].map((number): [string, string, string] => [number, number, `${String(number.length)} digits`]),
  ['9558800000000000000', '9558800000000000000', 'an old beginning'],
  ['909090000000000003', '909090000000000003', 'an old beginning'],
  ['6228 4800 0000 0000 000', '6228480000000000000', 'groups'],
  ['6228\t4800\t0000\t0000\t000', '6228480000000000000', 'tabs'],
  ['6228-4800-0000-0000-000', '6228480000000000000', 'hyphens'],
  ['６２２８４８０００００００００００００', '6228480000000000000', 'full-width digits'],
  ['６２２８　４８００　００００　００００　０００', '6228480000000000000', 'full-width groups'],
  ['\u202d6225880000000001\u202c\n', '6225880000000001', 'direction marks around'],
  ['6225090909090901', '6225090909090901', '09, which the check digit cannot tell from 90'],
  ['6225900909090901', '6225900909090901', '90, which the check digit cannot tell from 09'],
  ['6225880000000001 12/28 123', '6225880000000001', 'a line with expiry date and security code'],
  ['6225880000000001 1228 123', '6225880000000001', 'a line of digits only'],
  ['6225880000000001 123', '6225880000000001', 'with the security code'],
  ['6217000000000000004, 12/28, CVC 123', '6217000000000000004', 'a line with commas'],
  ['卡号：6225880000000001，有效期12/28，CVN 123', '6225880000000001', 'a line with words'],
  ['6225880000000001\n6225880000000001', '6225880000000001', 'the same number twice'],
];

const refused: [string, BankCardProblem, string][] = [
  ['', 'empty', 'nothing'],
  [' \u3000-\u200b', 'empty', 'nothing of a number'],
  ['4111110000000005', 'brand', 'a foreign scheme'],
  ['4242424242424242', 'brand', 'a foreign scheme'],
  ['5555 5555 5555 4444', 'brand', 'a foreign scheme'],
  ['378282246310005', 'brand', 'a foreign scheme with 15 digits'],
  ['4242424242424241', 'checksum', 'a foreign scheme, mistyped'],
  ['6225880000000002', 'checksum', 'a wrong check digit'],
  ['6228480000000000001', 'checksum', 'a wrong check digit'],
  ['0000000000000000', 'checksum', 'zeros only'],
  ['0000 0000 0000 0000 000', 'checksum', 'zeros only'],
  ['622588000001', 'tooShort', '12 digits'],
  ['6225880000002', 'tooShort', '13 digits'],
  ['622588000000002', 'tooShort', '15 digits'],
  ['62258800000000000001', 'tooLong', '20 digits'],
  ['6225 **** **** 0001', 'masked', 'a number as it is shown'],
  ['**** **** **** 0001', 'masked', 'a number as it is shown'],
  ['•••• 0001', 'masked', 'a number as it is shown'],
  ['622588000000000*', 'characters', 'a star'],
  ['110199199003077892', 'identityNumber', 'a resident identity number'],
  ['11019919900307005X', 'identityNumber', 'a resident identity number with X'],
  ['110199 19900307 005x', 'identityNumber', 'a resident identity number in groups'],
  ['110199199003077893', 'identityNumber', 'a resident identity number, mistyped'],
  ['620199199003070012', 'identityNumber', 'a resident identity number of Gansu'],
  ['6225880000000001 6217000000000000004', 'twoNumbers', 'two cards'],
  ['6225880000000001\n6217000000000000004', 'twoNumbers', 'two lines'],
  ['6225 8800 0000 0001 12/28 123', 'characters', 'a line that leaves open where the number ends'],
  ['6225 8800 0000 0001 CVC 123', 'characters', 'a line that leaves open where the number ends'],
  ['6225 8800 0000 0001 123 12/28', 'characters', 'a line that leaves open where the number ends'],
  ['6225 8800 0000 0001 123', 'checksum', 'a security code that could be the end of the number'],
  ['6225 8800 0000 0001 1228 123', 'tooLong', 'digits only, in groups'],
  ['٦٢٢٥٨٨٠٠٠٠٠٠٠٠٠١', 'characters', 'Arabic digits'],
  ['⑥②②⑤⑧⑧⓪⓪⓪⓪⓪⓪⓪⓪⓪①', 'characters', 'circled digits'],
  ['622588000000000l', 'characters', 'a look-alike'],
  ['6225880OOOOOOO01', 'characters', 'a look-alike'],
  ['6225880000000001a', 'characters', 'a letter behind'],
  ['6.225880000000001e15', 'characters', 'a number of a spreadsheet'],
  ['card', 'characters', 'a word'],
  ["6225' OR '1'='1", 'characters', 'SQL'],
  ['6'.repeat(100_000), 'tooLong', '100,000 digits'],
];

describe('the number of a bank card', () => {
  for (const [text, number, why] of taken) {
    it(`is read: ${JSON.stringify(text)} (${why})`, () => assert.deepEqual(checkBankCard(text), {ok: true, number}));
  }

  for (const [text, problem, why] of refused) {
    it(`is refused as ${problem}: ${JSON.stringify(text.slice(0, 40))} (${why})`, () =>
      assert.deepEqual(checkBankCard(text), {ok: false, problem}));
  }

  it('is taken though it could be an identity number of Gansu', () => {
    const both = Array.from({length: 10}, (_, digit) => `62019919900307001${String(digit)}`);
    assert.equal(both.filter((number) => checkBankCard(number).ok).length, 1);
  });

  it('is none when it is an identity number of another province, though the check digit fits', () => {
    for (const born of ['19900307', '20080229']) {
      for (let last = 0; last < 10; last++) {
        const check = checkBankCard(`110199${born}001${String(last)}`);
        assert.deepEqual(check, {ok: false, problem: 'identityNumber'});
      }
    }
  });

  it('is mistyped whichever digit is another one', () => {
    const number = '6225880000000001';
    for (let place = 2; place < 16; place++) {
      for (let digit = 0; digit < 10; digit++) {
        const other = `${number.slice(0, place)}${String(digit)}${number.slice(place + 1)}`;
        assert.equal(checkBankCard(other).ok, other === number, other);
      }
    }
  });

  for (const text of ['1', ' ', '-', '\u202d', '１', '*', 'a', '1 ', ' 1', 'a1', '1234567890123456 ']) {
    it(`is judged at once, however long: ${JSON.stringify(text)} × 50,000`, () => {
      const long = `${text.repeat(50_000)}!`;
      const began = performance.now();
      assert.deepEqual(checkBankCard(long), {ok: false, problem: 'tooLong'});
      assert.equal(bankCardPrefix(long), undefined);
      assert.deepEqual(formatBankCardAsTyped({text: long, caret: 10}), {text: long, caret: 10});
      assert.ok(performance.now() - began < 500);
    });
  }
});

describe('the beginning of a card', () => {
  const beginnings: [string, string | undefined, string][] = [
    ['6225 8', undefined, 'not enough to know the bank'],
    ['6225 88', '622588', 'the least'],
    ['６２２５　８８', '622588', 'full-width digits'],
    ['6225 8800 00', '6225880000', 'the most'],
    ['6225 8800 0000 0001', '6225880000', 'never more'],
    ['6225 **** **** 0001', undefined, 'a number as it is shown'],
    ['110199199003077892', undefined, 'a resident identity number'],
    ['E12345678', undefined, 'a passport'],
    ['', undefined, 'nothing'],
  ];
  for (const [text, prefix, why] of beginnings) {
    it(`of ${text || 'nothing'} is ${prefix ?? 'not told'} (${why})`, () => assert.equal(bankCardPrefix(text), prefix));
  }
});

describe('the number of a bank card on show', () => {
  const shown: [string, string][] = [
    ['6217000000000000004', '6217 0000 0000 0000 004'],
    ['6225880000000001', '6225 8800 0000 0001'],
    ['62258', '6225 8'],
    ['6225', '6225'],
    ['', ''],
  ];
  for (const [number, text] of shown) {
    it(`${number || 'nothing'} stands as ${text || 'nothing'}`, () => assert.equal(formatBankCard(number), text));
  }

  /** A field whose caret is drawn as |. */
  const typed = (field: string): string => {
    const caret = field.indexOf('|');
    const {text, caret: moved} = formatBankCardAsTyped({text: field.replace('|', ''), caret});
    return `${text.slice(0, moved)}|${text.slice(moved)}`;
  };
  const fields: [string, string][] = [
    ['|', '|'],
    ['6225|', '6225|'],
    ['62258|', '6225 8|'],
    ['6225880000000001|', '6225 8800 0000 0001|'],
    ['6217000000000000004|', '6217 0000 0000 0000 004|'],
    ['6225|8800', '6225| 8800'],
    ['62|258800', '62|25 8800'],
    ['6225 9|880 0', '6225 9|880 0'],
    ['6225 9|8800', '6225 9|880 0'],
    ['6225 |8800', '6225| 8800'],
    ['|6225 88', '|6225 88'],
    ['6225 8800 |', '6225 8800|'],
    ['6225a|', '6225a|'],
    ['６２２５８|', '６２２５８|'],
    ['6225880000000001 123|', '6225880000000001 123|'],
    ['123 6225880000000001|', '123 6225880000000001|'],
  ];
  for (const [before, after] of fields) {
    it(`${before} becomes ${after} while it is typed`, () => assert.equal(typed(before), after));
  }

  it('settles: what it wrote it leaves alone', () => {
    for (let length = 0; length <= 20; length++) {
      const once = formatBankCardAsTyped({text: '62170000000000000049'.slice(0, length), caret: length});
      assert.deepEqual(formatBankCardAsTyped(once), once);
    }
  });

  it('is masked but for its last four digits', () => {
    assert.equal(maskBankCard('6225880000000001'), '**** **** **** 0001');
    assert.equal(maskBankCard('6217000000000000004'), '**** **** **** ***0 004');
  });
});
