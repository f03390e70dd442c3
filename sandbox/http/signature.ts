import {createHash, createHmac, timingSafeEqual} from 'node:crypto';

/** The name of JD Cloud's request signature. */
export const algorithm = 'JDCLOUD2-HMAC-SHA256';

/** What is signed of a request. */
export interface SignedRequest {
  readonly method: string;
  /** Escaped, as it is sent. */
  readonly path: string;
  readonly query: string;
  /** Every value of a header, by its name in lower case. */
  headers(name: string): readonly string[];
}

/** What an `Authorization` header of this algorithm says. */
export interface Signature {
  readonly accessKeyId: string;
  /** `<date>/<region>/<service>/jdcloud2_request`; any region and service will do. */
  readonly scope: string;
  readonly signedHeaders: readonly string[];
  /** In lower-case hex. */
  readonly signature: string;
}

const header = new RegExp(
  `^${algorithm} Credential=([\\w-]{1,128})/(\\d{8}/[\\w.-]{1,64}/[\\w.-]{1,64}/jdcloud2_request), ?SignedHeaders=([a-z0-9;-]{1,1024}), ?Signature=([0-9a-f]{64})$`,
);

/** Reads an `Authorization` header; `undefined` when it is none of this algorithm. */
export function parseSignature(authorization: string): Signature | undefined {
  const [, accessKeyId, scope, signedHeaders, signature] = header.exec(authorization) ?? [];
  if (accessKeyId === undefined || scope === undefined || signedHeaders === undefined || signature === undefined) {
    return undefined;
  }
  return {accessKeyId, scope, signedHeaders: signedHeaders.split(';'), signature};
}

// Without these in the signature, a recorded request could be sent to another host, at another time, or twice.
const mustBeSigned = ['host', 'x-jdcloud-date', 'x-jdcloud-nonce'];

/**
 * True when `signature` was made of this request and body with the secret. JD Cloud's SDKs differ in how they
 * write a query (Node: sorted and escaped anew; Go: as it is sent), so both forms are accepted.
 */
export function isSignedWith(secret: string, signature: Signature, request: SignedRequest, body: Buffer): boolean {
  if (!mustBeSigned.every((name) => signature.signedHeaders.includes(name))) return false;
  const queries = new Set([request.query, sortedQuery(request.query)]);
  // Every form is tried, so that the time does not tell which one was near.
  return [...queries].map((query) => matches(secret, signature, request, query, body)).includes(true);
}

/** The signature of a request, in hex, as a caller makes it. The query is signed as it stands in `request`. */
export function sign(
  secret: string,
  {scope, signedHeaders}: Pick<Signature, 'scope' | 'signedHeaders'>,
  request: SignedRequest,
  body: Buffer,
): string {
  return signatureOf(secret, scope, signedHeaders, request, request.query, body).toString('hex');
}

function matches(secret: string, signature: Signature, request: SignedRequest, query: string, body: Buffer): boolean {
  const expected = signatureOf(secret, signature.scope, signature.signedHeaders, request, query, body);
  return timingSafeEqual(expected, Buffer.from(signature.signature, 'hex'));
}

function signatureOf(
  secret: string,
  scope: string,
  signedHeaders: readonly string[],
  request: SignedRequest,
  query: string,
  body: Buffer,
): Buffer {
  const canonicalHeaders = signedHeaders.map(
    (name) => `${name}:${request.headers(name).join(',').trim().replaceAll(/\s+/g, ' ')}\n`,
  );
  const canonicalRequest = [
    request.method,
    request.path,
    query,
    canonicalHeaders.join(''),
    signedHeaders.join(';'),
    sha256(body),
  ].join('\n');
  const date = request.headers('x-jdcloud-date')[0] ?? '';
  const text = [algorithm, date, scope, sha256(Buffer.from(canonicalRequest))].join('\n');
  const key = scope
    .split('/')
    .reduce<Buffer | string>((secretSoFar, part) => hmac(secretSoFar, part), `JDCLOUD2${secret}`);
  return hmac(key, text);
}

/** Sorted by name, then by value; escaped as RFC 3986 wants it, a space as %20. */
function sortedQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .map(([name, value]) => ({name, pair: `${escape(name)}=${escape(value)}`}))
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.pair, b.pair))
    .map(({pair}) => pair)
    .join('&');
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const escape = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

/** The moment that `x-jdcloud-date` (`YYYYMMDDTHHmmssZ`) names; `undefined` when it is not of that form. */
export function parseSignatureDate(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  if (second === undefined) return undefined;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** A moment as `x-jdcloud-date` writes it. */
export function formatSignatureDate(date: Date): string {
  return date.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}
