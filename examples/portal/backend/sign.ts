import {createHash, createHmac, randomUUID} from 'node:crypto';

/** What JD Cloud gives to a partner. The secret stays on the partner's own machines. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
}

/** What goes into a signature besides the request itself. */
export interface SigningOptions {
  readonly method: string;
  readonly url: URL;
  /** The exact text that will be sent; absent when there is none. */
  readonly body?: string | undefined;
  readonly key: AccessKey;
  /** Must be within 15 minutes of the service's clock. */
  readonly at: Date;
  /** Used once. */
  readonly nonce?: string;
  /** `jdcloud-api` is the region of services that have none. */
  readonly region?: string;
  readonly service?: string;
}

const algorithm = 'JDCLOUD2-HMAC-SHA256';

/**
 * Gives the headers that sign one request by JD Cloud's rule for its OpenAPI (`JDCLOUD2-HMAC-SHA256`).
 * `Host` is signed too: fetch sets it from the URL.
 */
export function sign(options: SigningOptions): Record<string, string> {
  const {method, url, body, key, at, nonce = randomUUID(), region = 'jdcloud-api', service = 'account'} = options;
  const date = at.toISOString().replace(/[:-]|\.\d{3}/g, '');
  const day = date.slice(0, 8);

  const json = 'application/json';
  const headers = {accept: json, 'content-type': json, 'x-jdcloud-date': date, 'x-jdcloud-nonce': nonce};
  const signed = Object.entries({...headers, host: url.host}).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = signed.map(([name]) => name).join(';');

  const canonicalRequest = [
    method,
    url.pathname,
    canonicalQuery(url.searchParams),
    ...signed.map(([name, value]) => `${name}:${value.trim()}`),
    '',
    names,
    sha256(body ?? ''),
  ].join('\n');

  const scope = `${day}/${region}/${service}/jdcloud2_request`;
  const signingKey = [day, region, service, 'jdcloud2_request'].reduce<string | Buffer>(
    (outer, part) => hmac(outer, part),
    `JDCLOUD2${key.secret}`,
  );
  const signature = hmac(signingKey, [algorithm, date, scope, sha256(canonicalRequest)].join('\n')).toString('hex');

  return {
    ...headers,
    authorization: `${algorithm} Credential=${key.id}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .sort()
    .join('&');
}

/** RFC 3986: everything but the unreserved characters. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
