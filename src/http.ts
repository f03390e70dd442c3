import type {Intent} from './intent.js';

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface IntentOptions extends RequestOptions {
  /** What the operator means to do. Its key stays the same until the service has answered. A new one when absent. */
  readonly intent?: Intent | undefined;
  /** A proof of identity, for operations that ask for one. */
  readonly securityToken?: string | undefined;
}

/** What a resource may do with the network, and all of it. */
export interface Http {
  get<T>(path: string, options?: RequestOptions): Promise<T>;
  post<T>(path: string, body?: unknown, options?: IntentOptions): Promise<T>;
}
