import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  checkResidentId,
  dateInChina,
  formatResidentId,
  formatResidentIdAsTyped,
  maskResidentId,
  type ResidentIdProblem,
} from '../../../src/fields/resident-id.ts';

// No number here was ever given to anybody: the district codes are in no edition of the list, or the date is impossible.
const today = '2026-11-20';

const taken: [string, string, string][] = [
  ...[
    '110199199003070180',
    '110199199003070041',
    '110199199003070092',
    '110199199003070033',
    '110199199003070084',
    '110199199003070025',
    '110199199003070076',
    '110199199003070017',
    '110199199003070068',
    '110199199003070199',
    '11019919900307005X',
  ].map((number): [string, string, string] => [number, number, `check character ${number.slice(-1)}`]),
  ['11010519491231002X', '11010519491231002X', 'the example of the standard'],
  ['11019919900307005x', '11019919900307005X', 'a small x'],
  ['11019919900307005Ｘ', '11019919900307005X', 'a full-width X'],
  ['11019919900307005ｘ', '11019919900307005X', 'a small full-width x'],
  ['110199 19900307 7892', '110199199003077892', 'groups'],
  ['110199-19900307-7892', '110199199003077892', 'groups'],
  ['\u202d110199199003077892\u202c\n', '110199199003077892', 'direction marks around'],
  ['１１０１９９１９９００３０７７８９２', '110199199003077892', 'full-width digits'],
  ['310199200002290053', '310199200002290053', 'a leap day'],
  ['440399199912319980', '440399199912319980', 'an even sequence'],
  ['650199198506151282', '650199198506151282', 'Xinjiang'],
  ['540199200001010024', '540199200001010024', 'Tibet'],
  ['810000199001010019', '810000199001010019', 'a residence permit of a resident of Hong Kong'],
  ['820000199001010029', '820000199001010029', 'a residence permit of a resident of Macao'],
  ['830000199001010039', '830000199001010039', 'a residence permit of a resident of Taiwan'],
  ['110199190001010175', '110199190001010175', 'the oldest'],
];

const refused: [string, ResidentIdProblem, string][] = [
  ['', 'empty', 'nothing'],
  [' \u3000\u200b', 'empty', 'nothing that can be seen'],
  ['440524188001010014', 'birthDate', 'an example of the standard, born in 1880'],
  ['11019919900307005\u0425', 'characters', 'a Cyrillic letter'],
  ['11019919900307005\u0445', 'characters', 'a small Cyrillic letter'],
  ['11019919900307005*', 'characters', 'the star of a keypad'],
  ['1101991990030700510', 'tooLong', '10 for X'],
  ['١١٠١٩٩١٩٩٠٠٣٠٧٧٨٩٢', 'characters', 'Arabic digits'],
  ['①①⓪①⑨⑨①⑨⑨⓪⓪③⓪⑦⑦⑧⑨②', 'characters', 'circled digits'],
  ['110199199003077893', 'checksum', 'a wrong check character'],
  ['11019919900307789X', 'checksum', 'a wrong X'],
  ['110199199003077802', 'checksum', 'one digit changed'],
  ['110199199003078792', 'checksum', 'two digits swapped'],
  ['110199200102290010', 'birthDate', '29 February 2001'],
  ['110199190002290017', 'birthDate', '29 February 1900'],
  ['11019919900230001X', 'birthDate', '30 February'],
  ['110199199004310019', 'birthDate', '31 April'],
  ['110199199013010018', 'birthDate', 'month 13'],
  ['110199199000010019', 'birthDate', 'month 0'],
  ['110199199001000015', 'birthDate', 'day 0'],
  ['110199199001320019', 'birthDate', 'day 32'],
  ['110199000000000012', 'birthDate', 'a date of zeros'],
  ['110199209912310010', 'birthDate', 'a day to come'],
  ['110199185001010013', 'birthDate', '176 years old'],
  ['000000199003070014', 'province', 'province 00'],
  ['990101199003070015', 'province', 'province 99'],
  ['110199900307789', 'firstGeneration', 'a number of the first cards'],
  ['110199 900307 789', 'firstGeneration', 'a number of the first cards, in groups'],
  ['11019919900307789', 'tooShort', '17 characters'],
  ['1101991990030778920', 'tooLong', '19 characters'],
  ['111111111111111111', 'birthDate', 'ones only'],
  ['123456789012345678', 'birthDate', 'a sequence'],
  ['000000000000000000', 'province', 'zeros only'],
  ['110***********7892', 'masked', 'a number as it is shown'],
  ['1****************2', 'masked', 'a number as it is shown'],
  ['1••••••••••••••••2', 'masked', 'a number as it is shown'],
  ['1＊＊＊＊2', 'masked', 'full-width stars'],
  ['E12345678', 'otherDocument', 'a passport'],
  ['军字第1234567号', 'otherDocument', 'a military card'],
  ['CHN310000000000', 'otherDocument', 'a card of a foreigner'],
  ['H12345678', 'otherDocument', 'a permit of a resident of Hong Kong'],
  ['6228480000000000000', 'bankCard', 'a card of 19 digits'],
  ['6225 8800 0000 0001', 'bankCard', 'a card of 16 digits'],
  ['62178500000000005', 'bankCard', 'a card of 17 digits'],
  ['620000000000000005', 'bankCard', 'a card of 18 digits'],
  ['9558800000000000000', 'bankCard', 'an old card'],
  ['620199199003070', 'firstGeneration', 'a number of Gansu, not a card'],
  ['62019919900307001', 'tooShort', 'a number of Gansu with a digit missing, not a card'],
  ['110199199003077892\n310199200002290053', 'tooLong', 'two numbers'],
  ["110199199003077892' OR '1'='1", 'characters', 'SQL'],
  ['1'.repeat(100_000), 'tooLong', '100,000 digits'],
];

describe('a resident identity number', () => {
  for (const [text, number, why] of taken) {
    it(`is read: ${JSON.stringify(text)} (${why})`, () => {
      const check = checkResidentId(text, today);
      assert.equal(check.ok && check.number, number, JSON.stringify(check));
    });
  }

  for (const [text, problem, why] of refused) {
    it(`is refused as ${problem}: ${JSON.stringify(text.slice(0, 40))} (${why})`, () =>
      assert.deepEqual(checkResidentId(text, today), {ok: false, problem}));
  }

  it('is mistyped whichever digit is another one', () => {
    const number = '110199199003077892';
    for (let place = 14; place < 17; place++) {
      for (let digit = 0; digit < 10; digit++) {
        const other = `${number.slice(0, place)}${String(digit)}${number.slice(place + 1)}`;
        assert.equal(checkResidentId(other, today).ok, other === number, other);
      }
    }
  });

  it('begins with a province', () => {
    const provinces = Array.from({length: 100}, (_, place) => String(place).padStart(2, '0')).filter((province) =>
      // One of the eleven last characters fits.
      Array.from('0123456789X').some((last) => checkResidentId(`${province}019919900307001${last}`, today).ok),
    );
    assert.equal(
      provinces.join(' '),
      '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83',
    );
  });

  const ages: [string, string, number, string][] = [
    ['110199200811200110', '2026-11-20', 18, '18 today'],
    ['110199200811200110', '2026-11-19', 17, '18 tomorrow'],
    ['110199200811210159', '2026-11-20', 17, '18 tomorrow'],
    ['110199201211210029', '2026-11-20', 13, '14 tomorrow: a guardian has to consent'],
    ['110199201211210029', '2026-11-21', 14, '14 today'],
    ['310199200002290053', '2026-02-28', 25, 'born on a leap day'],
    ['310199200002290053', '2026-03-01', 26, 'born on a leap day'],
    ['110199201211210029', '2012-11-21', 0, 'born today'],
  ];
  for (const [number, day, age, why] of ages) {
    it(`says the age: ${String(age)} on ${day} (${why})`, () =>
      assert.deepEqual(checkResidentId(number, day), {ok: true, number, age}));
  }

  it('is of a day to come until that day', () =>
    assert.deepEqual(checkResidentId('110199201211210029', '2012-11-20'), {ok: false, problem: 'birthDate'}));

  it('grows older at midnight in China, not in UTC', () => {
    const midnight = Date.parse('2026-11-20T00:00:00+08:00');
    assert.equal(dateInChina(midnight - 1), '2026-11-19');
    assert.equal(dateInChina(midnight), '2026-11-20');
    const ageAt = (time: number) => {
      const check = checkResidentId('110199200811200110', dateInChina(time));
      return check.ok && check.age;
    };
    assert.equal(ageAt(midnight - 1), 17);
    assert.equal(ageAt(midnight), 18);
  });

  for (const text of ['1', ' ', '-', 'X', '\u202d', '１', '*', 'a', '1 ', 'a1', '字1']) {
    it(`is judged at once, however long: ${JSON.stringify(text)} × 50,000`, () => {
      const long = `${text.repeat(50_000)}!`;
      const began = performance.now();
      assert.deepEqual(checkResidentId(long, today), {ok: false, problem: 'tooLong'});
      assert.deepEqual(formatResidentIdAsTyped({text: long, caret: 10}), {text: long, caret: 10});
      assert.ok(performance.now() - began < 500);
    });
  }
});

describe('a resident identity number on show', () => {
  const shown: [string, string][] = [
    ['110199199003077892', '110199 19900307 7892'],
    ['11019919900307005X', '110199 19900307 005X'],
    ['110199', '110199'],
    ['1101991', '110199 1'],
    ['11019919900307', '110199 19900307'],
    ['', ''],
  ];
  for (const [number, text] of shown) {
    it(`${number || 'nothing'} stands as ${text || 'nothing'}`, () => assert.equal(formatResidentId(number), text));
  }

  /** A field whose caret is drawn as |. */
  const typed = (field: string): string => {
    const caret = field.indexOf('|');
    const {text, caret: moved} = formatResidentIdAsTyped({text: field.replace('|', ''), caret});
    return `${text.slice(0, moved)}|${text.slice(moved)}`;
  };
  const fields: [string, string][] = [
    ['|', '|'],
    ['110199|', '110199|'],
    ['1101991|', '110199 1|'],
    ['110199199003077892|', '110199 19900307 7892|'],
    ['11019919900307005x|', '110199 19900307 005x|'],
    ['110199|19900307', '110199| 19900307'],
    ['110|9919900307', '110|991 9900307'],
    ['1101|199 19900307', '1101|19 91990030 7'],
    ['110199 |19900307', '110199| 19900307'],
    ['E12|', 'E12|'],
    ['１１０１９９１|', '１１０１９９１|'],
  ];
  for (const [before, after] of fields) {
    it(`${before} becomes ${after} while it is typed`, () => assert.equal(typed(before), after));
  }

  it('settles: what it wrote it leaves alone', () => {
    for (let length = 0; length <= 20; length++) {
      const once = formatResidentIdAsTyped({text: '11019919900307789200'.slice(0, length), caret: length});
      assert.deepEqual(formatResidentIdAsTyped(once), once);
    }
  });

  it('is masked but for its ends', () => assert.equal(maskResidentId('110199199003077892'), '1****************2'));
});
