import type {AccountError} from './errors.js';

const retries = 2;
const firstDelay = 300;
const longestDelay = 5_000;

/** Seconds. A longer wait is told to the operator instead of being spent in silence. */
const longestSilence = 5;

/**
 * Reads the whole seconds of a `Retry-After` header: the first valid value, when there are several. Gives nothing for
 * a date, because it would have to be compared with a clock that may be wrong, nor for anything else.
 */
export function retryAfterSeconds(header: string | null): number | undefined {
  const value = header?.split(',').find((part) => /^\s*\d{1,9}\s*$/.test(part));
  return value === undefined ? undefined : Number(value);
}

/**
 * How many milliseconds to wait before a request that failed is sent again, or nothing when it is not to be sent
 * again. `failures` counts the failures before this one. Waits are random ("full jitter"), so that many clients that
 * failed together do not come back together.
 */
export function delayBeforeRetry(
  {reason, status = 0, retryAfter = 0}: AccountError,
  failures: number,
): number | undefined {
  const passing =
    reason === 'NETWORK' ||
    reason === 'TIMEOUT' ||
    reason === 'RATE_LIMITED' ||
    reason === 'IDEMPOTENCY_IN_FLIGHT' ||
    (status >= 500 && status < 600 && status !== 501 && reason !== 'DELIVERY_FAILED');
  if (!passing || failures >= retries || retryAfter > longestSilence) return undefined;
  return retryAfter * 1000 + Math.random() * Math.min(longestDelay, firstDelay * 2 ** failures);
}
