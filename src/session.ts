import {readJson} from './answer.js';
import {beginDeadline, interruptible} from './deadline.js';
import {AccountError} from './errors.js';
import {tell} from './report.js';
import {isSecret, isTime, shape} from './shape.js';

/** A component session as the portal's backend got it from the account service. Further members are ignored. */
export interface SessionGrant {
  /** A secret of this visit: keep it in memory only. */
  readonly clientSecret: string;
  /** When the session ends, by the service's clock (ISO 8601). */
  readonly expiresAt: string;
  /** The service's clock when it made the session (ISO 8601). */
  readonly now: string;
}

/** Gets a component session from the portal. Has 10 seconds; the signal aborts when they are over. */
export type FetchClientSecret = (options: {readonly signal: AbortSignal}) => Promise<SessionGrant>;

const fetchTimeout = 10_000;

/** Milliseconds before its end from which on a session is renewed. */
const margin = 30_000;

const isGrant = shape<SessionGrant>({clientSecret: isSecret, expiresAt: isTime, now: isTime});

/**
 * Asks the portal by an empty `POST`, with the portal's own cookies, and takes a `SessionGrant` as JSON.
 * `POST`, because every answer is a new secret: nothing on the way may store it or fetch it ahead.
 */
export const sessionFrom =
  (url: string | URL, fetch: typeof globalThis.fetch): FetchClientSecret =>
  async ({signal}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {accept: 'application/json'},
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal,
    });
    if (!response.ok) throw new AccountError('SESSION_UNAVAILABLE');
    return (await readJson(response)) as SessionGrant;
  };

/** The component session of this visit: had when it is first needed, and renewed before it ends. */
export class Session {
  readonly #fetch: FetchClientSecret;
  readonly #onExpired: ((error: AccountError) => void) | undefined;
  readonly #closing: AbortSignal;
  #secret: string | undefined;
  #givenUp: string | undefined;
  /** By the monotonic clock: the date of the computer may be wrong, or be set meanwhile. */
  #end = 0;
  #renewal: Promise<string> | undefined;

  constructor(fetch: FetchClientSecret, closing: AbortSignal, onExpired?: (error: AccountError) => void) {
    this.#fetch = fetch;
    this.#closing = closing;
    this.#onExpired = onExpired;
  }

  /** Gives a secret that has not ended. However many wait for it, the portal is asked once. */
  async secret(): Promise<string> {
    const now = performance.now();
    if (this.#secret === undefined || now >= this.#end) return this.#renew();
    // What there is still holds, so nobody has to wait, and a failure is not news yet.
    if (now >= this.#end - margin) this.#renew().catch(() => undefined);
    return this.#secret;
  }

  /** Forgets a secret that the service refused, unless it was replaced before. */
  drop(secret: string): void {
    if (this.#secret === secret) this.#secret = undefined;
  }

  /** Tells the portal, once for each secret, that the service also refused the one that came after. */
  giveUp(secret: string, error: AccountError): void {
    if (this.#givenUp === secret) return;
    this.#givenUp = secret;
    tell(this.#onExpired, error);
  }

  #renew(): Promise<string> {
    this.#renewal ??= this.#ask().finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  async #ask(): Promise<string> {
    const began = performance.now();
    const {signal, release} = beginDeadline(fetchTimeout, this.#closing);
    try {
      const grant = await interruptible(Promise.resolve(this.#fetch({signal})), signal);
      const end = isGrant(grant) ? began + Date.parse(grant.expiresAt) - Date.parse(grant.now) : 0;
      if (performance.now() < end) {
        this.#end = end;
        return (this.#secret = grant.clientSecret);
      }
    } catch {
      // What the portal's function throws may quote a secret.
    } finally {
      release();
    }
    this.#closing.throwIfAborted();
    const error = new AccountError('SESSION_UNAVAILABLE');
    if (this.#secret === undefined || performance.now() >= this.#end) tell(this.#onExpired, error);
    throw error;
  }
}
