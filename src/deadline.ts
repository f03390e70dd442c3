import {AccountError} from './errors.js';

/** A time limit on some work. */
export interface Deadline {
  /** Aborts with its first parent, or with the `AccountError` `TIMEOUT` when the time is up. */
  readonly signal: AbortSignal;
  /** Ends it: no time is up any more. */
  readonly release: () => void;
}

/** Begins a time limit in milliseconds that also ends with any of its parents. */
export function beginDeadline(milliseconds: number, ...parents: readonly (AbortSignal | undefined)[]): Deadline {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(new AccountError('TIMEOUT')), milliseconds);
  return {
    signal: AbortSignal.any([own.signal, ...parents.filter((parent) => parent !== undefined)]),
    release: () => clearTimeout(timer),
  };
}

/** Gives what `work` gives, or throws the signal's reason as soon as it aborts, whatever `work` does about that. */
export function interruptible<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    // The reason is the caller's own value, and goes back untouched.
    const interrupt = () => reject(signal.reason as Error);
    if (signal.aborted) interrupt();
    signal.addEventListener('abort', interrupt);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', interrupt));
  });
}

/** Waits, and throws the signal's reason as soon as it aborts. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  return interruptible(over, signal).finally(() => clearTimeout(timer));
}
