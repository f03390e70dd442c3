// Generated from openapi.yaml by `npm run contract`. Do not edit.
/* eslint-disable */
export interface paths {
  '/v1/componentSessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mints a component session for one account.
     * @description Called by a partner's backend only. The client secret is shown once and kept as a hash. An `Idempotency-Key` is not taken: a lost answer is answered by minting another session.
     */
    post: operations['createComponentSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/componentSessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Ends a component session at once. */
    delete: operations['deleteComponentSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/describeUser': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Describes the account, as JD Cloud publishes it.
     * @description Signed requests describe the account that owns the access key.
     */
    get: operations['describeUser'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads the account, what this session may do, and how to reach a person. */
    get: operations['getAccount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/verificationMethods': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the ways to prove the operator's identity.
     * @description Also lists what cannot be used, so that it can be shown as such. A JD account has none here.
     */
    get: operations['listVerificationMethods'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/challenges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the codes of this visit that can still be entered.
     * @description After a reload, or in a second tab, a client goes on where it was without having stored anything.
     */
    get: operations['listChallenges'];
    put?: never;
    /**
     * Sends a code to a verification method.
     * @description Asked again by the same visit for the same method and purpose before `resendAt`, it answers with the code that was sent instead of sending another.
     */
    post: operations['createChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/challenges/{challengeId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads a code's state again. */
    get: operations['getChallenge'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/challenges/{challengeId}:resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a new code; the old one is dead. */
    post: operations['resendChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/challenges/{challengeId}:verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Trades a correct code for a security token.
     * @description For codes that were sent by `POST /v1/challenges`; other codes are confirmed by the operation that sent them.
     */
    post: operations['verifyChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/securityPhone:propose': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends a code to the new number.
     * @description May be repeated with the same security token, for a corrected number. Says nothing about whether the number is tied to another account.
     */
    post: operations['proposeSecurityPhone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/securityPhone:confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes the new number the security phone.
     * @description One transaction: the number, the notices to the old phone, the new phone and the email, the end of other visits' sessions and of all open codes, the audit row. Uses up the security token.
     */
    post: operations['confirmSecurityPhone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accountUpgrade': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads where the account stands on its way to a JD Cloud account. */
    get: operations['getAccountUpgrade'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accountUpgrade:apply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks for early access. */
    post: operations['applyForAccountUpgrade'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accountUpgrade:checkName': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says whether an account name is well-formed and free.
     * @description Changes nothing, so it takes no key. Limited per account, so that it is no directory.
     */
    post: operations['checkAccountName'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accountUpgrade:start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Upgrades the account.
     * @description One transaction; resources, services and data stay as they are. Uses up the security token.
     */
    post: operations['startAccountUpgrade'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads the verification of the account's owner. */
    get: operations['getRealName'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName/supportedBanks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the banks whose cards can be checked. */
    get: operations['listSupportedBanks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName:recogniseCard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Names the bank of a card by the first digits of its number.
     * @description Changes nothing, so it takes no key. Never send more than ten digits.
     */
    post: operations['recogniseCard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName/personal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Checks a person's details and sends a code to the phone reserved at the bank. */
    post: operations['createPersonalVerification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName/personal/{verificationId}:confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Completes the verification. */
    post: operations['confirmPersonalVerification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName/associations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Finds the verified account and sends a code to that account's phone. */
    post: operations['createAssociation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName/associations/{associationId}:confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Completes the association. */
    post: operations['confirmAssociation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName/appeals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Submits an appeal to get an identity back. */
    post: operations['createAppeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName/appeals/{appealId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads an appeal. */
    get: operations['getAppeal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Uploads one picture as evidence.
     * @description JPEG or PNG by content, at most 2 MB. Positions and other metadata are removed.
     */
    post: operations['uploadFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName:syncFromJdFinance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes over a verification made at JD Finance. */
    post: operations['syncRealNameFromJdFinance'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName/consents/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Withdraws consent to the use of sensitive data. */
    delete: operations['withdrawConsent'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName/enterprise': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Submits an enterprise for review. */
    post: operations['createEnterpriseVerification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/realName/enterprise:confirmAmount': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirms the amount that was transferred to the corporate account. */
    post: operations['confirmEnterpriseAmount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * @description Names this request in the logs of the service. Quote it to customer service.
     * @example d8f0e5a2b1c34a6f9e7d
     */
    RequestId: string;
    /**
     * @description Why a request was refused. A closed list: an SDK treats a name that it does not know as an unexpected failure.
     *
     *     * `REQUEST_INVALID` (400): A field is missing, unknown, or not of its form; `field` names it.
     *     * `IDEMPOTENCY_KEY_MISSING` (400): This operation needs an `Idempotency-Key`.
     *     * `IDEMPOTENCY_KEY_INVALID` (400): The key is not 8 to 255 visible ASCII characters.
     *     * `IDEMPOTENCY_KEY_REUSED` (422): The key was used with another body.
     *     * `IDEMPOTENCY_IN_FLIGHT` (409): A request with this key is still under way: ask again in a moment.
     *     * `NOT_FOUND` (404): There is no such thing for this caller. Said in the same words whether it never existed or belongs to somebody else.
     *     * `METHOD_NOT_ALLOWED` (405): The path exists, with other methods; `Allow` names them.
     *     * `BODY_TOO_LARGE` (413): The body is larger than 64 KiB (a file: 2 MB).
     *     * `MEDIA_TYPE_NOT_SUPPORTED` (415): The body is not UTF-8 JSON (a file: not multipart).
     *     * `UNAUTHENTICATED` (401): No session secret, or one that is unknown, ended or revoked. Fetch a new one once.
     *     * `SESSION_EXPIRED` (401): The component session has run out. Fetch a new one.
     *     * `SIGNATURE_INVALID` (401): The request signature is wrong, too old, or its nonce was used before.
     *     * `ORIGIN_NOT_ALLOWED` (403): The session names other origins.
     *     * `COMPONENT_NOT_ALLOWED` (403): The session was minted for other components.
     *     * `RATE_LIMITED` (429): Too many requests; `retryAfter` says how many seconds to wait.
     *     * `INTERNAL` (500): The service failed. Nothing is known about the effect: ask again with the same key.
     *     * `UNAVAILABLE` (503): The service cannot answer now.
     *     * `SECURITY_TOKEN_REQUIRED` (403): The operation needs a proof of identity in `x-jdcloud-security-token`.
     *     * `SECURITY_TOKEN_EXPIRED` (403): The proof has expired, was used, or was made for something else. Verify identity again.
     *     * `METHOD_NOT_USABLE` (400): This method cannot verify the operator now.
     *     * `CODE_INCORRECT` (400): The code is wrong; `attemptsLeft` more tries with this code.
     *     * `CODE_EXPIRED` (400): The code has run out. Send a new one.
     *     * `CODE_EXHAUSTED` (400): Too many wrong tries with this code. Send a new one.
     *     * `ACCOUNT_LOCKED` (429): Too many wrong codes in a row; no code is sent or checked for `retryAfter` seconds.
     *     * `DELIVERY_FAILED` (503): The message could not be handed over for delivery.
     *     * `PHONE_INVALID` (400): Not a mobile number of its region.
     *     * `PHONE_REGION_NOT_ALLOWED` (400): A number of a region that the service does not send to.
     *     * `PHONE_UNCHANGED` (409): The number is the security phone already.
     *     * `PHONE_NOT_REACHABLE` (400): The message could not be delivered to this number.
     *     * `PHONE_CHANGE_COOLDOWN` (409): The phone was changed a short while ago; `retryAfter` says how many seconds to wait.
     *     * `JD_ACCOUNT` (409): A JD account that was not upgraded: this is done in JD Mall, or after the upgrade.
     *     * `CONCURRENT_CHANGE` (409): Something else changed the account in the meantime. Read it again.
     *     * `UPGRADE_NOT_AVAILABLE` (409): This account cannot be upgraded in this way now.
     *     * `ACCOUNT_NAME_INVALID` (400): Not a well-formed account name; `rules` names the rules that failed.
     *     * `ACCOUNT_NAME_TAKEN` (409): Another account has this name.
     *     * `PASSWORD_WEAK` (400): The password breaks rules; `rules` names them.
     *     * `PASSWORD_REUSED` (409): One of the last four passwords.
     *     * `ALREADY_UPGRADED` (409): The account is a JD Cloud account already.
     *     * `CONSENT_REQUIRED` (400): Consent is missing.
     *     * `CONSENT_OUTDATED` (409): Consent was given to an older text; show the new one.
     *     * `IDENTITY_MISMATCH` (400): The details do not belong together. Never says which.
     *     * `IDENTITY_OCCUPIED` (409): This identity verifies another account; `waysOut` lists what can be done. Said only when all details match.
     *     * `BANK_NOT_SUPPORTED` (400): Cards of this bank cannot be checked.
     *     * `ALREADY_VERIFIED` (409): The account is verified already.
     *     * `ASSOCIATE_NOT_VERIFIED` (400): No verification of this identity was found there. The same answer for an unknown account, an unverified one and somebody else's.
     *     * `ASSOCIATE_NO_PHONE` (409): That account has no phone to send a code to.
     *     * `IDENTITY_IN_USE` (409): The identity verifies another JD Cloud account; `account` names it, masked.
     *     * `APPEAL_OPEN` (409): An appeal for this identity is under review.
     *     * `FILE_NOT_SUPPORTED` (400): Not a readable JPEG or PNG picture.
     *     * `FILE_TOO_LARGE` (413): The file is larger than 2 MB, or the picture has too many pixels.
     *     * `NOT_VERIFIED_AT_JD_FINANCE` (409): JD Finance has no verification of this account's owner.
     *     * `AMOUNT_INCORRECT` (400): Not the amount that was transferred; `triesLeft` more tries.
     *     * `FROZEN` (429): Too many wrong amounts; frozen until `until`, for `retryAfter` seconds.
     * @enum {string}
     */
    Reason:
      | 'REQUEST_INVALID'
      | 'IDEMPOTENCY_KEY_MISSING'
      | 'IDEMPOTENCY_KEY_INVALID'
      | 'IDEMPOTENCY_KEY_REUSED'
      | 'IDEMPOTENCY_IN_FLIGHT'
      | 'NOT_FOUND'
      | 'METHOD_NOT_ALLOWED'
      | 'BODY_TOO_LARGE'
      | 'MEDIA_TYPE_NOT_SUPPORTED'
      | 'UNAUTHENTICATED'
      | 'SESSION_EXPIRED'
      | 'SIGNATURE_INVALID'
      | 'ORIGIN_NOT_ALLOWED'
      | 'COMPONENT_NOT_ALLOWED'
      | 'RATE_LIMITED'
      | 'INTERNAL'
      | 'UNAVAILABLE'
      | 'SECURITY_TOKEN_REQUIRED'
      | 'SECURITY_TOKEN_EXPIRED'
      | 'METHOD_NOT_USABLE'
      | 'CODE_INCORRECT'
      | 'CODE_EXPIRED'
      | 'CODE_EXHAUSTED'
      | 'ACCOUNT_LOCKED'
      | 'DELIVERY_FAILED'
      | 'PHONE_INVALID'
      | 'PHONE_REGION_NOT_ALLOWED'
      | 'PHONE_UNCHANGED'
      | 'PHONE_NOT_REACHABLE'
      | 'PHONE_CHANGE_COOLDOWN'
      | 'JD_ACCOUNT'
      | 'CONCURRENT_CHANGE'
      | 'UPGRADE_NOT_AVAILABLE'
      | 'ACCOUNT_NAME_INVALID'
      | 'ACCOUNT_NAME_TAKEN'
      | 'PASSWORD_WEAK'
      | 'PASSWORD_REUSED'
      | 'ALREADY_UPGRADED'
      | 'CONSENT_REQUIRED'
      | 'CONSENT_OUTDATED'
      | 'IDENTITY_MISMATCH'
      | 'IDENTITY_OCCUPIED'
      | 'BANK_NOT_SUPPORTED'
      | 'ALREADY_VERIFIED'
      | 'ASSOCIATE_NOT_VERIFIED'
      | 'ASSOCIATE_NO_PHONE'
      | 'IDENTITY_IN_USE'
      | 'APPEAL_OPEN'
      | 'FILE_NOT_SUPPORTED'
      | 'FILE_TOO_LARGE'
      | 'NOT_VERIFIED_AT_JD_FINANCE'
      | 'AMOUNT_INCORRECT'
      | 'FROZEN';
    /**
     * @description JD Cloud's fine error classes.
     * @enum {string}
     */
    Status:
      | 'INVALID_ARGUMENT'
      | 'FAILED_PRECONDITION'
      | 'OUT_OF_RANGE'
      | 'UNAUTHENTICATED'
      | 'HTTP_FORBIDDEN'
      | 'NOT_FOUND'
      | 'ABORTED'
      | 'ALREADY_EXISTS'
      | 'QUOTA_EXCEEDED'
      | 'RATE_LIMIT'
      | 'CANCELLED'
      | 'UNKNOWN'
      | 'INTERNAL'
      | 'NOT_IMPLEMENTED'
      | 'SOURCE_UNAVAILABLE'
      | 'UNAVAILABLE';
    /** @description Why nothing was done. */
    Failure: {
      requestId: components['schemas']['RequestId'];
      error: {
        /** @description The HTTP status. */
        code: number;
        status: components['schemas']['Status'];
        /** @description For developers; never shown to an operator, never carries what was sent. */
        message: string;
        details: {
          reason: components['schemas']['Reason'];
          /** @description The field of the request that the reason is about. */
          field?: string;
          /** @description What a client needs to act on the reason. */
          metadata?: {
            /** @description Seconds to wait, the same as `Retry-After`. */
            retryAfter?: number;
            /** @description Tries left with this code. */
            attemptsLeft?: number;
            /** @description Tries left with this amount. */
            triesLeft?: number;
            /** @description The rules that failed. */
            rules?: string[];
            /** @description What can be done about an occupied identity. */
            waysOut?: ('appeal' | 'enterprise' | 'associate')[];
            /** @description Another account, masked. */
            account?: string;
            /** @description The appeal that is open. */
            appealId?: string;
            /** @description The version of the text that must be consented to. */
            version?: string;
            /**
             * Format: date-time
             * @description When this ends, by the service's clock.
             */
            until?: string;
          };
        }[];
      };
    };
    /**
     * @description A component of the kit. A session may use the operations of its components only.
     * @enum {string}
     */
    Component: 'account-upgrade-banner' | 'realname-verifier' | 'security-phone-editor';
    ComponentSessionRequest: {
      /** @description The 12-digit JD Cloud account ID of the visitor who is logged in at the portal. */
      accountId: string;
      /** @description What the visitor may use. */
      components: components['schemas']['Component'][];
      /** @description The origins of the pages that will use the secret: scheme, host and port, in lower case, exactly as browsers send them. `http` only for localhost. */
      allowedOrigins: string[];
      /**
       * @description Seconds until the session ends.
       * @default 900
       */
      expiresIn: number;
      /** @description Names the visitor's login at the portal, for example a hash of the portal's own session cookie. Sessions with the same account and `visitId` are one visit: codes and proofs survive renewal, reload and a second tab within it, and are worth nothing outside it. Without it every session is a visit of its own. */
      visitId?: string;
    };
    ComponentSession: {
      /** @description Ends the session by `DELETE /v1/componentSessions/{sessionId}`. */
      sessionId: string;
      /** @description For `Authorization: Bearer`. At least 128 random bits. Keep it in memory: never in a URL, an attribute, storage or a log. */
      clientSecret: string;
      /**
       * Format: date-time
       * @description When the session ends, by the service's clock.
       */
      expiresAt: string;
      /**
       * Format: date-time
       * @description The service's clock at this answer, so that a client can renew in time whatever its own clock says.
       */
      now: string;
    };
    /** @description As JD Cloud publishes it. */
    User: {
      /** @description Customer identification code. */
      pin: string;
      /** @description The account name. */
      loginName: string;
      /** @description 12 digits. */
      accountId: string;
      /** @description 0 not verified, 1 personal, 2 enterprise, 3 both. */
      userAuth: number;
    };
    /**
     * @description The language of the messages that the account gets.
     * @enum {string}
     */
    Language: 'en' | 'zh-CN';
    Account: {
      /** @description 12 digits. */
      accountId: string;
      /**
       * @description `jd`: an account of JD Mall that was not upgraded. `jdcloud`: an account of JD Cloud.
       * @enum {string}
       */
      kind: 'jd' | 'jdcloud';
      /**
       * @description Who owns the account, decided by real-name verification.
       * @enum {string}
       */
      ownership: 'none' | 'personal' | 'enterprise';
      /** @description The account name that one logs in with. */
      loginName: string;
      language: components['schemas']['Language'];
      /** @description What this session may use. */
      components: components['schemas']['Component'][];
      /** @description How to reach a person. */
      support: {
        /** @description Customer service, ready for a `tel:` link after removing hyphens. */
        phone: string;
        /**
         * Format: uri
         * @description Where to open a ticket.
         */
        ticketUrl: string;
        /** @description When the phone is answered. */
        hours?: string;
      };
      /** @description Pages outside the kit. */
      links: {
        /**
         * Format: uri
         * @description Where a JD account changes its phone.
         */
        jdMallSecurity: string;
        /**
         * Format: uri
         * @description The document about phones of JD accounts.
         */
        jdAccountPhoneHelp: string;
        /**
         * Format: uri
         * @description The login page.
         */
        login: string;
        /**
         * Format: uri
         * @description Where a JD account shows its user name and sets its phone.
         */
        jdPersonalInfo: string;
        /**
         * Format: uri
         * @description Where to verify a real name at JD Finance.
         */
        jdFinance: string;
        /**
         * Format: uri
         * @description Where an enterprise is verified.
         */
        enterpriseVerification: string;
      };
      /** @description Where a new security phone may be, most likely first. */
      phoneRegions: components['schemas']['PhoneRegion'][];
      /**
       * Format: date-time
       * @description Set while no code is sent or checked because too many were wrong.
       */
      lockedUntil?: string;
    };
    PhoneRegion: {
      /** @description ISO 3166-1 alpha-2. */
      region: string;
      /** @description Without `+`. */
      callingCode: string;
      /** @description The name as JD Cloud writes it. */
      name: {
        en: string;
        'zh-CN': string;
      };
      /** @description A regular expression for the national mobile number, without separators. */
      pattern: string;
      /** @description A well-formed national number, for hints. */
      example: string;
    };
    VerificationMethod: {
      /** @description Names the method in `POST /v1/challenges`. */
      methodId: string;
      /** @enum {string} */
      kind: 'phone' | 'email';
      /** @description Masked by the service: 138*****000, li*****@example.com. */
      masked: string;
      /** @description False for an email that was never confirmed. */
      verified: boolean;
      /** @description Whether it can prove the operator's identity now. */
      usableForVerification: boolean;
      /** @description Whether one can log in with it. */
      usableForLogin: boolean;
    };
    /**
     * @description What a code is for. A code of one purpose is worth nothing for another.
     * @enum {string}
     */
    Purpose: 'changeSecurityPhone' | 'newSecurityPhone' | 'upgradeAccount' | 'verifyRealName' | 'associateRealName';
    /** @description A code that was sent. All times are by the service's clock. */
    Challenge: {
      /** @description 128 random bits. */
      challengeId: string;
      purpose: components['schemas']['Purpose'];
      /** @description The verification method that it went to; absent when it went to a new destination. */
      methodId?: string;
      /** @enum {string} */
      channel: 'sms' | 'email';
      /** @description Masked. */
      sentTo: string;
      /** @description Digits of the code. */
      codeLength: number;
      /**
       * Format: date-time
       * @description When the code was sent.
       */
      sentAt: string;
      /**
       * Format: date-time
       * @description From then on the code is refused.
       */
      expiresAt: string;
      /**
       * Format: date-time
       * @description From then on a new code can be sent.
       */
      resendAt: string;
      /** @description Wrong tries left. */
      attemptsLeft: number;
    };
    SecurityToken: {
      /** @description For `x-jdcloud-security-token`: one purpose, one account, one visit, consumed by the change that it authorises. Keep it in memory only. */
      securityToken: string;
      /**
       * Format: date-time
       * @description When it ends, by the service's clock.
       */
      expiresAt: string;
    };
    SecurityPhone: {
      /** @description The new number, masked. */
      phone: string;
      usableForVerification: boolean;
      /** @description True only if the number is tied to no other JD Cloud account. */
      usableForLogin: boolean;
      /**
       * @description Why it cannot be used for login.
       * @enum {string}
       */
      loginRefused?: 'TIED_TO_ANOTHER_ACCOUNT';
      /**
       * Format: date-time
       * @description When the change took effect.
       */
      changedAt: string;
      /** @description Who was told about the change. */
      notified: {
        /** @enum {string} */
        channel: 'sms' | 'email';
        /** @description Masked. */
        sentTo: string;
      }[];
      /**
       * Format: date-time
       * @description Until then the account cannot be cancelled.
       */
      cancellationBlockedUntil?: string;
    };
    /** @enum {string} */
    UpgradeStatus:
      | 'NOT_APPLICABLE'
      | 'BY_APPLICATION'
      | 'APPLIED'
      | 'AVAILABLE'
      | 'IN_PROGRESS'
      | 'UPGRADED_BY_SERVICE'
      | 'UPGRADED'
      | 'FAILED';
    AccountUpgrade: {
      status: components['schemas']['UpgradeStatus'];
      /**
       * Format: date-time
       * @description From then on every JD account can upgrade itself.
       */
      selfServiceFrom: string;
      /** @description Whether early access can be applied for here, and not by telephone only. */
      applications: boolean;
      /**
       * Format: date-time
       * @description When early access was applied for.
       */
      appliedAt?: string;
      /** @description The JD account name, offered as account name. */
      defaultAccountName?: string;
      /** @description What one logs in with after the upgrade. */
      loginName?: string;
      /** @description Whether the JD login still works. */
      jdLoginEnabled?: boolean;
      accountNameRules: components['schemas']['AccountNameRules'];
      passwordRules: components['schemas']['PasswordRules'];
    };
    /** @description Lengths count characters, not bytes. */
    AccountNameRules: {
      minLength: number;
      maxLength: number;
      /** @description A regular expression with the flag `u`. */
      pattern: string;
      notDigitsOnly: boolean;
    };
    PasswordRules: {
      minLength: number;
      maxLength: number;
      /** @description All of them must be there. */
      kinds: ('letter' | 'digit' | 'symbol')[];
      notAccountName: boolean;
      /** @description How many former passwords are refused. */
      history: number;
    };
    UpgradeResult: {
      status: components['schemas']['UpgradeStatus'];
      /** @description Log in with it from now on, under "New Account Login". */
      loginName: string;
      jdLoginEnabled: boolean;
      /**
       * Format: date-time
       * @description When the upgrade took effect.
       */
      upgradedAt: string;
    };
    RealName: {
      personal: {
        /** @enum {string} */
        status: 'NONE' | 'CODE_SENT' | 'VERIFIED';
        /** @enum {string} */
        route?: 'bankCard' | 'association' | 'jdFinance';
        maskedName?: string;
        maskedNumber?: string;
        /**
         * Format: date-time
         * @description When it was verified.
         */
        verifiedAt?: string;
      };
      enterprise: {
        /** @enum {string} */
        status: 'NONE' | 'IN_REVIEW' | 'REJECTED' | 'AWAITING_AMOUNT' | 'FROZEN' | 'VERIFIED';
        maskedName?: string;
        maskedNumber?: string;
        /**
         * Format: date-time
         * @description Since when it stands so.
         */
        since?: string;
        rejectionReason?: string;
      };
      appeal?: components['schemas']['Appeal'];
      /** @description What a person can be verified with. */
      documentTypes: components['schemas']['DocumentType'][];
      consent: components['schemas']['ConsentText'];
    };
    /** @enum {string} */
    DocumentType: 'residentId' | 'passport' | 'hkMacaoPermit' | 'taiwanPermit';
    /** @description What the operator is asked to agree to, separately, for sensitive data. */
    ConsentText: {
      version: string;
      purpose: {
        en: string;
        'zh-CN': string;
      };
      text: {
        en: string;
        'zh-CN': string;
      };
      retention: {
        en: string;
        'zh-CN': string;
      };
    };
    Consent: {
      version: string;
      /** @constant */
      given: true;
    };
    Bank: {
      /** @description For logos and lists. */
      bankId: string;
      name: {
        en: string;
        'zh-CN': string;
      };
      cardKinds: ('debit' | 'credit')[];
      /** @description A key for a logo; never an address. */
      logo?: string;
    };
    CardRecognition: {
      bank?: components['schemas']['Bank'];
      /** @enum {string} */
      cardKind?: 'debit' | 'credit';
      supported: boolean;
    };
    PersonalVerificationRequest: {
      name: string;
      documentType: components['schemas']['DocumentType'];
      documentNumber: string;
      bankCard: string;
      phone: components['schemas']['PhoneNumber'];
      consent: components['schemas']['Consent'];
    };
    /** @description E.164: `+`, calling code, national number. */
    PhoneNumber: string;
    /** @description The digits as a string. */
    Code: string;
    PersonalVerification: {
      verificationId: string;
      challenge: components['schemas']['Challenge'];
    };
    AssociationRequest: {
      /** @description The user name of the JD account that was verified. */
      userName: string;
      documentType: components['schemas']['DocumentType'];
      documentNumber: string;
      consent: components['schemas']['Consent'];
    };
    Association: {
      associationId: string;
      challenge: components['schemas']['Challenge'];
    };
    AppealRequest: {
      reason: string;
      contactPhone: components['schemas']['PhoneNumber'];
      name: string;
      documentType: components['schemas']['DocumentType'];
      documentNumber: string;
      fileIds: string[];
      consent: components['schemas']['Consent'];
    };
    Appeal: {
      appealId: string;
      /** @description The receipt number to quote. */
      receipt: string;
      /** @enum {string} */
      status: 'IN_REVIEW' | 'ACCEPTED' | 'REJECTED';
      /**
       * Format: date-time
       * @description When it was submitted.
       */
      submittedAt: string;
      /**
       * Format: date-time
       * @description When it was decided.
       */
      decidedAt?: string;
      rejectionReason?: string;
      reviewWorkingDays: number;
    };
    UploadedFile: {
      fileId: string;
      /** @description Bytes. */
      size: number;
      width: number;
      height: number;
    };
    EnterpriseVerificationRequest: {
      /** @enum {string} */
      organisationType: 'enterprise' | 'individualBusiness';
      name: string;
      /** @description GB 32100-2015. */
      creditCode: string;
      domicile: string;
      licenceFileId: string;
      corporateAccount: {
        bankId: string;
        branch: string;
        number: string;
      };
      legalPerson: components['schemas']['Person'];
      authorisedPerson?: components['schemas']['Person'];
      letterFileId?: string;
      noticePhone: components['schemas']['PhoneNumber'];
      /** Format: email */
      noticeEmail?: string;
      consent: components['schemas']['Consent'];
    };
    Person: {
      name: string;
      documentType: components['schemas']['DocumentType'];
      documentNumber: string;
      /**
       * Format: date
       * @description Absent: long-term.
       */
      validUntil?: string;
      fileIds: string[];
    };
  };
  responses: {
    /** @description Refused: `REQUEST_INVALID`. */
    RequestInvalid: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `NOT_FOUND`. */
    NotFound: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `METHOD_NOT_ALLOWED`. */
    MethodNotAllowed: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `BODY_TOO_LARGE`. */
    TooLarge: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `MEDIA_TYPE_NOT_SUPPORTED`. */
    MediaTypeNotSupported: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `RATE_LIMITED`. */
    RateLimited: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `INTERNAL`. */
    Internal: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `UNAVAILABLE`. */
    Unavailable: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `ORIGIN_NOT_ALLOWED`, `COMPONENT_NOT_ALLOWED`. */
    Forbidden: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `UNAUTHENTICATED`, `SESSION_EXPIRED`. */
    Unauthenticated: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `ORIGIN_NOT_ALLOWED`. */
    OriginNotAllowed: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `IDEMPOTENCY_KEY_REUSED`. */
    KeyReused: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `ACCOUNT_LOCKED`, `RATE_LIMITED`. */
    RateLimitedOrLocked: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `DELIVERY_FAILED`, `UNAVAILABLE`. */
    UnavailableOrNotDelivered: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `IDEMPOTENCY_IN_FLIGHT`. */
    InFlight: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
    /** @description Refused: `ORIGIN_NOT_ALLOWED`, `COMPONENT_NOT_ALLOWED`, `SECURITY_TOKEN_REQUIRED`, `SECURITY_TOKEN_EXPIRED`. */
    ProofRequired: {
      headers: {
        'x-jdcloud-request-id': components['headers']['RequestId'];
        'x-jdcloud-date': components['headers']['Date'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Failure'];
      };
    };
  };
  parameters: {
    /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
    IdempotencyKey: string;
    /** @description From `POST /v1/challenges/{challengeId}:verify`. */
    SecurityToken: string;
    PageNumber: number;
    PageSize: number;
    /** @description From the answer that minted it. */
    SessionId: string;
    /** @description From the answer that sent the code. */
    ChallengeId: string;
    /** @description From `POST /v1/realName/personal`. */
    VerificationId: string;
    /** @description From `POST /v1/realName/associations`. */
    AssociationId: string;
    /** @description From `POST /v1/realName/appeals`. */
    AppealId: string;
    /** @description The version that was consented to. */
    ConsentVersion: string;
  };
  requestBodies: never;
  headers: {
    /** @description The same as `requestId`. */
    RequestId: string;
    /** @description The service's clock at this answer. */
    Date: string;
    /** @description Seconds. */
    RetryAfter: number;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  createComponentSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ComponentSessionRequest'];
      };
    };
    responses: {
      /** @description Hand `clientSecret` to the browser and to nobody else. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['ComponentSession'];
          };
        };
      };
      400: components['responses']['RequestInvalid'];
      /** @description Refused: `SIGNATURE_INVALID`. */
      401: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteComponentSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description From the answer that minted it. */
        sessionId: components['parameters']['SessionId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ended; also when it had ended before. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: Record<string, never>;
          };
        };
      };
      /** @description Refused: `SIGNATURE_INVALID`. */
      401: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  describeUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['User'];
          };
        };
      };
      /** @description Refused: `UNAUTHENTICATED`, `SESSION_EXPIRED`, `SIGNATURE_INVALID`. */
      401: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getAccount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['Account'];
          };
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['OriginNotAllowed'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listVerificationMethods: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: {
              methods: components['schemas']['VerificationMethod'][];
            };
          };
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['OriginNotAllowed'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listChallenges: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: {
              challenges: components['schemas']['Challenge'][];
            };
          };
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['OriginNotAllowed'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createChallenge: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description From `GET /v1/verificationMethods`. */
          methodId: string;
          /** @enum {string} */
          purpose: 'changeSecurityPhone' | 'upgradeAccount';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['Challenge'];
          };
        };
      };
      /** @description Refused: `METHOD_NOT_USABLE`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['OriginNotAllowed'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `JD_ACCOUNT`, `UPGRADE_NOT_AVAILABLE`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimitedOrLocked'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrNotDelivered'];
    };
  };
  getChallenge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description From the answer that sent the code. */
        challengeId: components['parameters']['ChallengeId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['Challenge'];
          };
        };
      };
      400: components['responses']['RequestInvalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['OriginNotAllowed'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  resendChallenge: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description From the answer that sent the code. */
        challengeId: components['parameters']['ChallengeId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['Challenge'];
          };
        };
      };
      /** @description Refused: `METHOD_NOT_USABLE`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      /** @description Refused: `SECURITY_TOKEN_EXPIRED`, `ORIGIN_NOT_ALLOWED`. */
      403: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      409: components['responses']['InFlight'];
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimitedOrLocked'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrNotDelivered'];
    };
  };
  verifyChallenge: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description From the answer that sent the code. */
        challengeId: components['parameters']['ChallengeId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: components['schemas']['Code'];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['SecurityToken'];
          };
        };
      };
      /** @description Refused: `CODE_INCORRECT`, `CODE_EXPIRED`, `CODE_EXHAUSTED`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['OriginNotAllowed'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      409: components['responses']['InFlight'];
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimitedOrLocked'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  proposeSecurityPhone: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description From `POST /v1/challenges/{challengeId}:verify`. */
        'x-jdcloud-security-token': components['parameters']['SecurityToken'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          phone: components['schemas']['PhoneNumber'];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['Challenge'];
          };
        };
      };
      /** @description Refused: `PHONE_INVALID`, `PHONE_REGION_NOT_ALLOWED`, `PHONE_NOT_REACHABLE`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ProofRequired'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `PHONE_UNCHANGED`, `PHONE_CHANGE_COOLDOWN`, `JD_ACCOUNT`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimitedOrLocked'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrNotDelivered'];
    };
  };
  confirmSecurityPhone: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description From `POST /v1/challenges/{challengeId}:verify`. */
        'x-jdcloud-security-token': components['parameters']['SecurityToken'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description From `POST /v1/securityPhone:propose`. */
          challengeId: string;
          code: components['schemas']['Code'];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['SecurityPhone'];
          };
        };
      };
      /** @description Refused: `CODE_INCORRECT`, `CODE_EXPIRED`, `CODE_EXHAUSTED`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ProofRequired'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `CONCURRENT_CHANGE`, `PHONE_CHANGE_COOLDOWN`, `JD_ACCOUNT`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimitedOrLocked'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getAccountUpgrade: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['AccountUpgrade'];
          };
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  applyForAccountUpgrade: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['AccountUpgrade'];
          };
        };
      };
      /** @description Refused: `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `UPGRADE_NOT_AVAILABLE`, `ALREADY_UPGRADED`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  checkAccountName: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          accountName: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: {
              /** @constant */
              available: true;
            };
          };
        };
      };
      /** @description Refused: `ACCOUNT_NAME_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `ACCOUNT_NAME_TAKEN`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  startAccountUpgrade: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description From `POST /v1/challenges/{challengeId}:verify`. */
        'x-jdcloud-security-token': components['parameters']['SecurityToken'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          accountName: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['UpgradeResult'];
          };
        };
      };
      /** @description Refused: `ACCOUNT_NAME_INVALID`, `PASSWORD_WEAK`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ProofRequired'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `ACCOUNT_NAME_TAKEN`, `PASSWORD_REUSED`, `ALREADY_UPGRADED`, `UPGRADE_NOT_AVAILABLE`, `CONCURRENT_CHANGE`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getRealName: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['RealName'];
          };
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  listSupportedBanks: {
    parameters: {
      query?: {
        pageNumber?: components['parameters']['PageNumber'];
        pageSize?: components['parameters']['PageSize'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: {
              banks: components['schemas']['Bank'][];
              totalCount: number;
            };
          };
        };
      };
      400: components['responses']['RequestInvalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  recogniseCard: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          prefix: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['CardRecognition'];
          };
        };
      };
      400: components['responses']['RequestInvalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createPersonalVerification: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PersonalVerificationRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['PersonalVerification'];
          };
        };
      };
      /** @description Refused: `IDENTITY_MISMATCH`, `BANK_NOT_SUPPORTED`, `CONSENT_REQUIRED`, `PHONE_INVALID`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `IDENTITY_OCCUPIED`, `ALREADY_VERIFIED`, `CONSENT_OUTDATED`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimitedOrLocked'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrNotDelivered'];
    };
  };
  confirmPersonalVerification: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description From `POST /v1/realName/personal`. */
        verificationId: components['parameters']['VerificationId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: components['schemas']['Code'];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['RealName'];
          };
        };
      };
      /** @description Refused: `CODE_INCORRECT`, `CODE_EXPIRED`, `CODE_EXHAUSTED`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `IDENTITY_OCCUPIED`, `ALREADY_VERIFIED`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimitedOrLocked'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createAssociation: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssociationRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['Association'];
          };
        };
      };
      /** @description Refused: `ASSOCIATE_NOT_VERIFIED`, `CONSENT_REQUIRED`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `ASSOCIATE_NO_PHONE`, `IDENTITY_IN_USE`, `ALREADY_VERIFIED`, `CONSENT_OUTDATED`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimitedOrLocked'];
      500: components['responses']['Internal'];
      503: components['responses']['UnavailableOrNotDelivered'];
    };
  };
  confirmAssociation: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description From `POST /v1/realName/associations`. */
        associationId: components['parameters']['AssociationId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: components['schemas']['Code'];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['RealName'];
          };
        };
      };
      /** @description Refused: `CODE_INCORRECT`, `CODE_EXPIRED`, `CODE_EXHAUSTED`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `IDENTITY_IN_USE`, `ALREADY_VERIFIED`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimitedOrLocked'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createAppeal: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AppealRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['Appeal'];
          };
        };
      };
      /** @description Refused: `CONSENT_REQUIRED`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `APPEAL_OPEN`, `CONSENT_OUTDATED`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  getAppeal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description From `POST /v1/realName/appeals`. */
        appealId: components['parameters']['AppealId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['Appeal'];
          };
        };
      };
      400: components['responses']['RequestInvalid'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  uploadFile: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          file: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['UploadedFile'];
          };
        };
      };
      /** @description Refused: `FILE_NOT_SUPPORTED`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      409: components['responses']['InFlight'];
      /** @description Refused: `FILE_TOO_LARGE`, `BODY_TOO_LARGE`. */
      413: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  syncRealNameFromJdFinance: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          consent: components['schemas']['Consent'];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['RealName'];
          };
        };
      };
      /** @description Refused: `CONSENT_REQUIRED`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `NOT_VERIFIED_AT_JD_FINANCE`, `ALREADY_VERIFIED`, `IDENTITY_IN_USE`, `CONSENT_OUTDATED`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  withdrawConsent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The version that was consented to. */
        version: components['parameters']['ConsentVersion'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: {
              /**
               * Format: date-time
               * @description When it was withdrawn.
               */
              withdrawnAt: string;
            };
          };
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  createEnterpriseVerification: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EnterpriseVerificationRequest'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['RealName'];
          };
        };
      };
      /** @description Refused: `CONSENT_REQUIRED`, `PHONE_INVALID`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `ALREADY_VERIFIED`, `CONSENT_OUTDATED`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      429: components['responses']['RateLimited'];
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
  confirmEnterpriseAmount: {
    parameters: {
      query?: never;
      header: {
        /** @description Names one intent of the operator. Kept when the request is sent again; a new one for a new intent. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Yuan, with two decimals, as a string. */
          amount: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requestId: components['schemas']['RequestId'];
            result: components['schemas']['RealName'];
          };
        };
      };
      /** @description Refused: `AMOUNT_INCORRECT`, `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID`, `REQUEST_INVALID`. */
      400: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      /** @description Refused: `ALREADY_VERIFIED`, `IDEMPOTENCY_IN_FLIGHT`. */
      409: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['MediaTypeNotSupported'];
      422: components['responses']['KeyReused'];
      /** @description Refused: `FROZEN`, `RATE_LIMITED`. */
      429: {
        headers: {
          'x-jdcloud-request-id': components['headers']['RequestId'];
          'x-jdcloud-date': components['headers']['Date'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
      500: components['responses']['Internal'];
      503: components['responses']['Unavailable'];
    };
  };
}

/** Every reason that the service can give. */
export const reasons = [
  'REQUEST_INVALID',
  'IDEMPOTENCY_KEY_MISSING',
  'IDEMPOTENCY_KEY_INVALID',
  'IDEMPOTENCY_KEY_REUSED',
  'IDEMPOTENCY_IN_FLIGHT',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'BODY_TOO_LARGE',
  'MEDIA_TYPE_NOT_SUPPORTED',
  'UNAUTHENTICATED',
  'SESSION_EXPIRED',
  'SIGNATURE_INVALID',
  'ORIGIN_NOT_ALLOWED',
  'COMPONENT_NOT_ALLOWED',
  'RATE_LIMITED',
  'INTERNAL',
  'UNAVAILABLE',
  'SECURITY_TOKEN_REQUIRED',
  'SECURITY_TOKEN_EXPIRED',
  'METHOD_NOT_USABLE',
  'CODE_INCORRECT',
  'CODE_EXPIRED',
  'CODE_EXHAUSTED',
  'ACCOUNT_LOCKED',
  'DELIVERY_FAILED',
  'PHONE_INVALID',
  'PHONE_REGION_NOT_ALLOWED',
  'PHONE_UNCHANGED',
  'PHONE_NOT_REACHABLE',
  'PHONE_CHANGE_COOLDOWN',
  'JD_ACCOUNT',
  'CONCURRENT_CHANGE',
  'UPGRADE_NOT_AVAILABLE',
  'ACCOUNT_NAME_INVALID',
  'ACCOUNT_NAME_TAKEN',
  'PASSWORD_WEAK',
  'PASSWORD_REUSED',
  'ALREADY_UPGRADED',
  'CONSENT_REQUIRED',
  'CONSENT_OUTDATED',
  'IDENTITY_MISMATCH',
  'IDENTITY_OCCUPIED',
  'BANK_NOT_SUPPORTED',
  'ALREADY_VERIFIED',
  'ASSOCIATE_NOT_VERIFIED',
  'ASSOCIATE_NO_PHONE',
  'IDENTITY_IN_USE',
  'APPEAL_OPEN',
  'FILE_NOT_SUPPORTED',
  'FILE_TOO_LARGE',
  'NOT_VERIFIED_AT_JD_FINANCE',
  'AMOUNT_INCORRECT',
  'FROZEN',
] as const;
