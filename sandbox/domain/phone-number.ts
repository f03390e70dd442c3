import {
  getCountryCallingCode,
  isSupportedCountry,
  ParseError,
  parsePhoneNumberWithError,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import type {components} from '../../src/contract.ts';
import {Refusal} from './refusal.ts';

type PhoneRegion = components['schemas']['PhoneRegion'];

// Mainland numbers are checked by their form alone: ranges are opened faster than lists of them are published.
const mainlandMobile = /^\+861[3-9]\d{9}$/;
const mobileKinds: readonly unknown[] = ['MOBILE', 'FIXED_LINE_OR_MOBILE'];

const described: Readonly<Record<string, Pick<PhoneRegion, 'name' | 'pattern' | 'example'>>> = {
  CN: {name: {en: 'China', 'zh-CN': '中国'}, pattern: String.raw`^1[3-9]\d{9}$`, example: '13800138000'},
  HK: {name: {en: 'Hong Kong, China', 'zh-CN': '中国香港'}, pattern: String.raw`^[4-9]\d{7}$`, example: '91234567'},
  MO: {name: {en: 'Macao, China', 'zh-CN': '中国澳门'}, pattern: String.raw`^6\d{7}$`, example: '66123456'},
  TW: {name: {en: 'Taiwan, China', 'zh-CN': '中国台湾'}, pattern: String.raw`^9\d{8}$`, example: '912345678'},
};

const countryOf = (region: string): CountryCode => {
  if (!isSupportedCountry(region)) throw new Error(`${region} is no region of the phone numbering plan`);
  return region;
};

const nameIn = (language: string, region: string): string =>
  new Intl.DisplayNames(language, {type: 'region'}).of(region) ?? region;

/** Whether numbers of this ISO 3166-1 region can be checked at all. */
export function isPhoneRegion(region: string): boolean {
  return isSupportedCountry(region);
}

/** What a form needs to ask for numbers of `regions` (ISO 3166-1), in the same order. */
export function describeRegions(regions: readonly string[]): PhoneRegion[] {
  return regions.map((region) => ({
    region,
    callingCode: getCountryCallingCode(countryOf(region)),
    ...(described[region] ?? {
      name: {en: nameIn('en', region), 'zh-CN': nameIn('zh-CN', region)},
      // Only a hint for the form: the number is checked here with the whole numbering plan.
      pattern: String.raw`^\d{4,14}$`,
      example: examples[countryOf(region)],
    }),
  }));
}

/** The calling code of an E.164 number, without `+`. */
export function callingCodeOf(phone: string): string {
  return parsePhoneNumberWithError(phone).countryCallingCode;
}

/** What numbers handed out together share: the number without its last four digits, seven digits on the mainland. */
export function prefixOf(phone: string): string {
  return phone.slice(0, -4);
}

const parse = (phone: string): PhoneNumber => {
  try {
    return parsePhoneNumberWithError(phone);
  } catch (error) {
    const elsewhere = error instanceof ParseError && error.message === 'INVALID_COUNTRY';
    throw new Refusal(elsewhere ? 'PHONE_REGION_NOT_ALLOWED' : 'PHONE_INVALID', {field: 'phone'});
  }
};

/**
 * Checks that `phone` is a mobile number in E.164 of one of `regions`. Throws `PHONE_REGION_NOT_ALLOWED` or
 * `PHONE_INVALID`.
 */
export function checkPhone(phone: string, regions: readonly string[]): void {
  const number = parse(phone);
  const allowed = number.country
    ? regions.includes(number.country)
    : regions.some((region) => getCountryCallingCode(countryOf(region)) === number.countryCallingCode);
  if (!allowed) throw new Refusal('PHONE_REGION_NOT_ALLOWED', {field: 'phone'});

  const mobile =
    number.countryCallingCode === '86'
      ? mainlandMobile.test(phone)
      : // A number that parsing has altered was not E.164: a trunk zero, an extension.
        number.number === phone && !number.ext && number.isValid() && mobileKinds.includes(number.getType());
  if (!mobile) throw new Refusal('PHONE_INVALID', {field: 'phone'});
}
