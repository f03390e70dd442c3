import type {reasons as serviceReasons} from './contract.js';

/** A reason that the service gives. The closed list stands in the contract. */
export type ServiceReason = (typeof serviceReasons)[number];

/**
 * A reason that the SDK gives itself:
 * - `CODE_MALFORMED` what was typed is not a code; nothing was sent.
 * - `NETWORK` the service was not reached, or the browser kept the answer back (CORS). The effect is unknown.
 * - `TIMEOUT` no whole answer within the time allowed. The effect is unknown.
 * - `PROTOCOL` an answer that is none of this service's: HTML of a proxy, broken JSON, another charset, a redirect.
 * - `SESSION_UNAVAILABLE` no component session could be had from the portal.
 * - `UNEXPECTED` a reason that this version of the SDK does not know.
 */
export type ClientReason = 'CODE_MALFORMED' | 'NETWORK' | 'TIMEOUT' | 'PROTOCOL' | 'SESSION_UNAVAILABLE' | 'UNEXPECTED';

export type Reason = ServiceReason | ClientReason;

/** What may be known about a failure besides its reason. Never holds what was typed. */
export interface AccountErrorDetails {
  /** The field that the reason is about, named as in the request. */
  readonly field?: string | undefined;
  /** Seconds to wait. */
  readonly retryAfter?: number | undefined;
  /** Wrong tries left with this code. */
  readonly attemptsLeft?: number | undefined;
  /** Names the request in the logs of the service: to be quoted to customer service. */
  readonly requestId?: string | undefined;
  /** The HTTP status, when there was an answer. */
  readonly status?: number | undefined;
}

/**
 * The one error of this SDK. Tell cases apart by `reason`; `message` is for developers.
 * It never carries what was sent, typed or answered, and has no `cause`.
 */
export class AccountError extends Error implements AccountErrorDetails {
  readonly reason: Reason;
  readonly field: string | undefined;
  readonly retryAfter: number | undefined;
  readonly attemptsLeft: number | undefined;
  readonly requestId: string | undefined;
  readonly status: number | undefined;

  constructor(reason: Reason, details: AccountErrorDetails = {}) {
    super(details.requestId ? `${reason} (request ${details.requestId})` : reason);
    this.reason = reason;
    this.field = details.field;
    this.retryAfter = details.retryAfter;
    this.attemptsLeft = details.attemptsLeft;
    this.requestId = details.requestId;
    this.status = details.status;
  }

  // Not a field: where prototypes are frozen, an instance cannot assign what its prototype has.
  override get name(): 'AccountError' {
    return 'AccountError';
  }
}

/**
 * True for an error of this SDK, and, when reasons are named, for one of those reasons.
 * Goes by name, so that it also holds for an error of a second copy of the SDK on the page.
 */
export function isAccountError<R extends Reason>(
  error: unknown,
  ...reasons: readonly R[]
): error is AccountError & {readonly reason: R} {
  if (!(error instanceof Error) || error.name !== 'AccountError') return false;
  return reasons.length === 0 || ('reason' in error && (reasons as readonly unknown[]).includes(error.reason));
}

/** True when nobody can say whether the request had its effect: ask again with the same key, or read again. */
export function isOutcomeUnknown(error: unknown): boolean {
  return (
    isAccountError(error, 'NETWORK', 'TIMEOUT', 'PROTOCOL', 'INTERNAL', 'UNAVAILABLE', 'IDEMPOTENCY_IN_FLIGHT') ||
    (isAccountError(error, 'UNEXPECTED') && (error.status ?? 0) >= 500)
  );
}
