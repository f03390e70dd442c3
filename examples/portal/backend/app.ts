import {Hono, type Context} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {deleteCookie, getCookie, setCookie} from 'hono/cookie';
import type {Asset} from './assets.ts';
import type {Kit} from './kit.ts';
import {isLanguage, isTheme, languageCookie, preferencesOf, renderPage, texts, themeCookie} from './pages.ts';
import type {SampleAccounts} from './sample-accounts.ts';
import {ownHost, sameOrigin} from './same-origin.ts';
import {securityHeaders} from './security-headers.ts';
import type {ComponentSessions} from './session.ts';
import {visitIdOf, type Visitor, type Visitors} from './visitors.ts';

/** What the portal's routes work with. */
export interface PortalParts {
  /** Where browsers find the portal, for example `http://localhost:8080`. */
  readonly origin: string;
  readonly accountEndpoint: string;
  readonly sessions: ComponentSessions;
  readonly sampleAccounts: SampleAccounts;
  readonly visitors: Visitors;
  readonly kit: Kit;
  /** Own scripts, styles and pictures. */
  readonly publicFiles: ReadonlyMap<string, Asset>;
  /** Own pages, to be filled. */
  readonly pages: ReadonlyMap<string, Asset>;
  /** Is told of everything that the Content-Security-Policy stopped. */
  readonly onViolation: (violation: unknown) => void;
}

const sessionCookie = 'portal-session';
const year = 31_536_000;

/** Makes the portal's routes. */
export function portalApp(parts: PortalParts): Hono {
  const {origin, visitors, sampleAccounts, sessions} = parts;
  const app = new Hono();
  const cookieOptions = {httpOnly: true, sameSite: 'Strict', path: '/', secure: origin.startsWith('https:')} as const;
  const visitorOf = (c: Context): Visitor | undefined => visitors.find(getCookie(c, sessionCookie));
  const leave = (c: Context): Promise<void> => visitors.logout(getCookie(c, sessionCookie));

  app.use(ownHost(origin), securityHeaders(parts.accountEndpoint), bodyLimit({maxSize: 16_384}));

  app.use(sameOrigin(origin));

  app.post('/csp-reports', async (c) => {
    parts.onViolation(await c.req.json().catch(() => ({})));
    return c.body(null, 204);
  });

  const decoder = new TextDecoder();
  const page = (c: Context, name: string, visitor?: Visitor) =>
    c.html(
      renderPage(decoder.decode(parts.pages.get(name)?.body), preferencesOf(c), {
        accountEndpoint: parts.accountEndpoint,
        accountId: visitor?.accountId ?? '',
        loginName: visitor?.loginName ?? '',
        persona: visitor?.persona ?? '',
      }).replace('<!-- account-kit -->', parts.kit.tag),
    );

  app.get('/', (c) => (visitorOf(c) ? c.redirect('/security') : page(c, 'login.html')));

  app.get('/security', (c) => {
    const visitor = visitorOf(c);
    return visitor ? page(c, 'security.html', visitor) : c.redirect('/');
  });

  app.put('/preferences', async (c) => {
    const {language, theme} = await members(c);
    const options = {...cookieOptions, maxAge: year};
    if (isLanguage(language)) setCookie(c, languageCookie, language, options);
    if (isTheme(theme)) setCookie(c, themeCookie, theme, options);
    return c.body(null, 204);
  });

  app.get('/texts/:language', (c) => {
    const language = c.req.param('language');
    return isLanguage(language) ? c.json(texts[language]) : c.json({error: 'NOT_FOUND'}, 404);
  });

  app.get('/sample-data', async (c) => c.json(await sampleAccounts.list()));

  app.post('/login', async (c) => {
    const {persona, language} = await members(c);
    if (typeof persona !== 'string' || !isLanguage(language)) return c.json({error: 'REQUEST_INVALID'}, 400);
    const account = await sampleAccounts.create(persona, language);
    if (!account) return c.json({error: 'PERSONA_UNKNOWN'}, 400);
    const {accountId, loginName} = account;
    await leave(c);
    const id = visitors.login({accountId, loginName, persona});
    setCookie(c, sessionCookie, id, cookieOptions);
    return c.body(null, 204);
  });

  app.post('/logout', async (c) => {
    await leave(c);
    deleteCookie(c, sessionCookie, cookieOptions);
    return c.body(null, 204);
  });

  app.get('/messages', async (c) => {
    const visitor = visitorOf(c);
    if (!visitor) return c.json({error: 'LOGGED_OUT'}, 401);
    return c.json({messages: await sampleAccounts.messages(visitor.accountId)});
  });

  // What `session-url` of `<account-provider>` points to.
  app.post('/account-session', async (c) => {
    const login = getCookie(c, sessionCookie);
    const visitor = visitors.find(login);
    if (!visitor || !login) return c.json({error: 'LOGGED_OUT'}, 401);
    const session = await sessions.mint({accountId: visitor.accountId, visitId: visitIdOf(login)});
    if (!(await visitors.keepSession(login, session.sessionId))) return c.json({error: 'LOGGED_OUT'}, 401);
    const {clientSecret, expiresAt, now} = session;
    return c.json({clientSecret, expiresAt, now});
  });

  app.get(`${parts.kit.path}*`, (c) => {
    const asset = parts.kit.files.get(c.req.path.slice(parts.kit.path.length));
    return asset ? file(c, asset, `public, max-age=${String(year)}, immutable`) : c.json({error: 'NOT_FOUND'}, 404);
  });

  app.get('/*', (c) => {
    const asset = parts.publicFiles.get(c.req.path.slice(1));
    return asset ? file(c, asset, 'no-cache') : c.json({error: 'NOT_FOUND'}, 404);
  });

  app.onError((error, c) => {
    console.error(`portal: ${error.message}`);
    return c.json({error: 'UNAVAILABLE'}, 502);
  });

  return app;
}

async function members(c: Context): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

function file(c: Context, {body, type, integrity}: Asset, caching: string): Response {
  const etag = `"${integrity}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', caching);
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  return c.body(body, 200, {'Content-Type': type});
}
