import {readFileSync} from 'node:fs';
import {Hono, type Context} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {parseJson} from '../http/json.ts';
import {isLocalHost} from '../http/local-host.ts';
import {findAccount} from '../domain/account.ts';
import {advanceClock, resetClock, sandboxClock, setClock} from '../domain/clock.ts';
import {newId} from '../domain/identifier.ts';
import {orderOutcome} from '../domain/outcomes.ts';
import {Refusal} from '../domain/refusal.ts';
import {checkPhone} from '../domain/phone-number.ts';
import type {Keys, Settings} from '../domain/settings.ts';
import {inboxPage} from '../outbox/inbox-page.ts';
import {describeMessage, readInbox} from '../outbox/inbox.ts';
import type {Database} from '../store/db.ts';
import {catalogue} from './catalogue.ts';
import {checkClockRequest, checkOutcomeRequest, checkReset, checkSampleOrder, InvalidRequest} from './requests.ts';
import {resetSandbox} from './reset.ts';
import {createSampleAccount, readSampleAccount, tieMagicNumbers} from './sample-account.ts';

const pagePolicy =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

const requestId = (): string => newId('rq').slice(3);

const success = (context: Context, result: object) => context.json({requestId: requestId(), result});

const failure = (
  context: Context,
  code: 400 | 404 | 413 | 415 | 421 | 500,
  refusal: {status: string; reason: string; message: string; field?: string | undefined},
) => {
  const {status, reason, message, field} = refusal;
  const details = [{reason, ...(field !== undefined && {field})}];
  return context.json({requestId: requestId(), error: {code, status, message, details}}, code);
};

const notFound = (context: Context) =>
  failure(context, 404, {status: 'NOT_FOUND', reason: 'NOT_FOUND', message: 'not found'});

const jsonBody = async (context: Context): Promise<unknown> => {
  // Other pages can make a browser send text or a form to this machine, but not JSON.
  const media = context.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(media)) throw new InvalidRequest('content-type must be application/json');
  return parseJson(Buffer.from(await context.req.arrayBuffer()));
};

const inboxQuery = (context: Context): {accountId: string | undefined; limit: number} => {
  const accountId = context.req.query('accountId')?.trim();
  const limit = Number(context.req.query('limit') ?? '50');
  if (accountId && !/^\d{12}$/.test(accountId)) throw new InvalidRequest('accountId must be 12 digits', 'accountId');
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) {
    throw new InvalidRequest('limit must be a whole number from 1 to 500', 'limit');
  }
  return {accountId: accountId === '' ? undefined : accountId, limit};
};

const isMobile = (phone: string, {phoneRegions}: Settings): boolean => {
  try {
    checkPhone(phone, phoneRegions);
    return true;
  } catch {
    return false;
  }
};

const wantsPage = (context: Context): boolean => /\btext\/html\b/.test(context.req.header('accept') ?? '');

const languageOf = (context: Context): 'en' | 'zh-CN' => {
  const wanted = context.req.query('lang') ?? context.req.header('accept-language') ?? '';
  return /^zh\b/i.test(wanted) ? 'zh-CN' : 'en';
};

/** What the sandbox's own routes work with. */
export interface SandboxParts {
  readonly database: Database;
  readonly keys: Keys;
  readonly settings: Settings;
}

/**
 * The sandbox's own routes, under `/sandbox`: accounts from personas, the inbox, the clock, ordered outcomes, reset.
 * Without authentication: mount them on machines of developers and tests only. A `Host` that does not name this machine
 * gets 421 `HOST_NOT_ALLOWED`.
 */
export function sandboxRoutes({database, keys, settings}: SandboxParts): Hono {
  const stylesheet = readFileSync(new URL('../outbox/inbox.css', import.meta.url), 'utf8');
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
  });
  app.use((context, next) =>
    isLocalHost(context.req.header('host'))
      ? next().then(() => undefined)
      : Promise.resolve(
          failure(context, 421, {
            status: 'HTTP_FORBIDDEN',
            reason: 'HOST_NOT_ALLOWED',
            message: 'ask localhost, 127.0.0.1 or [::1]',
          }),
        ),
  );
  // Not for preflights, which it cannot read: they are to be answered like all that does not exist.
  app.on(
    ['POST', 'PUT'],
    '*',
    bodyLimit({
      maxSize: 64 * 1024,
      onError: (context) =>
        failure(context, 413, {status: 'OUT_OF_RANGE', reason: 'BODY_TOO_LARGE', message: 'more than 65536 bytes'}),
    }),
  );
  app.onError((error, context) => {
    const invalid = {status: 'INVALID_ARGUMENT', reason: 'REQUEST_INVALID'};
    if (error instanceof InvalidRequest) {
      return failure(context, 400, {...invalid, message: error.message, field: error.field});
    }
    if (error instanceof Refusal) return failure(context, 400, {...invalid, message: 'the body is not JSON'});
    throw error;
  });
  app.notFound(notFound);

  app.get('/sandbox/personas', async (context) => success(context, await catalogue(database, keys)));

  app.post('/sandbox/accounts', async (context) => {
    const order = checkSampleOrder(await jsonBody(context));
    if (order.phone !== undefined && !isMobile(order.phone, settings)) {
      throw new InvalidRequest('phone must be a mobile number of a region that is served', 'phone');
    }
    const account = await database.transaction(async (db) => {
      const now = await sandboxClock.now(db);
      await tieMagicNumbers(db, keys, now);
      return readSampleAccount(db, keys, await createSampleAccount(db, {keys, settings, now}, order));
    });
    return success(context, account ?? {});
  });

  app.get('/sandbox/accounts/:accountId', async (context) => {
    const account = await readSampleAccount(database, keys, context.req.param('accountId'));
    return account ? success(context, account) : notFound(context);
  });

  app.get('/sandbox/inbox', async (context) => {
    const query = inboxQuery(context);
    const messages = await readInbox(database, keys, query);
    context.header('vary', 'accept, accept-language');
    if (!wantsPage(context)) return success(context, {messages: messages.map(describeMessage)});
    context.header('content-security-policy', pagePolicy);
    return context.html(inboxPage(messages, {language: languageOf(context), accountId: query.accountId}));
  });

  app.get('/sandbox/inbox.css', (context) =>
    context.body(stylesheet, 200, {'content-type': 'text/css; charset=utf-8'}),
  );

  app.get('/sandbox/clock', async (context) => success(context, {now: await sandboxClock.now(database)}));

  app.put('/sandbox/clock', async (context) => {
    const order = checkClockRequest(await jsonBody(context));
    if ('now' in order) {
      const now = new Date(order.now);
      if (Number.isNaN(now.getTime())) throw new InvalidRequest('now must be a date and time', 'now');
      await setClock(database, now, order.frozen);
    } else if ('advanceSeconds' in order) {
      await advanceClock(database, order.advanceSeconds);
    } else {
      await resetClock(database);
    }
    return success(context, {now: await sandboxClock.now(database)});
  });

  app.post('/sandbox/outcomes', async (context) => {
    const {times = 1, ...order} = checkOutcomeRequest(await jsonBody(context));
    if (!(await findAccount(database, order.accountId))) return notFound(context);
    await orderOutcome(database, {...order, times});
    return success(context, {});
  });

  app.post('/sandbox:reset', async (context) => {
    checkReset(await jsonBody(context));
    await database.transaction(async (db) => {
      await resetSandbox(db);
      await tieMagicNumbers(db, keys, new Date());
    });
    return success(context, {});
  });

  return app;
}
