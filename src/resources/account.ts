import type {components} from '../contract.js';
import type {Http, RequestOptions} from '../http.js';

export type Account = components['schemas']['Account'];
export type PhoneRegion = components['schemas']['PhoneRegion'];
export type VerificationMethod = components['schemas']['VerificationMethod'];

/** Who the operator is, and how the operator can prove it. */
export const account = (http: Http) => ({
  /** Gives the account, what this session may do, and how to reach a person. */
  get: (options?: RequestOptions) => http.get<Account>('v1/account', options),

  /** Lists all methods, also those that cannot be used, each with what it can do. */
  verificationMethods: async (options?: RequestOptions) =>
    (await http.get<{readonly methods: readonly VerificationMethod[]}>('v1/verificationMethods', options)).methods,
});

export type AccountResource = ReturnType<typeof account>;
