import {
  createAccountClient,
  isAccountError,
  type Account,
  type AccountClient,
  type AccountClientOptions,
  type Challenge,
  type SecurityPhone,
  type Reason,
  type SecurityToken,
  type SessionGrant,
  type VerificationMethod,
} from '../../../src/index.ts';

/** The reason of a failure; nothing when there is none. Fails for an error that is none of the SDK's. */
export const reasonOf = (asking: Promise<unknown>): Promise<Reason | undefined> =>
  asking.then(
    () => undefined,
    (error: unknown) => {
      if (isAccountError(error)) return error.reason;
      throw error;
    },
  );

/** The route that checks the code of `challenge`. */
export const verify = 'POST /v1/challenges/ch_identity:verify';

export const token: SecurityToken = {securityToken: 'st_secret', expiresAt: '2026-11-20T06:52:00.000Z'};

/** A session that lasts a quarter of an hour. */
export const grant = (clientSecret = 'cs_secret_1', seconds = 900): SessionGrant => ({
  clientSecret,
  now: '2026-11-20T06:46:00.000Z',
  expiresAt: new Date(Date.parse('2026-11-20T06:46:00.000Z') + seconds * 1000).toISOString(),
});

/** A client of a service at `url` with a session at hand. */
export const clientOf = (url: string, options: Partial<AccountClientOptions> = {}): AccountClient =>
  createAccountClient({
    endpoint: url,
    fetchClientSecret: () => Promise.resolve(grant()),
    ...options,
  } as AccountClientOptions);

export const account: Account = {
  accountId: '123456789012',
  kind: 'jdcloud',
  ownership: 'personal',
  loginName: 'sample_account',
  language: 'en',
  components: ['security-phone-editor'],
  support: {phone: '400-000-0000', ticketUrl: 'https://ticket.example/'},
  links: {
    jdMallSecurity: 'https://mall.example/',
    jdAccountPhoneHelp: 'https://docs.example/',
    login: 'https://login.example/',
    jdPersonalInfo: 'https://home.example/',
    jdFinance: 'https://finance.example/',
    enterpriseVerification: 'https://verify.example/',
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
      name: {en: 'Hong Kong', 'zh-CN': '香港'},
      pattern: '^[4-9]\\d{7}$',
      example: '51234567',
    },
  ],
};

export const methods: readonly VerificationMethod[] = [
  {
    methodId: 'vm_phone',
    kind: 'phone',
    masked: '138*****000',
    verified: true,
    usableForVerification: true,
    usableForLogin: true,
  },
  {
    methodId: 'vm_email',
    kind: 'email',
    masked: 'sa*****@example.com',
    verified: false,
    usableForVerification: false,
    usableForLogin: false,
  },
];

export const challenge: Challenge = {
  challengeId: 'ch_identity',
  purpose: 'changeSecurityPhone',
  methodId: 'vm_phone',
  channel: 'sms',
  sentTo: '138*****000',
  codeLength: 6,
  sentAt: '2026-11-20T06:46:00.000Z',
  expiresAt: '2026-11-20T06:51:00.000Z',
  resendAt: '2026-11-20T06:47:00.000Z',
  attemptsLeft: 5,
};

export const newPhoneChallenge: Challenge = {
  ...challenge,
  challengeId: 'ch_new',
  purpose: 'newSecurityPhone',
  sentTo: '139*****678',
};

export const changedPhone: SecurityPhone = {
  phone: '139*****678',
  usableForVerification: true,
  usableForLogin: true,
  changedAt: '2026-11-20T06:50:00.000Z',
  notified: [{channel: 'sms', sentTo: '138*****000'}],
};
