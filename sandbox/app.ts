import {randomBytes} from 'node:crypto';
import type {HttpBindings} from '@hono/node-server';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import {Hono} from 'hono';
import type {Door} from './http/door.ts';
import type {Database} from './store/db.ts';

/** The environment of Hono on Node: the request and the response as Node gives them. */
export interface Environment {
  Bindings: HttpBindings;
}

/** What the app is made of. */
export interface AppOptions {
  readonly door: Door;
  readonly database: Database;
  /** Everything under `/sandbox`; absent where there is none. */
  readonly sandbox: Hono | undefined;
  /** On every answer, unless a part of the service set its own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly isStopping: () => boolean;
}

/** Puts the parts of the service behind one address: `/healthz`, `/sandbox`, and the contract for all the rest. */
export function createApp({door, database, sandbox, headers, isStopping}: AppOptions): Hono<Environment> {
  const app = new Hono<Environment>();
  app.use(async (context, next) => {
    await next();
    if (context.res === RESPONSE_ALREADY_SENT) return;
    const missing = {
      ...headers,
      'x-jdcloud-request-id': randomBytes(10).toString('hex'),
      'x-jdcloud-date': new Date().toISOString(),
    };
    for (const [name, value] of Object.entries(missing)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  });
  app.onError((error, context) => door.fail(context.env, error));
  app.get('/healthz', async (context) => {
    const isHealthy = !isStopping() && (await answers(database));
    return context.json({status: isHealthy ? 'ok' : 'unavailable'}, isHealthy ? 200 : 503);
  });
  if (sandbox !== undefined) {
    // Handed over whole: its own middleware must not see the requests of the contract.
    app.use((context, next) =>
      /^\/sandbox(?:[/:]|$)/.test(context.req.path)
        ? Promise.resolve(sandbox.fetch(context.req.raw, context.env))
        : next().then(() => undefined),
    );
  }
  app.all('*', (context) => door.answer(context.env, isStopping));
  return app;
}

async function answers(database: Database): Promise<boolean> {
  try {
    await database.query('SELECT 1');
    return true;
  } catch {
    return false;
  }
}
