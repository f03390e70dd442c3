// Sample data for stories and tests. None of it is a real person, number or address.
import {
  SecurityPhoneChangeFlow,
  createAccountClient,
  type Account,
  type AccountError,
  type Challenge,
  type SecurityPhone,
  type SecurityPhoneChangeState,
  type ServiceClock,
  type VerificationMethod,
} from '../../../src/index.js';

/** The moment at which all samples stand still. */
export const sampleNow = Date.parse('2026-11-20T06:46:00Z');

const at = (seconds: number) => new Date(sampleNow + seconds * 1000).toISOString();

export const account: Account = {
  accountId: '100000000001',
  kind: 'jdcloud',
  ownership: 'personal',
  loginName: 'sample-operator',
  language: 'en',
  components: ['security-phone-editor'],
  support: {phone: '400-615-1212', ticketUrl: 'https://ticket.example/', hours: '9:00–18:00'},
  links: {
    jdMallSecurity: 'https://mall.example/security',
    jdAccountPhoneHelp: 'https://docs.example/phone',
    login: 'https://login.example/',
    jdPersonalInfo: 'https://mall.example/me',
    jdFinance: 'https://finance.example/',
    enterpriseVerification: 'https://console.example/enterprise',
  },
  phoneRegions: [
    {
      region: 'CN',
      callingCode: '86',
      name: {en: 'China', 'zh-CN': '中国'},
      pattern: '^1[3-9]\\d{9}$',
      example: '13800138000',
    },
    {
      region: 'HK',
      callingCode: '852',
      name: {en: 'Hong Kong, China', 'zh-CN': '中国香港'},
      pattern: '^[4-9]\\d{7}$',
      example: '51234567',
    },
    {
      region: 'MO',
      callingCode: '853',
      name: {en: 'Macao, China', 'zh-CN': '中国澳门'},
      pattern: '^6\\d{7}$',
      example: '66123456',
    },
    {
      region: 'TW',
      callingCode: '886',
      name: {en: 'Taiwan, China', 'zh-CN': '中国台湾'},
      pattern: '^9\\d{8}$',
      example: '912345678',
    },
  ],
};

export const phone: VerificationMethod = {
  methodId: 'phone',
  kind: 'phone',
  masked: '138*****259',
  verified: true,
  usableForVerification: true,
  usableForLogin: true,
};

export const email: VerificationMethod = {
  methodId: 'email',
  kind: 'email',
  masked: 'li*****@example.com',
  verified: true,
  usableForVerification: true,
  usableForLogin: false,
};

export const unverifiedEmail: VerificationMethod = {...email, verified: false, usableForVerification: false};

export const known = {account, methods: [phone, email]} as const;

/** A code that was sent `ago` seconds before the samples' moment. */
export const challenge = (ago = 18, over: Partial<Challenge> = {}): Challenge => ({
  challengeId: 'c1',
  purpose: 'changeSecurityPhone',
  methodId: 'phone',
  channel: 'sms',
  sentTo: '138*****259',
  codeLength: 6,
  sentAt: at(-ago),
  expiresAt: at(300 - ago),
  resendAt: at(60 - ago),
  attemptsLeft: 5,
  ...over,
});

export const changedPhone = (over: Partial<SecurityPhone> = {}): SecurityPhone => ({
  phone: '139*****678',
  usableForVerification: true,
  usableForLogin: true,
  changedAt: at(0),
  notified: [
    {channel: 'sms', sentTo: '138*****259'},
    {channel: 'email', sentTo: 'li*****@example.com'},
  ],
  cancellationBlockedUntil: at(30 * 86_400),
  ...over,
});

/** A moment after the samples' own, as a service writes it. */
export const later = at;

/** A conversation at one state. Its clock stands still, and nothing is asked of any service. */
export function flowAt(
  state: SecurityPhoneChangeState & {readonly problem?: AccountError},
  clock: ServiceClock = {now: () => sampleNow},
): SecurityPhoneChangeFlow {
  const {account, challenges, securityPhone} = createAccountClient({
    endpoint: 'https://account.example/',
    fetch: () => new Promise(() => undefined),
    fetchClientSecret: () => new Promise(() => undefined),
  });
  return new SecurityPhoneChangeFlow({account, challenges, securityPhone, clock}, state);
}
