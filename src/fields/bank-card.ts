/**
 * Why a text is no number of a bank card:
 * - `empty` nothing was typed.
 * - `tooShort`, `tooLong` not 16 to 19 digits.
 * - `characters` a letter, a digit of another script or a stray sign; or a line in which nobody can say where the
 *   number ends.
 * - `masked` a number as it is shown, with stars.
 * - `twoNumbers` more than one card.
 * - `identityNumber` looks like a resident identity number.
 * - `checksum` the last digit does not fit the others: something is mistyped. Also nothing but zeros.
 * - `brand` a card of a foreign scheme only: no bank here knows whose it is.
 */
export type BankCardProblem =
  'empty' | 'tooShort' | 'tooLong' | 'characters' | 'masked' | 'twoNumbers' | 'identityNumber' | 'checksum' | 'brand';

export type BankCardCheck =
  | {
      readonly ok: true;
      /** 16 to 19 digits. */
      readonly number: string;
    }
  | {readonly ok: false; readonly problem: BankCardProblem};

/** The content of a text field, and where its caret stands. */
interface Typed {
  readonly text: string;
  readonly caret: number;
}

/** Characters. No line that a card is copied with is longer, and nothing longer is looked at. */
const longestText = 200;

const failed = (problem: BankCardProblem): BankCardCheck => ({ok: false, problem});

/** A birth date where a resident identity number has it. */
const identityNumber = /^[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;

/** ASCII for the full-width forms of an input method; nothing for invisible characters such as direction marks. */
const plainText = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\p{Cf}/gu, '');

const joined = (text: string): string => text.replace(/[\s\u2010-\u2015\u2212-]/g, '');

/**
 * Reads the number of a bank card (ISO/IEC 7812, 16 to 19 digits) as a person types or pastes it. Of a line with the
 * expiry date and the security code it takes the number only, and only when it stands there in one piece. Which bank
 * issued it, and whether that bank is supported, the service knows.
 */
export function checkBankCard(text: string): BankCardCheck {
  if (text.length > longestText) return failed('tooLong');
  const plain = plainText(text);
  const digits = joined(plain);
  if (digits === '') return failed('empty');
  if (/[*•●]{2}/.test(digits)) return failed('masked');
  // 62 begins most cards, and the identity numbers of Gansu. A good card must never be refused.
  if (identityNumber.test(digits) && !(digits.startsWith('62') && hasCheckDigit(digits))) {
    return failed('identityNumber');
  }
  const whole = new Set(plain.match(/(?<!\w)\d{16,19}(?!\w)/g));
  if (whole.size > 1) return failed('twoNumbers');
  const [number = digits] = whole;
  return /^\d+$/.test(number) ? checkDigits(number) : failed('characters');
}

function checkDigits(number: string): BankCardCheck {
  // American Express has 15 digits, the others named here 16; with 17 and more, the service decides.
  const foreign = /^(?:3[47]\d{13}|(?:4\d|5[1-5]|35|2[2-7])\d{14})$/.test(number);
  if (number.length < 16 && !foreign) return failed('tooShort');
  if (number.length > 19) return failed('tooLong');
  if (/^0+$/.test(number) || !hasCheckDigit(number)) return failed('checksum');
  return foreign ? failed('brand') : {ok: true, number};
}

/** Luhn, of ISO/IEC 7812-1. Does not see 09 typed as 90. */
function hasCheckDigit(number: string): boolean {
  let sum = 0;
  for (let place = 1; place <= number.length; place++) {
    const digit = Number(number.at(-place));
    sum += place % 2 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}

/**
 * The first digits of a number that is being typed, 6 to 10 of them: enough to recognise the bank, and the most that
 * may leave for it. `undefined` as long as there are fewer, and when the text is something else than a card.
 */
export function bankCardPrefix(text: string): string | undefined {
  const digits = text.length > longestText ? '' : joined(plainText(text));
  return identityNumber.test(digits) ? undefined : /^(\d{6,10})\d*$/.exec(digits)?.[1];
}

/** Gives a number in groups of four, as it stands on the card: `6217 0000 0000 0000 004`. */
export const formatBankCard = (number: string): string => number.replace(/.{4}(?=.)/g, '$& ');

/**
 * Groups a number while it is typed. The caret stays behind the digit that it stood behind. A text with anything but
 * digits and spaces is left alone: somebody is pasting, or is not done. So is a whole number with more digits beside
 * it: in one piece with them, it could no longer be told from a security code.
 */
export function formatBankCardAsTyped({text, caret}: Typed): Typed {
  if (text.length > longestText || !/^[\d ]*$/.test(text) || /\d{16} +\d|\d +\d{16}/.test(text)) return {text, caret};
  const grouped = (part: string): string => formatBankCard(part.replace(/ /g, ''));
  return {text: grouped(text), caret: grouped(text.slice(0, caret)).length};
}

/** Shows the last four digits of a number only, in groups: `**** **** **** 0001`. */
export const maskBankCard = (number: string): string => formatBankCard(number.replace(/.(?=.{4})/g, '*'));
