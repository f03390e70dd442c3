/** What an operator of the service may set. `config.ts` reads it from the environment and checks the bounds. */
export interface Settings {
  /** Seconds that a code is valid; never above 600 (NIST SP 800-63B, OWASP ASVS 6.5.5). */
  readonly codeLifetime: number;
  /** Wrong tries that one code survives. */
  readonly codeAttempts: number;
  /** Seconds between two codes to one destination. */
  readonly resendAfter: number;
  readonly sendsPerHour: number;
  readonly sendsPerDay: number;
  /** Sends that one client address may cause in 300 seconds. */
  readonly sendsPerAddress: number;
  /** Unconverted sends to one 7-digit prefix in 12 hours before the prefix is blocked (SMS pumping). */
  readonly sendsPerPrefix: number;
  /** Wrong codes in a row, over all codes of an account, before it is locked; never above 100. */
  readonly failuresBeforeLock: number;
  /** Seconds of the first lock. */
  readonly lockFor: number;
  /** Seconds that a proof of identity is valid. */
  readonly securityTokenLifetime: number;
  /** Seconds before the phone can be changed again; 0 switches it off. */
  readonly phoneChangeCooldown: number;
  /** Days after a change of phone in which the account cannot be cancelled. */
  readonly cancellationHoldDays: number;
  /** ISO 3166-1 regions that a new security phone may be of. */
  readonly phoneRegions: readonly string[];
  /** When every JD account can upgrade itself (ISO 8601). */
  readonly selfServiceFrom: string;
  /** What customer service is reached by. */
  readonly support: {readonly phone: string; readonly ticketUrl: string; readonly hours?: string};
  readonly links: {
    readonly jdMallSecurity: string;
    readonly jdAccountPhoneHelp: string;
    readonly login: string;
    readonly jdPersonalInfo: string;
    readonly jdFinance: string;
    readonly enterpriseVerification: string;
  };
}

/** Keys that live outside the database, each 32 bytes. */
export interface Keys {
  /** Under the hash of codes and tokens. */
  readonly codes: Buffer;
  /** Encrypts destinations and messages (AES-256-GCM). */
  readonly fields: Buffer;
  /** Makes fingerprints that can be compared but not reversed (HMAC-SHA-256). */
  readonly index: Buffer;
}
