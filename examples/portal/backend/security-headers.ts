import type {MiddlewareHandler} from 'hono';

/** The page's Content-Security-Policy: only own files, no `unsafe-…`, and no string ever becomes script. */
export function contentSecurityPolicy(accountEndpoint: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${new URL(accountEndpoint).origin}`,
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The one policy that Lit creates for its static templates.
    'trusted-types lit-html',
    'report-uri /csp-reports',
  ].join('; ');
}

/** Sets the headers that every answer of the portal carries. */
export function securityHeaders(accountEndpoint: string): MiddlewareHandler {
  const policy = contentSecurityPolicy(accountEndpoint);
  return async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('X-Frame-Options', 'DENY');
    c.header('Referrer-Policy', 'same-origin');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  };
}
