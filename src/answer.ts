import {reasons} from './contract.js';
import {AccountError, isAccountError, type AccountErrorDetails, type Reason} from './errors.js';
import {retryAfterSeconds} from './retry.js';
import {isCount, isId, isObject, isText, type Check} from './shape.js';

/** Bytes, after decompression. */
const longestBody = 1024 * 1024;
const deepestNesting = 16;
const json = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** What the service answered. */
export interface Answer<T> {
  readonly status: number;
  readonly requestId: string;
  readonly result: T;
}

/**
 * Reads a body as JSON. Takes UTF-8 that says to be JSON, is at most 1 MiB and not nested absurdly.
 * Throws `AccountError`: `PROTOCOL` for any other body, `NETWORK` when it breaks off.
 */
export async function readJson({headers, body}: Response): Promise<unknown> {
  if (!body) throw new AccountError('PROTOCOL');
  const reader = body.getReader();
  const refuse = (): AccountError => {
    // Nobody will read the rest: the connection must not wait for that. Whether it ends well is of no interest.
    reader.cancel().catch(() => undefined);
    return new AccountError('PROTOCOL');
  };
  if (!json.test(headers.get('content-type') ?? '')) throw refuse();
  const decoder = new TextDecoder('utf-8', {fatal: true});
  let text = '';
  for (let length = 0; ;) {
    const {value} = await reader.read().catch(() => {
      throw new AccountError('NETWORK');
    });
    length += value?.length ?? 0;
    if (length > longestBody) throw refuse();
    try {
      text += decoder.decode(value, {stream: value !== undefined});
      if (value) continue;
      const parsed: unknown = JSON.parse(text);
      if (isShallow(parsed, deepestNesting)) return parsed;
    } catch {
      // What a parser says quotes the text.
    }
    throw refuse();
  }
}

/**
 * Reads an answer of the account service whose result passes the check.
 * Throws `AccountError` for refusals, and for what is no answer of the service.
 */
export async function readAnswer<T>(response: Response, check: Check<T>): Promise<Answer<T>> {
  const {status, ok, headers} = response;
  const known: AccountErrorDetails = {
    status,
    requestId: ifId(headers.get('x-jdcloud-request-id')),
    retryAfter: retryAfterSeconds(headers.get('retry-after')),
  };
  const body = await readJson(response).catch((error: unknown) => {
    throw new AccountError(isAccountError(error, 'NETWORK') ? 'NETWORK' : reasonOfStatus(status), known);
  });
  if (isObject(body) && isText(body.requestId)) {
    const {requestId, result, error} = body;
    if (ok && check(result)) return {status, requestId, result};
    const detail: unknown = !ok && isObject(error) && Array.isArray(error.details) && error.details[0];
    if (isObject(detail) && isText(detail.reason)) {
      const {reason, field, metadata} = detail;
      const {retryAfter, attemptsLeft} = isObject(metadata) ? metadata : {};
      throw new AccountError(isReason(reason) ? reason : 'UNEXPECTED', {
        ...known,
        field: ifId(field),
        retryAfter: ifCount(retryAfter) ?? known.retryAfter,
        attemptsLeft: ifCount(attemptsLeft),
      });
    }
  }
  throw new AccountError(reasonOfStatus(status), known);
}

/** What an answer means whose body does not say it: a gateway or a proxy stands between. */
const reasonOfStatus = (status: number): Reason =>
  status === 401
    ? 'UNAUTHENTICATED'
    : status === 429
      ? 'RATE_LIMITED'
      : status >= 500 && status < 600
        ? 'UNAVAILABLE'
        : 'PROTOCOL';

const isReason = (name: unknown): name is (typeof reasons)[number] => (reasons as readonly unknown[]).includes(name);

const ifId = (value: unknown): string | undefined => (isId(value) ? value : undefined);

const ifCount = (value: unknown): number | undefined => (isCount(value) ? value : undefined);

const isShallow = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((member) => isShallow(member, levels - 1)));
