/**
 * Why a text is no resident identity number:
 * - `empty` nothing was typed.
 * - `tooShort`, `tooLong` not 18 characters.
 * - `firstGeneration` 15 digits: a number of the first cards, which are no longer valid. The card of today has 18.
 * - `characters` something else than digits and a last X: a look-alike, a digit of another script, a star for the X.
 * - `masked` a number as it is shown, with stars.
 * - `otherDocument` the number of a passport, a permit or a military card.
 * - `bankCard` looks like the number of a bank card.
 * - `province` the first two digits name no province.
 * - `birthDate` the digits 7 to 14 are no date, one before 1900, or one to come.
 * - `checksum` the last character does not fit the others: something is mistyped.
 */
export type ResidentIdProblem =
  | 'empty'
  | 'tooShort'
  | 'tooLong'
  | 'firstGeneration'
  | 'characters'
  | 'masked'
  | 'otherDocument'
  | 'bankCard'
  | 'province'
  | 'birthDate'
  | 'checksum';

export type ResidentIdCheck =
  | {
      readonly ok: true;
      /** 17 digits, and a digit or a capital X. */
      readonly number: string;
      /** Full years on the day asked for. Under 14, a guardian has to consent to the use of the data. */
      readonly age: number;
    }
  | {readonly ok: false; readonly problem: ResidentIdProblem};

/** The content of a text field, and where its caret stands. */
interface Typed {
  readonly text: string;
  readonly caret: number;
}

/** Characters. No number is longer in any spelling, and nothing longer is looked at. */
const longestText = 100;

const failed = (problem: ResidentIdProblem): ResidentIdCheck => ({ok: false, problem});

/** Of GB/T 2260, and 83, which only the residence permit of residents of Taiwan has. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** As many digits as a card has, a beginning that cards of China have, and no year where a birth date has it. */
const bankCard = /^(?=\d{16,19}$)(?:6[02]|9\d).{4}(?!1[89]|20)/;

/**
 * Reads a resident identity number (GB 11643-1999) as a person types or pastes it. District codes are not looked up:
 * a number keeps the code of its first day, though the district be long abolished. `today` is a calendar date in China
 * as {@link dateInChina} gives it. A number that passes may still be nobody's: one in eleven of random ones does.
 */
export function checkResidentId(text: string, today: string): ResidentIdCheck {
  if (text.length > longestText) return failed('tooLong');
  const plain = text
    // Only the full-width forms: a compatibility normalisation would also turn ① and 𝟏 into 1.
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\p{Cf}\s\u2010-\u2015\u2212-]/gu, '');
  if (plain === '') return failed('empty');
  if (/[*•●]{2}/.test(plain)) return failed('masked');
  if (/^\p{L}+\d{6,12}号?$/u.test(plain)) return failed('otherDocument');
  const number = plain.replace(/x$/, 'X');
  if (!/^\d+X?$/.test(number)) return failed('characters');
  if (/^\d{15}$/.test(number)) return failed('firstGeneration');
  if (bankCard.test(number)) return failed('bankCard');
  if (number.length !== 18) return failed(number.length < 18 ? 'tooShort' : 'tooLong');
  if (!provinces.test(number)) return failed('province');
  const birth = number.replace(/^.{6}(.{4})(..)(..).*/, '$1-$2-$3');
  // Only a date of the calendar comes back as it went in.
  if (birth < '1900' || birth > today || !JSON.stringify(new Date(birth)).includes(birth)) return failed('birthDate');
  if (!hasCheckCharacter(number)) return failed('checksum');
  const [born = 0, now = 0] = [birth, today].map((date) => Number(date.replace(/-/g, '')));
  return {ok: true, number, age: Math.floor((now - born) / 10_000)};
}

/** ISO 7064, MOD 11-2. */
function hasCheckCharacter(number: string): boolean {
  let sum = 0;
  for (const character of number) sum = (sum * 2 + (character === 'X' ? 10 : Number(character))) % 11;
  return sum === 1;
}

/** The calendar date in China, `2026-11-20`, at a time in milliseconds since 1970 UTC. */
export const dateInChina = (time: number): string => new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);

/** Gives a number in groups, district, birth date and the rest: `110199 19900307 7892`. */
export const formatResidentId = (number: string): string =>
  number.replace(/^(.{6})(.{1,8})(.*)$/, '$1 $2 $3').trimEnd();

/**
 * Groups a number while it is typed. The caret stays behind the character that it stood behind. A text with anything
 * but digits, spaces and a last X is left alone: somebody is pasting, or is not done.
 */
export function formatResidentIdAsTyped({text, caret}: Typed): Typed {
  if (text.length > longestText || !/^[\d ]*[Xx]?$/.test(text)) return {text, caret};
  const grouped = (part: string): string => formatResidentId(part.replace(/ /g, ''));
  return {text: grouped(text), caret: grouped(text.slice(0, caret)).length};
}

/** Shows the first and the last character of a number only: `1****************2`. */
export const maskResidentId = (number: string): string => number.replace(/(?<=.).(?=.)/g, '*');
