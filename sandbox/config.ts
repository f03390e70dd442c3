import type {LevelWithSilent} from 'pino';
import type {AccessKey} from './domain/access-key.ts';
import {isPhoneRegion} from './domain/phone-number.ts';
import type {Keys, Settings} from './domain/settings.ts';
import {Environment} from './environment.ts';
import {ClientAddress} from './http/client-address.ts';
import type {Timeouts} from './http/listener.ts';
import {isDevelopmentKey, keptDevelopmentSecrets, keyBytes, newDevelopmentSecrets} from './secrets.ts';

/** All that the service can be told. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly isProduction: boolean;
  /** A PostgreSQL; the embedded engine is used without it. */
  readonly databaseUrl: string | undefined;
  /** The directory of the embedded engine and of development secrets; in memory without it. */
  readonly dataDirectory: string | undefined;
  readonly keys: Keys;
  readonly accessKeys: readonly AccessKey[];
  readonly settings: Settings;
  /** Where messages are handed over for real. Without it they stay in the inbox of the sandbox. */
  readonly senderUrl: string | undefined;
  readonly logLevel: LevelWithSilent;
  readonly trustedProxies: readonly string[];
  readonly requestsPerMinute: {readonly session: number; readonly accessKey: number};
  readonly timeouts: Timeouts;
  /** Checks every answer against the contract. For tests. */
  readonly checksAnswers: boolean;
}

const hour = 3600;
const day = 24 * hour;
const web = ['https:', 'http:'];

/** Reads the configuration from environment variables. Throws an `InvalidConfiguration` that lists all problems. */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const environment = new Environment(variables);
  const isProduction = environment.text('NODE_ENV') === 'production';
  const databaseUrl = environment.url('DATABASE_URL', undefined, ['postgresql:', 'postgres:']);
  const dataDirectory = environment.text('ACCOUNT_DATA_DIR');
  const senderUrl = environment.url('SENDER_URL', undefined, isProduction ? ['https:'] : web);
  if (senderUrl !== undefined && new URL(senderUrl).username !== '') {
    environment.problems.push('SENDER_URL must not hold a user or a password');
  }
  const keys = readKeys(environment, isProduction);
  const accessKeys = readAccessKeys(environment);
  const settings = readSettings(environment);
  if (settings.lockFor < settings.codeLifetime) {
    environment.problems.push('LOCK_SECONDS must not be less than CODE_LIFETIME_SECONDS: no code may outlive a lock');
  }
  const config = {
    port: environment.integer('ACCOUNT_PORT', 8787, {min: 0, max: 65535}),
    isProduction,
    databaseUrl,
    dataDirectory,
    settings,
    senderUrl,
    logLevel: environment.oneOf<LevelWithSilent>('LOG_LEVEL', 'info', ['silent', 'error', 'warn', 'info', 'debug']),
    trustedProxies: readProxies(environment),
    requestsPerMinute: {
      session: environment.integer('REQUESTS_PER_MINUTE_SESSION', 120, {min: 1, max: 1_000_000}),
      accessKey: environment.integer('REQUESTS_PER_MINUTE_ACCESS_KEY', 1000, {min: 1, max: 1_000_000}),
    },
    timeouts: {headers: 10_000, request: 15_000},
    checksAnswers: false,
  };
  if (isProduction) {
    const {problems} = environment;
    if (databaseUrl === undefined)
      problems.push('DATABASE_URL must be set in production: the embedded engine may lose data');
    if (senderUrl === undefined) problems.push('SENDER_URL must be set in production: nobody would get a code');
    if (keys === undefined) problems.push(`${Object.values(keyNames).join(', ')} must be set in production`);
    if (accessKeys === undefined) problems.push('ACCESS_KEYS must be set in production');
  } else if (databaseUrl !== undefined && dataDirectory === undefined && keys === undefined) {
    environment.problems.push(
      `${Object.values(keyNames).join(', ')} must be set with DATABASE_URL, or ACCOUNT_DATA_DIR to keep generated ones in`,
    );
  }
  environment.finish();
  if (keys !== undefined && accessKeys !== undefined) return {...config, keys, accessKeys};
  const made = dataDirectory === undefined ? newDevelopmentSecrets() : keptDevelopmentSecrets(dataDirectory);
  return {...config, keys: keys ?? made.keys, accessKeys: accessKeys ?? [made.accessKey]};
}

const keyNames = {codes: 'ACCOUNT_KEY_CODES', fields: 'ACCOUNT_KEY_FIELDS', index: 'ACCOUNT_KEY_INDEX'} as const;

/** The three keys; `undefined` when none is set. */
function readKeys(environment: Environment, isProduction: boolean): Keys | undefined {
  const {problems} = environment;
  const texts = Object.values(keyNames).map((name) => ({name, text: environment.text(name)}));
  if (texts.every(({text}) => text === undefined)) return undefined;
  const [codes, fields, index] = texts.map(({name, text}) => {
    const key = Buffer.from(text ?? '', 'base64');
    if (text === undefined) problems.push(`${name} must be set as the others of its kind are`);
    else if (key.length !== keyBytes || key.toString('base64') !== text)
      problems.push(`${name} must be ${keyBytes} bytes in base64`);
    else if (new Set(key).size < 8) problems.push(`${name} must be random`);
    else if (isProduction && isDevelopmentKey(key))
      problems.push(`${name} is a key of a sandbox: make a new one for production`);
    return key;
  });
  if (codes === undefined || fields === undefined || index === undefined) return undefined;
  const isTwice = new Set(texts.map(({text}) => text)).size < texts.length;
  if (isTwice && texts.every(({text}) => text !== undefined))
    problems.push(`${Object.values(keyNames).join(', ')} must differ from each other`);
  return {codes, fields, index};
}

const accessKey = /^([\w-]{4,128}):([\x21-\x2b\x2d-\x39\x3b-\x7e]{16,255})(?::(\d{12}))?$/;

/** `id:secret` or `id:secret:accountId`, between commas; `undefined` when it is not set. */
function readAccessKeys(environment: Environment): AccessKey[] | undefined {
  const parts = environment.list('ACCESS_KEYS');
  const accessKeys = parts?.flatMap((part, index): AccessKey[] => {
    const [, accessKeyId, secretAccessKey, accountId] = accessKey.exec(part) ?? [];
    if (accessKeyId !== undefined && secretAccessKey !== undefined) return [{accessKeyId, secretAccessKey, accountId}];
    environment.problems.push(
      `ACCESS_KEYS: entry ${index + 1} must be id:secret or id:secret:accountId, with a secret of 16 characters or more`,
    );
    return [];
  });
  const ids = accessKeys?.map(({accessKeyId}) => accessKeyId) ?? [];
  if (new Set(ids).size < ids.length) environment.problems.push('ACCESS_KEYS names an id twice');
  return accessKeys;
}

function readProxies(environment: Environment): string[] {
  const proxies = environment.list('TRUSTED_PROXIES') ?? [];
  try {
    new ClientAddress(proxies);
  } catch {
    environment.problems.push('TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8');
  }
  return proxies;
}

function readSettings(environment: Environment): Settings {
  const whole = (name: string, usual: number, min: number, max: number) => environment.integer(name, usual, {min, max});
  const link = (name: string, usual: string) => environment.url(name, usual, web);
  const phoneRegions = environment.list('PHONE_REGIONS') ?? ['CN', 'HK', 'MO', 'TW'];
  if (phoneRegions.length === 0 || !phoneRegions.every(isPhoneRegion)) {
    environment.problems.push('PHONE_REGIONS must be ISO 3166-1 regions such as CN,HK');
  }
  const selfServiceFrom = environment.text('SELF_SERVICE_FROM') ?? '2019-08-01T00:00:00+08:00';
  if (!/^\d{4}-\d\d-\d\dT/.test(selfServiceFrom) || Number.isNaN(Date.parse(selfServiceFrom))) {
    environment.problems.push('SELF_SERVICE_FROM must be a moment such as 2019-08-01T00:00:00+08:00');
  }
  const hours = environment.text('SUPPORT_HOURS');
  return {
    codeLifetime: whole('CODE_LIFETIME_SECONDS', 300, 30, 600),
    codeAttempts: whole('CODE_ATTEMPTS', 5, 1, 10),
    resendAfter: whole('RESEND_AFTER_SECONDS', 60, 1, hour),
    sendsPerHour: whole('SENDS_PER_HOUR', 5, 1, 1000),
    sendsPerDay: whole('SENDS_PER_DAY', 10, 1, 1000),
    sendsPerAddress: whole('SENDS_PER_ADDRESS', 25, 1, 100_000),
    sendsPerPrefix: whole('SENDS_PER_PREFIX', 30, 1, 100_000),
    failuresBeforeLock: whole('FAILURES_BEFORE_LOCK', 20, 1, 100),
    lockFor: whole('LOCK_SECONDS', 900, 1, day),
    securityTokenLifetime: whole('SECURITY_TOKEN_LIFETIME_SECONDS', 300, 30, 900),
    phoneChangeCooldown: whole('PHONE_CHANGE_COOLDOWN_SECONDS', 0, 0, 30 * day),
    cancellationHoldDays: whole('CANCELLATION_HOLD_DAYS', 30, 0, 365),
    phoneRegions,
    selfServiceFrom,
    support: {
      phone: environment.text('SUPPORT_PHONE') ?? '400-615-1212',
      ticketUrl: link('SUPPORT_TICKET_URL', 'https://ticket.jdcloud.com/myorder/submit'),
      ...(hours !== undefined && {hours}),
    },
    links: {
      jdMallSecurity: link('LINK_JD_MALL_SECURITY', 'https://home.jd.com/'),
      jdAccountPhoneHelp: link('LINK_JD_ACCOUNT_PHONE_HELP', 'https://docs.jdcloud.com/en/'),
      login: link('LINK_LOGIN', 'https://uc.jdcloud.com/login'),
      jdPersonalInfo: link('LINK_JD_PERSONAL_INFO', 'https://home.jd.com/'),
      jdFinance: link('LINK_JD_FINANCE', 'https://example.com/jd-finance'),
      enterpriseVerification: link('LINK_ENTERPRISE_VERIFICATION', 'https://realname.jdcloud.com/account/verify'),
    },
  };
}
