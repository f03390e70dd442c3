import type {MiddlewareHandler} from 'hono';

/**
 * Refuses a request that changes something unless the portal's own pages sent it. `SameSite` alone is not enough:
 * other ports of one host are the same site.
 */
export function sameOrigin(origin: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const site = c.req.header('sec-fetch-site');
    const sender = c.req.header('origin');
    const trusted = sender === origin && (site === undefined || site === 'same-origin');
    return trusted ? next() : c.json({error: 'CROSS_ORIGIN'}, 403);
  };
}

/**
 * Answers under the portal's own name only, so that no other name that points to this machine reads its answers
 * (DNS rebinding). A page that was asked for under another name is shown under the right one.
 */
export function ownHost(origin: string): MiddlewareHandler {
  const {host, port} = new URL(origin);
  const loopback = port ? `127.0.0.1:${port}` : '127.0.0.1';
  return async (c, next) => {
    const asked = c.req.header('host');
    if (asked === host) return next();
    if (asked === loopback && c.req.method === 'GET') {
      // Set, not resolved: a path that begins with two slashes would name another host.
      const here = new URL(origin);
      here.pathname = c.req.path;
      here.search = new URL(c.req.url).search;
      return c.redirect(here.href);
    }
    return c.json({error: 'OTHER_HOST'}, 421);
  };
}
