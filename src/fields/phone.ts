/** What has to be known of a country or region to read its mobile numbers. The account lists them. */
export interface DiallingRegion {
  /** ISO 3166-1 alpha-2. */
  readonly region: string;
  /** Without `+`. */
  readonly callingCode: string;
  /** A regular expression for the national mobile number, without separators. */
  readonly pattern: string;
  /** A well-formed national number. */
  readonly example: string;
}

/**
 * Why a text is no number that a code can be sent to:
 * - `empty` no digit was typed.
 * - `tooShort`, `tooLong` digits, but not as many as a number of the region has.
 * - `letters` a letter, or a digit of another script, stands in it.
 * - `masked` a number as it is shown, with stars.
 * - `landline` a fixed line or a service number: gets no text message.
 * - `machine` a 13-digit number of a device: nobody reads its messages.
 * - `regionNotListed` a calling code that the account does not list.
 * - `twoNumbers` more than one number.
 * - `malformed` as many digits as a number has, but no mobile number of the region; or a stray sign.
 */
export type PhoneProblem =
  | 'empty'
  | 'tooShort'
  | 'tooLong'
  | 'letters'
  | 'masked'
  | 'landline'
  | 'machine'
  | 'regionNotListed'
  | 'twoNumbers'
  | 'malformed';

export type PhoneCheck =
  | {
      readonly ok: true;
      /** The region of the number: another one than was chosen, when the number names its calling code. */
      readonly region: string;
      /** The national number, digits only. */
      readonly number: string;
      /** `+` with calling code and number. */
      readonly e164: string;
    }
  | {readonly ok: false; readonly problem: PhoneProblem};

/** Characters. No number is longer in any spelling, and nothing longer is looked at. */
const longestText = 100;

const failed = (problem: PhoneProblem): PhoneCheck => ({ok: false, problem});

const matches = (pattern: string, number: string): boolean => new RegExp(`^(?:${pattern})$`).test(number);

/** ASCII for the full-width forms of an input method; nothing for invisible characters such as direction marks. */
const plainText = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Cf}/gu, '')
    .trim();

/** Reads a mobile number as a person types or pastes it. `chosen` is the region that holds when the text names none. */
export function checkPhone(text: string, regions: readonly DiallingRegion[], chosen: string): PhoneCheck {
  if (text.length > longestText) return failed('tooLong');
  const plain = plainText(text);
  if (/[*•●]/.test(plain)) return failed('masked');
  if (/[0-9][^0-9]*[,;/|、\n\r][^0-9]*[0-9]{5}/.test(plain)) return failed('twoNumbers');
  if (/[\p{L}\p{N}]/u.test(plain.replace(/[0-9]/g, ''))) return failed('letters');
  const dialled = plain.replace(/[\s().\u2010-\u2015\u2212-]/g, '').replace(/^00/, '+');
  if (!/[0-9]/.test(dialled)) return failed(dialled === '' ? 'empty' : 'malformed');
  if (!/^\+?[0-9]+$/.test(dialled)) return failed('malformed');
  return dialled.startsWith('+')
    ? checkInternational(dialled.slice(1), regions, chosen)
    : checkNational(dialled, regions, chosen);
}

function checkInternational(digits: string, regions: readonly DiallingRegion[], chosen: string): PhoneCheck {
  const called = [...regions.filter(({region}) => region === chosen), ...regions].filter(({callingCode}) =>
    digits.startsWith(callingCode),
  );
  const national = ({callingCode}: DiallingRegion): string => digits.slice(callingCode.length);
  // Several regions may share a calling code.
  const region = called.find((candidate) => matches(candidate.pattern, national(candidate))) ?? called[0];
  if (region) return checkDigits(national(region), region);
  return failed(regions.some(({callingCode}) => callingCode.startsWith(digits)) ? 'tooShort' : 'regionNotListed');
}

function checkNational(digits: string, regions: readonly DiallingRegion[], chosen: string): PhoneCheck {
  const region = regions.find((candidate) => candidate.region === chosen);
  if (!region) return failed('regionNotListed');
  const check = checkDigits(digits, region);
  if (check.ok || !digits.startsWith(region.callingCode)) return check;
  // The calling code without its plus, as some address books copy it.
  const without = checkDigits(digits.slice(region.callingCode.length), region);
  return without.ok ? without : check;
}

function checkDigits(digits: string, {region, callingCode, pattern, example}: DiallingRegion): PhoneCheck {
  const isChina = region === 'CN';
  // Elsewhere a zero may stand before a number as it is dialled at home.
  const number = isChina || example.startsWith('0') ? digits : digits.replace(/^0/, '');
  if (matches(pattern, number)) return {ok: true, region, number, e164: `+${callingCode}${number}`};
  if (isChina && /^0(?:10|2\d|[3-9]\d\d)\d{7,8}$|^[48]00\d{7}$/.test(number)) return failed('landline');
  if (isChina && /^10\d{11}$/.test(number)) return failed('machine');
  const {length} = example;
  if (number.length < length) return failed('tooShort');
  if (number.length === length) return failed('malformed');
  return failed(
    [number.slice(0, length), number.slice(length)].every((half) => matches(pattern, half)) ? 'twoNumbers' : 'tooLong',
  );
}

/** How many digits stand together. Other regions: groups of four. */
const groups: Readonly<Record<string, RegExp>> = {
  CN: /^(\d{3})(\d{1,4})?(\d{1,})?$/,
  TW: /^(\d{3})(\d{1,3})?(\d{1,})?$/,
};

/** Gives a national number in groups, as it is easiest to read: `138 0013 8000`. */
export function formatNational(number: string, region: string): string {
  const pattern = Object.hasOwn(groups, region) ? groups[region] : undefined;
  const parts = pattern ? pattern.exec(number)?.slice(1) : number.match(/\d{1,4}/g);
  return parts?.filter(Boolean).join(' ') ?? number;
}

/** The content of a text field, and where its caret stands. */
export interface Typed {
  readonly text: string;
  readonly caret: number;
}

/**
 * Groups a number while it is typed. The caret stays behind the digit that it stood behind. A text with anything but
 * digits and spaces is left alone: somebody is pasting, or is not done.
 */
export function formatAsTyped({text, caret}: Typed, region: string): Typed {
  if (text.length > longestText || !/^[\d ]*$/.test(text)) return {text, caret};
  const before = text.slice(0, caret).replace(/ /g, '').length;
  const formatted = formatNational(text.replace(/ /g, ''), region);
  let position = 0;
  for (let digits = 0; digits < before; position++) if (formatted[position] !== ' ') digits++;
  return {text: formatted, caret: position};
}
