import type {Bilingual} from './bilingual.ts';

/** What a method of a persona is worth. */
export interface SampleMethod {
  readonly verified: boolean;
  readonly usableForVerification: boolean;
  readonly usableForLogin: boolean;
}

/** A kind of account that can be made ready for a test or a look around. */
export interface Persona {
  readonly description: Bilingual;
  readonly kind: 'jd' | 'jdcloud';
  readonly phone?: SampleMethod;
  readonly email?: SampleMethod;
  /** True for an account that has just given too many wrong codes. */
  readonly locked?: true;
}

const both: SampleMethod = {verified: true, usableForVerification: true, usableForLogin: true};
const verificationOnly: SampleMethod = {...both, usableForLogin: false};
const unusable: SampleMethod = {verified: true, usableForVerification: false, usableForLogin: false};
const unverified: SampleMethod = {verified: false, usableForVerification: false, usableForLogin: false};

/** The personas by their names. */
export const personas = {
  'new-account': {
    description: {
      en: 'Phone and email, both for verification and login.',
      'zh-CN': '手机和邮箱均可用于身份验证和登录。',
    },
    kind: 'jdcloud',
    phone: both,
    email: both,
  },
  'phone-only': {
    description: {en: 'A phone for verification and login, no email.', 'zh-CN': '仅有手机，可用于身份验证和登录。'},
    kind: 'jdcloud',
    phone: both,
  },
  'email-login-only': {
    description: {
      en: 'The phone verifies only; the email verifies and logs in.',
      'zh-CN': '手机仅可用于身份验证；邮箱可用于身份验证和登录。',
    },
    kind: 'jdcloud',
    phone: verificationOnly,
    email: both,
  },
  'unverified-email': {
    description: {
      en: 'A phone, and an email that was never confirmed: it can do nothing.',
      'zh-CN': '手机可用；邮箱未校验，不可用于身份验证。',
    },
    kind: 'jdcloud',
    phone: both,
    email: unverified,
  },
  'no-usable-method': {
    description: {
      en: 'A phone that cannot verify any more and an unconfirmed email: customer service has to help.',
      'zh-CN': '手机已不可用于身份验证，邮箱未校验：需联系客服。',
    },
    kind: 'jdcloud',
    phone: unusable,
    email: unverified,
  },
  'jd-account': {
    description: {
      en: 'A JD account that was not upgraded: its phone is changed in JD Mall.',
      'zh-CN': '未升级的京东账号：需在京东商城修改手机。',
    },
    kind: 'jd',
  },
  locked: {
    description: {
      en: 'Locked after too many wrong codes; unlocks by itself.',
      'zh-CN': '验证码错误次数过多，已锁定；到时自动解除。',
    },
    kind: 'jdcloud',
    phone: both,
    email: both,
    locked: true,
  },
} as const satisfies Readonly<Record<string, Persona>>;

export type PersonaName = keyof typeof personas;

/** The personas' names, in the order in which they are shown. */
export const personaNames = Object.keys(personas) as PersonaName[];
