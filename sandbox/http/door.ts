import {randomBytes} from 'node:crypto';
import type {HttpBindings} from '@hono/node-server';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import {Refusal} from '../domain/refusal.ts';
import {Unavailable} from '../store/unavailable.ts';
import type {Caller} from './authentication.ts';
import {AnswerDropped, Calls, ContractBroken, type CallOptions} from './calls.ts';
import type {Contract} from './contract.ts';
import {CrossOrigin, preflightFor, readableBy} from './cross-origin.ts';
import {deliver, type Delivery} from './delivery.ts';
import {Failures, type Reply} from './envelope.ts';
import type {RequestEntry, ServiceLog} from './log.ts';
import {ClientGone, WireRequest} from './request.ts';
import {Router} from './router.ts';
import {InvalidRequest} from './validation.ts';

/** Seconds after which to ask again when the service cannot answer. */
export const unavailableFor = 5;

/** What is known of a request while it is worked on. */
interface Exchange {
  readonly request: WireRequest;
  readonly entry: RequestEntry;
  readonly headers: Record<string, string>;
  now: Date;
  delivery: Delivery;
  scheme: 'Bearer' | 'JDCLOUD2-HMAC-SHA256';
  /** The origin that may read the answer, once a session said so; null: none may. */
  reader?: string | null;
}

/** Answers every request of the contract, and every other with a refusal of the contract. */
export class Door {
  readonly #options: CallOptions;
  readonly #router: Router;
  readonly #failures: Failures;
  readonly #calls: Calls;
  readonly #log: ServiceLog;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #crossOrigin = new CrossOrigin();

  /** `headers` are on every answer. */
  constructor(contract: Contract, log: ServiceLog, headers: Readonly<Record<string, string>>, options: CallOptions) {
    this.#options = options;
    this.#log = log;
    this.#headers = headers;
    // What is not implemented does not exist.
    this.#router = new Router(contract.operations.filter(({id}) => options.operations[id] !== undefined));
    this.#failures = new Failures(contract.reasons);
    this.#calls = new Calls(contract, this.#failures, options);
  }

  /** Answers one request; with `UNAVAILABLE` when the service was stopping already. */
  answer(bindings: HttpBindings, isStopping: () => boolean): Promise<Response> {
    return this.#answer(bindings, isStopping, (requestId, exchange) => this.#reply(requestId, exchange));
  }

  /** Answers a request of another part of the service that failed with `error`. */
  fail(bindings: HttpBindings, error: Error): Promise<Response> {
    return this.#answer(
      bindings,
      () => false,
      () => Promise.reject(error),
    );
  }

  async #answer(
    bindings: HttpBindings,
    isStopping: () => boolean,
    work: (requestId: string, exchange: Exchange) => Promise<Reply | undefined>,
  ): Promise<Response> {
    const started = performance.now();
    const request = new WireRequest(bindings.incoming);
    const requestId = randomBytes(10).toString('hex');
    const exchange: Exchange = {
      request,
      entry: {requestId, method: request.method},
      headers: {'content-type': 'application/json'},
      now: new Date(),
      delivery: 'usual',
      scheme: 'Bearer',
    };
    let reply: Reply | undefined;
    try {
      if (isStopping()) throw new Unavailable();
      exchange.now = await this.#options.clock.now(this.#options.database);
      reply = await work(requestId, exchange);
    } catch (error) {
      if (error instanceof ClientGone) return RESPONSE_ALREADY_SENT;
      if (error instanceof AnswerDropped) exchange.delivery = 'drop';
      reply = this.#failure(requestId, error);
    }
    const closes = isStopping() || reply?.reason === 'BODY_TOO_LARGE';
    const headers = {
      ...this.#headers,
      ...exchange.headers,
      ...(closes && {connection: 'close'}),
      ...(reply !== undefined && (await this.#readable(exchange))),
      ...(reply?.status === 401 && {'www-authenticate': exchange.scheme}),
      ...(reply?.retryAfter !== undefined && {'retry-after': String(reply.retryAfter)}),
      'x-jdcloud-request-id': reply?.requestId ?? requestId,
      'x-jdcloud-date': exchange.now.toISOString(),
    };
    this.#log.request({
      ...exchange.entry,
      requestId: reply?.requestId ?? requestId,
      status: reply?.status ?? 204,
      reason: reply?.reason,
      ms: Math.round(performance.now() - started),
    });
    if (reply === undefined) return new Response(null, {status: 204, headers});
    return deliver(exchange.delivery, bindings, reply.status, headers, reply.body);
  }

  /** The answer; `undefined` for a preflight, whose answer is in its headers. */
  async #reply(requestId: string, exchange: Exchange): Promise<Reply | undefined> {
    const {request, entry, headers} = exchange;
    const found = this.#router.find(request.method, request.path);
    if (found.kind === 'nothing') throw new Refusal('NOT_FOUND');
    if (found.kind === 'otherMethods') {
      entry.route = found.template;
      headers.allow = found.allow.join(', ');
      if (request.method !== 'OPTIONS') throw new Refusal('METHOD_NOT_ALLOWED');
      const [origin] = request.headers('origin');
      if (origin !== undefined && (await this.#knows(origin, exchange))) {
        Object.assign(headers, preflightFor(origin, found.allow));
      }
      return undefined;
    }
    const {operation, path} = found;
    entry.route = operation.template;
    if (!operation.schemes.has('clientSecret')) exchange.scheme = 'JDCLOUD2-HMAC-SHA256';
    const called = await this.#calls.call(requestId, operation, request, path, (caller) =>
      this.#note(caller, exchange),
    );
    exchange.delivery = called.delivery;
    if (called.replayed) entry.replayed = true;
    return called.reply;
  }

  #failure(requestId: string, error: unknown): Reply {
    if (error instanceof InvalidRequest) return this.#failures.of(requestId, error, error.explanation);
    if (error instanceof Refusal) return this.#failures.of(requestId, error);
    if (error instanceof Unavailable) {
      this.#log.failure('unavailable', error, requestId);
      return this.#failures.of(requestId, new Refusal('UNAVAILABLE', {metadata: {retryAfter: unavailableFor}}));
    }
    if (!(error instanceof AnswerDropped)) this.#log.failure('internal error', error, requestId);
    if (error instanceof ContractBroken) this.#log.info(error.message);
    return this.#failures.of(requestId, new Refusal('INTERNAL'));
  }

  async #readable(exchange: Exchange): Promise<Record<string, string>> {
    const {reader, request} = exchange;
    if (reader !== undefined) return reader === null ? {} : readableBy(reader);
    const [origin] = request.headers('origin');
    return origin !== undefined && (await this.#knows(origin, exchange)) ? readableBy(origin) : {};
  }

  #knows(origin: string, {now}: Exchange): Promise<boolean> {
    return this.#crossOrigin.knows(this.#options.database, origin, now);
  }

  #note(caller: Caller, exchange: Exchange): void {
    const {entry} = exchange;
    if (caller.kind === 'partner') {
      entry.accessKeyId = caller.accessKeyId;
      exchange.reader = null;
      return;
    }
    const {session, origin} = caller;
    entry.accountId = session.accountId;
    entry.accessKeyId = session.accessKeyId;
    exchange.reader = session.allowedOrigins.includes(origin) ? origin : null;
    if (exchange.reader !== null) this.#crossOrigin.remember(exchange.reader);
  }
}
