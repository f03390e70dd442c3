import {createAdaptorServer} from '@hono/node-server';
import type {Hono} from 'hono';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import {portalApp} from './backend/app.ts';
import {readAssets} from './backend/assets.ts';
import {prepareKit} from './backend/kit.ts';
import {SampleAccounts} from './backend/sample-accounts.ts';
import {ComponentSessions} from './backend/session.ts';
import type {AccessKey} from './backend/sign.ts';
import {Visitors} from './backend/visitors.ts';

/** What a portal needs to run. */
export interface PortalConfig {
  /** 0: any free port. */
  readonly port: number;
  /** Where browsers and this backend find the account service. */
  readonly accountEndpoint: string;
  readonly accessKey: AccessKey;
  /** The folder of the built kit; by default this repository's `dist/browser`. */
  readonly kitFolder?: string;
  /** Seconds that a component session lives; the kit renews it. 900 by default. */
  readonly sessionLifetime?: number;
  /** What time it is for the portal's logins, in milliseconds; by default the machine's clock. */
  readonly now?: () => number;
}

/** A portal that listens. */
export interface Portal {
  readonly url: string;
  /** What the Content-Security-Policy stopped, the first 100 of it. */
  readonly violations: readonly unknown[];
  /** Stops listening, and resolves when the last answer has been given. */
  close(): Promise<void>;
}

const mostViolations = 100;
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts the portal on this machine only. Rejects with the listener's error, for example `EADDRINUSE`. */
export async function startPortal(config: PortalConfig): Promise<Portal> {
  const [kitFiles, publicFiles, pages] = await Promise.all([
    readAssets(config.kitFolder ?? here('../../dist/browser')),
    readAssets(here('public')),
    readAssets(here('pages')),
  ]);
  const kit = prepareKit(kitFiles);

  const violations: unknown[] = [];
  const parts = (origin: string) => {
    const sessions = new ComponentSessions({
      endpoint: config.accountEndpoint,
      accessKey: config.accessKey,
      components: ['security-phone-editor'],
      allowedOrigins: [origin],
      expiresIn: config.sessionLifetime ?? 900,
    });
    return portalApp({
      origin,
      accountEndpoint: config.accountEndpoint,
      sessions,
      sampleAccounts: new SampleAccounts(config.accountEndpoint),
      visitors: new Visitors({endSession: (id) => sessions.end(id), ...(config.now && {now: config.now})}),
      kit,
      publicFiles,
      pages,
      onViolation: (violation) => {
        if (violations.length < mostViolations) violations.push(violation);
      },
    });
  };

  // Routes are made when the origin is known, and that is when the port is.
  const routes: {app?: Hono} = {};
  const server = createAdaptorServer({
    fetch: (request, env) => routes.app?.fetch(request, env) ?? new Response(null, {status: 503}),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, '127.0.0.1', resolve);
  });
  const url = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  routes.app = parts(url);

  return {
    url,
    violations,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

/** Reads the configuration from the environment. Throws an error that names everything that is missing or wrong. */
export function configFromEnvironment(env: NodeJS.ProcessEnv): PortalConfig {
  const problems: string[] = [];
  const required = (name: string) => {
    const value = env[name] ?? '';
    if (value === '') problems.push(`${name} is missing.`);
    return value;
  };
  const {PORTAL_PORT = '8080', ACCOUNT_ENDPOINT: accountEndpoint = 'http://localhost:8787'} = env;
  const port = /^\d{1,5}$/.test(PORTAL_PORT) ? Number(PORTAL_PORT) : NaN;
  if (!(port <= 65_535)) problems.push('PORTAL_PORT is not a port.');
  if (!URL.canParse(accountEndpoint)) problems.push('ACCOUNT_ENDPOINT is not an address.');
  const accessKey = {id: required('ACCOUNT_ACCESS_KEY_ID'), secret: required('ACCOUNT_SECRET_ACCESS_KEY')};
  if (problems.length > 0) throw new Error(`The portal cannot start:\n  ${problems.join('\n  ')}`);
  return {port, accountEndpoint, accessKey};
}

if (import.meta.main) {
  try {
    const portal = await startPortal(configFromEnvironment(process.env));
    console.log(`Partner portal: ${portal.url}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void portal.close());
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    console.error(code === 'EADDRINUSE' ? 'The port is taken: choose another one with PORTAL_PORT.' : message);
    process.exitCode = 1;
  }
}
