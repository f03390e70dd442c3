import type {components} from '../../src/contract.ts';
import type {Answer} from '../domain/idempotency.ts';
import type {Reason, Refusal} from '../domain/refusal.ts';
import type {ReasonText} from './contract.ts';

type Failure = components['schemas']['Failure'];

/** An answer of the contract, before it goes out. */
export interface Reply extends Answer {
  readonly requestId: string;
  /** Seconds for `Retry-After`. */
  readonly retryAfter?: number | undefined;
  /** Why it was refused, for the log. */
  readonly reason?: Reason | undefined;
}

/** The answer to something that was done. */
export function success(requestId: string, result: unknown): Reply {
  return {requestId, status: 200, body: JSON.stringify({requestId, result})};
}

/** Makes the answers to what was refused, with the code, status and message that the contract gives the reason. */
export class Failures {
  readonly #texts: ReadonlyMap<Reason, ReasonText>;

  constructor(texts: ReadonlyMap<Reason, ReasonText>) {
    this.#texts = texts;
  }

  /** `message` is for developers and must not carry anything that was sent. */
  of(requestId: string, refusal: Refusal, message?: string): Reply {
    const {reason, field, metadata} = refusal;
    const text = this.#texts.get(reason);
    if (text === undefined) throw new Error(`the contract gives no example of ${reason}`);
    const body: Failure = {
      requestId,
      error: {
        code: text.code,
        status: text.status,
        message: message ?? text.message,
        details: [{reason, ...(field !== undefined && {field}), ...(metadata !== undefined && {metadata})}],
      },
    };
    return {requestId, status: text.code, body: JSON.stringify(body), retryAfter: metadata?.retryAfter, reason};
  }
}

/** An answer that was given before, again. */
export function replay({status, body}: Answer): Reply {
  const {requestId, error} = JSON.parse(body) as Partial<Failure> & {requestId: string};
  const detail = error?.details[0];
  return {requestId, status, body, retryAfter: detail?.metadata?.retryAfter, reason: detail?.reason};
}
