import {randomInt} from 'node:crypto';
import type {PhoneRisk, PhoneRiskSignal} from '../domain/phone-risk.ts';
import type {Bilingual} from './bilingual.ts';

/** What happens to a magic number when it is proposed as the new security phone. */
export type MagicEffect =
  | 'free'
  | 'tied'
  | 'regionNotAllowed'
  | 'notMobile'
  | 'unreachable'
  | 'swapped'
  | 'ported'
  | 'recycled'
  | 'carrierDown';

/** A number that plays one case of the sandbox. Sample data: nothing is ever sent to it. */
export interface MagicNumber {
  readonly phone: string;
  readonly effect: MagicEffect;
}

/** What each effect means, for people. */
export const effects: Readonly<Record<MagicEffect, Bilingual>> = {
  free: {
    en: 'Associated with no account: can be used for login and verification. Taken once an account has it.',
    'zh-CN': '未关联任何账号：可用于登录和身份验证。被账号使用后即为已关联。',
  },
  tied: {
    en: 'Associated with another account: verification only.',
    'zh-CN': '已关联其他账号：仅可用于身份验证。',
  },
  regionNotAllowed: {
    en: 'Of a region that the service does not send to: refused with PHONE_REGION_NOT_ALLOWED.',
    'zh-CN': '不支持的国家或地区：返回 PHONE_REGION_NOT_ALLOWED。',
  },
  notMobile: {
    en: 'No mobile number: refused with PHONE_INVALID.',
    'zh-CN': '不是手机号码：返回 PHONE_INVALID。',
  },
  unreachable: {
    en: 'Delivery fails: refused with PHONE_NOT_REACHABLE.',
    'zh-CN': '短信发送失败：返回 PHONE_NOT_REACHABLE。',
  },
  swapped: {
    en: 'The SIM was swapped lately: the change succeeds, the phone cannot verify.',
    'zh-CN': '近期更换过 SIM 卡：可以修改，但不能用于身份验证。',
  },
  ported: {
    en: 'Ported to another carrier lately: the change succeeds, the phone cannot verify.',
    'zh-CN': '近期携号转网：可以修改，但不能用于身份验证。',
  },
  recycled: {
    en: 'Given out anew by the carrier: the change succeeds, the phone cannot verify.',
    'zh-CN': '运营商重新放号：可以修改，但不能用于身份验证。',
  },
  carrierDown: {
    en: 'The carrier cannot tell anything about it: a change is refused with UNAVAILABLE.',
    'zh-CN': '运营商查询不可用：修改时返回 UNAVAILABLE。',
  },
};

/** All magic numbers. Each prefix differs, so that the limits on a prefix stay out of the way. */
export const magicNumbers: readonly MagicNumber[] = [
  {phone: '+8613911110001', effect: 'free'},
  {phone: '+8613922220002', effect: 'free'},
  {phone: '+8613933330003', effect: 'free'},
  {phone: '+8613944440004', effect: 'free'},
  {phone: '+8613955550005', effect: 'free'},
  {phone: '+85291230001', effect: 'free'},
  {phone: '+85366110001', effect: 'free'},
  {phone: '+886911110001', effect: 'free'},
  {phone: '+8613711110001', effect: 'tied'},
  {phone: '+8613722220002', effect: 'tied'},
  {phone: '+8613733330003', effect: 'tied'},
  {phone: '+8613744440004', effect: 'tied'},
  {phone: '+8613755550005', effect: 'tied'},
  {phone: '+85292340002', effect: 'tied'},
  {phone: '+85366220002', effect: 'tied'},
  {phone: '+886922220002', effect: 'tied'},
  {phone: '+12025550123', effect: 'regionNotAllowed'},
  {phone: '+447700900123', effect: 'regionNotAllowed'},
  {phone: '+861062345678', effect: 'notMobile'},
  {phone: '+8613611110001', effect: 'unreachable'},
  {phone: '+85293450003', effect: 'unreachable'},
  {phone: '+8613511110001', effect: 'swapped'},
  {phone: '+8613522220002', effect: 'ported'},
  {phone: '+8613533330003', effect: 'recycled'},
  {phone: '+85294560004', effect: 'recycled'},
  {phone: '+8613544440004', effect: 'carrierDown'},
];

const signals: ReadonlyMap<MagicEffect, PhoneRiskSignal> = new Map<MagicEffect, PhoneRiskSignal>([
  ['unreachable', 'unreachable'],
  ['swapped', 'swapped'],
  ['ported', 'ported'],
  ['recycled', 'recycled'],
]);

const byPhone: ReadonlyMap<string, MagicEffect> = new Map(magicNumbers.map(({phone, effect}) => [phone, effect]));

/** The carrier of the sandbox: knows the magic numbers, and nothing against any other. */
export const samplePhoneRisk: PhoneRisk = {
  check(phone) {
    const effect = byPhone.get(phone);
    if (effect === 'carrierDown') return Promise.reject(new Error('the carrier of this sample number never answers'));
    return Promise.resolve((effect && signals.get(effect)) ?? 'ok');
  },
};

/** A mainland number that is no magic number: made up at random, in a prefix of its own. */
export function samplePhone(): string {
  return `+86138${randomInt(0, 10 ** 8)
    .toString()
    .padStart(8, '0')}`;
}
