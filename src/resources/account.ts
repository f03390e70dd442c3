import type {components} from '../contract.js';
import type {Http, RequestOptions} from '../http.js';
import {isFlag, isId, isObject, isText, isTime, listOf, optional, shape} from '../shape.js';

export type Account = components['schemas']['Account'];
export type PhoneRegion = components['schemas']['PhoneRegion'];
export type VerificationMethod = components['schemas']['VerificationMethod'];

const isAccount = shape<Account>({
  accountId: isText,
  kind: isText,
  loginName: isText,
  support: shape<Account['support']>({phone: isText, ticketUrl: isText}),
  links: isObject,
  phoneRegions: listOf(
    shape<PhoneRegion>({region: isText, callingCode: isText, name: isObject, pattern: isText, example: isText}),
  ),
  lockedUntil: optional(isTime),
});

const isMethodList = shape<{readonly methods: readonly VerificationMethod[]}>({
  methods: listOf(
    shape<VerificationMethod>({
      methodId: isId,
      kind: isText,
      masked: isText,
      verified: isFlag,
      usableForVerification: isFlag,
      usableForLogin: isFlag,
    }),
  ),
});

/** Who the operator is, and how the operator can prove it. Everything here throws `AccountError`. */
export const account = (http: Http) => ({
  /** Gives the account, what this session may do, and how to reach a person. */
  get: (options?: RequestOptions): Promise<Account> => http.get('v1/account', {...options, result: isAccount}),

  /** Lists all methods, also those that cannot be used, each with what it can do. */
  verificationMethods: async (options?: RequestOptions): Promise<readonly VerificationMethod[]> =>
    (await http.get('v1/verificationMethods', {...options, result: isMethodList})).methods,
});

export type AccountResource = ReturnType<typeof account>;
