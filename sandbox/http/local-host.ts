const local = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * True when a `Host` header names this machine: `localhost`, `127.0.0.1` or `[::1]`, with or without a port. A page
 * whose own name was made to point here (DNS rebinding) sends that name, and may not read what needs no secret.
 */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && local.test(host);
}
