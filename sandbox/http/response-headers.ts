// A page of the sandbox may have a content security policy of its own.
const always = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  vary: 'Origin',
  'x-content-type-options': 'nosniff',
};

/** What is on every answer of the service. In production it is reached by HTTPS only, and says so. */
export function responseHeaders({isProduction}: {isProduction: boolean}): Readonly<Record<string, string>> {
  return isProduction ? {...always, 'strict-transport-security': 'max-age=31536000; includeSubDomains'} : always;
}
