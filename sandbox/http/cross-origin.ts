import {isKnownOrigin} from '../domain/session.ts';
import type {Db} from '../store/db.ts';

/** What a script of an allowed origin may read besides the body. */
const exposed = 'x-jdcloud-request-id, x-jdcloud-date, Retry-After';
const allowedHeaders = 'authorization, content-type, idempotency-key, x-jdcloud-security-token';
const maxAgeSeconds = 600;
const rememberMs = 10 * 60 * 1000;
const remembered = 1000;

/**
 * Decides which origins may read an answer. An answer to a session is for the origins of that session. A
 * preflight and a refusal without a session carry nothing to find the session by: they are for every origin that
 * some session named within the last day. Never `*`, never with credentials.
 */
export class CrossOrigin {
  // Origins that were found, so that "the database is away" can be read by the pages that were there before.
  readonly #found = new Map<string, number>();

  /** True when some session named the origin. Does not throw when the database is away. */
  async knows(db: Db, origin: string | undefined, now: Date): Promise<boolean> {
    if (origin === undefined || origin.length > 255) return false;
    const foundAt = this.#found.get(origin);
    if (foundAt !== undefined && Date.now() - foundAt < rememberMs) return true;
    const isKnown = await isKnownOrigin(db, origin, now).catch(() => foundAt !== undefined);
    if (isKnown) this.remember(origin);
    return isKnown;
  }

  /** Notes an origin that a session was found to name. */
  remember(origin: string): void {
    if (this.#found.size >= remembered) this.#found.clear();
    this.#found.set(origin, Date.now());
  }
}

/** The headers that let a script of `origin` read the answer. */
export function readableBy(origin: string): Record<string, string> {
  return {'access-control-allow-origin': origin, 'access-control-expose-headers': exposed};
}

/** The headers that answer a preflight of `origin`. */
export function preflightFor(origin: string, methods: readonly string[]): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': methods.filter((method) => method !== 'OPTIONS').join(', '),
    'access-control-allow-headers': allowedHeaders,
    'access-control-max-age': String(maxAgeSeconds),
  };
}
