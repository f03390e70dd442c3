import ky from 'ky';
import {readAnswer, type Answer} from './answer.js';
import type {LearningClock} from './clock.js';
import {beginDeadline, interruptible, pause} from './deadline.js';
import {AccountError, isAccountError, isOutcomeUnknown, type Reason} from './errors.js';
import {Intent} from './intent.js';
import {tell} from './report.js';
import {delayBeforeRetry} from './retry.js';
import type {Session} from './session.js';
import {isId, isTime, type Check} from './shape.js';

export interface RequestOptions {
  /** Drops the request. The promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface IntentOptions extends RequestOptions {
  /** What the operator means to do. Its key stays the same until the service has answered. A new one when absent. */
  readonly intent?: Intent | undefined;
}

/** One call of an operation. */
export interface Call<T> extends IntentOptions {
  /** Says whether a result is what it should be. */
  readonly result: Check<T>;
  /** What stands for the names in braces in the path. */
  readonly ids?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A proof of identity, for operations that ask for one. */
  readonly securityToken?: string | undefined;
}

/** What a resource may do with the network, and all of it. Every failure is an `AccountError` or the caller's abort. */
export interface Http {
  get<T>(path: string, call: Call<T>): Promise<T>;
  post<T>(path: string, call: Call<T>): Promise<T>;
}

/** A request as a hook sees it: never an identifier, a secret or a body. */
export interface RequestNews {
  readonly method: 'GET' | 'POST';
  /** As the contract writes it: `v1/challenges/{challengeId}`. */
  readonly path: string;
  /** 1 for the first time that this request is sent. */
  readonly attempt: number;
}

/** What became of a request. */
export interface ResponseNews extends RequestNews {
  /** The HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** Why it failed, if it did. */
  readonly reason: Reason | undefined;
  readonly requestId: string | undefined;
  /** Milliseconds. */
  readonly duration: number;
}

/** Watches the network, for the portal's own measurements. A hook cannot change anything; aborted requests are silent. */
export interface Hooks {
  readonly beforeRequest?: ((request: RequestNews) => void) | undefined;
  readonly afterResponse?: ((response: ResponseNews) => void) | undefined;
}

export interface HttpSettings {
  /** Ends in a slash. */
  readonly endpoint: string;
  readonly session: Session;
  readonly clock: LearningClock;
  readonly fetch: typeof globalThis.fetch;
  readonly hooks: Hooks;
  /** For `Accept-Language`. */
  readonly lang: string | undefined;
  /** Aborts every call. */
  readonly closing: AbortSignal;
}

const tryTimeout = 10_000;
const callTimeout = 25_000;

/** The one door to the account service. */
export function createHttp({endpoint, session, clock, fetch, hooks, lang, closing}: HttpSettings): Http {
  /** Sends a request once. */
  const exchange = async <T>(
    news: RequestNews,
    call: Call<T>,
    headers: Record<string, string>,
    parent: AbortSignal,
  ): Promise<T> => {
    const {signal, release} = beginDeadline(tryTimeout, parent);
    const began = performance.now();
    const body = call.body === undefined ? {} : {body: JSON.stringify(call.body)};
    const work = async (): Promise<Answer<T>> => {
      // ky's own retries go by method, its time limits do not cover the body, and its errors hold what was sent.
      const response = await ky(endpoint + filled(news.path, call.ids), {
        method: news.method,
        headers: 'body' in body ? {...headers, 'content-type': 'application/json'} : headers,
        ...body,
        fetch,
        signal,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        retry: 0,
        timeout: false,
        throwHttpErrors: false,
      }).catch(() => {
        throw new AccountError('NETWORK');
      });
      const stamp = response.headers.get('x-jdcloud-date');
      if (isTime(stamp)) clock.learn(Date.parse(stamp), performance.now() - began);
      return readAnswer(response, call.result);
    };
    let outcome: Partial<Pick<ResponseNews, 'status' | 'reason' | 'requestId'>> | undefined;
    try {
      tell(hooks.beforeRequest, news);
      const answer = await interruptible(work(), signal);
      outcome = answer;
      return answer.result;
    } catch (error) {
      if (isAccountError(error)) outcome = error;
      throw error;
    } finally {
      release();
      if (outcome) {
        const {status, reason, requestId} = outcome;
        tell(hooks.afterResponse, {...news, status, reason, requestId, duration: performance.now() - began});
      }
    }
  };

  /** Sends a request, and again as long as that makes sense. */
  const send = async <T>(method: RequestNews['method'], path: string, call: Call<T>, key?: string): Promise<T> => {
    const {signal, release} = beginDeadline(callTimeout, call.signal, closing);
    const {securityToken} = call;
    let renewed = false;
    try {
      for (let attempt = 1, failures = 0; ; attempt++) {
        signal.throwIfAborted();
        const secret = await interruptible(session.secret(), signal);
        const headers = {
          accept: 'application/json',
          authorization: `Bearer ${secret}`,
          ...(lang && {'accept-language': lang}),
          ...(key && {'idempotency-key': key}),
          ...(securityToken && {'x-jdcloud-security-token': securityToken}),
        };
        try {
          return await exchange({method, path, attempt}, call, headers, signal);
        } catch (error) {
          signal.throwIfAborted();
          if (!isAccountError(error)) throw error;
          if (error.status === 401 && !renewed) {
            session.drop(secret);
            renewed = true;
            continue;
          }
          if (error.status === 401) session.giveUp(secret, error);
          const delay = delayBeforeRetry(error, failures++);
          if (delay === undefined) throw error;
          await pause(delay, signal);
        }
      }
    } finally {
      release();
    }
  };

  return {
    get: (path, call) => send('GET', path, call),

    post: async (path, call) => {
      const {intent = new Intent(), ids, body, securityToken} = call;
      const key = intent.keyFor(JSON.stringify([path, ids, body, securityToken]));
      try {
        const result = await send('POST', path, call, key);
        intent.settle(key);
        return result;
      } catch (error) {
        if (isSettled(error)) intent.settle(key);
        throw error;
      }
    },
  };
}

/**
 * True when the service has looked at the request and refused it. Without a session it did not look, nor when there were
 * too many requests: an earlier try may have had its effect all the same.
 */
const isSettled = (error: unknown): boolean =>
  isAccountError(error) &&
  !isOutcomeUnknown(error) &&
  error.status !== 401 &&
  error.status !== 429 &&
  error.reason !== 'SESSION_UNAVAILABLE';

/** The path with its names replaced. An id that is none would lead to another path; it is refused without a request. */
const filled = (path: string, ids: Readonly<Record<string, string>> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name];
    if (!isId(id)) throw new AccountError('REQUEST_INVALID', {field: name});
    return id;
  });
