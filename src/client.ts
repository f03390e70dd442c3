import {LearningClock, type ServiceClock} from './clock.js';
import type {AccountError} from './errors.js';
import {createHttp, type Hooks} from './http.js';
import {account, type AccountResource} from './resources/account.js';
import {challenges, type ChallengesResource} from './resources/challenges.js';
import {securityPhone, type SecurityPhoneResource} from './resources/security-phone.js';
import {Session, sessionFrom, type FetchClientSecret} from './session.js';

/** Where the client gets its component session from: one of the two. */
export type SessionSource =
  | {
      /** Gets a session from the portal's backend in the portal's own way. */
      readonly fetchClientSecret: FetchClientSecret;
      readonly sessionUrl?: undefined;
    }
  | {
      /**
       * A path of the portal that answers an empty `POST` with `{clientSecret, expiresAt, now}` for the visitor who is
       * logged in there. The portal's cookies go along when it is of the page's own origin.
       */
      readonly sessionUrl: string | URL;
      readonly fetchClientSecret?: undefined;
    };

export type AccountClientOptions = SessionSource & {
  /** Where the account service answers: `https`, or `http` on this machine. A path is kept. */
  readonly endpoint: string | URL;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** A language tag for `Accept-Language`; the browser's own languages when absent. */
  readonly lang?: string | undefined;
  /** Called once for each time that no session could be had, or that a fresh one was refused. */
  readonly onSessionExpired?: ((error: AccountError) => void) | undefined;
  readonly hooks?: Hooks | undefined;
};

/** The account service for one visit. */
export interface AccountClient {
  readonly account: AccountResource;
  readonly challenges: ChallengesResource;
  readonly securityPhone: SecurityPhoneResource;
  /** The service's clock, as learned from its answers. */
  readonly clock: ServiceClock;
  /** Drops everything under way and everything asked for later: those calls reject with an `AbortError`. */
  close(): void;
}

/**
 * Gives a client. Nothing is sent before the first call.
 * Throws a `TypeError` at once when `endpoint` is not an address to send secrets to, or when no session source is given.
 */
export function createAccountClient(options: AccountClientOptions): AccountClient {
  const {fetchClientSecret, sessionUrl, onSessionExpired, hooks = {}, lang} = options;
  const endpoint = checkedEndpoint(options.endpoint);
  const fetch: typeof globalThis.fetch = options.fetch ?? ((...request) => globalThis.fetch(...request));
  if (!fetchClientSecret && !sessionUrl) throw new TypeError('Either fetchClientSecret or sessionUrl is needed.');
  const closing = new AbortController();
  const clock = new LearningClock();
  const source = fetchClientSecret ?? sessionFrom(sessionUrl, fetch);
  const session = new Session(source, closing.signal, onSessionExpired);
  const http = createHttp({
    endpoint,
    session,
    clock,
    fetch,
    hooks,
    lang: lang && /^[a-z0-9-]{2,35}$/i.test(lang) ? lang : undefined,
    closing: closing.signal,
  });
  return {
    account: account(http),
    challenges: challenges(http),
    securityPhone: securityPhone(http),
    clock,
    close: () => closing.abort(),
  };
}

/** The endpoint with a slash at its end. The error does not quote it: it may hold a password. */
function checkedEndpoint(endpoint: string | URL): string {
  const {protocol, hostname, username, password, search, hash, href} = new URL(
    URL.canParse(endpoint) ? endpoint : 'x:',
  );
  const isLoopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if ((protocol !== 'https:' && !(isLoopback && protocol === 'http:')) || username + password + search + hash) {
    throw new TypeError(
      'endpoint must be an https URL (http for this machine only) without user name, query or fragment.',
    );
  }
  return href.replace(/\/*$/, '/');
}
