import {setTimeout as wait} from 'node:timers/promises';
import type {Clock} from '../domain/clock.ts';
import type {Operation, OperationId, Operations} from '../domain/operation.ts';
import {takeOutcome, type Outcome} from '../domain/outcomes.ts';
import type {PhoneRisk} from '../domain/phone-risk.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Keys, Settings} from '../domain/settings.ts';
import type {Database} from '../store/db.ts';
import {authenticate, type Caller} from './authentication.ts';
import {ClientAddress} from './client-address.ts';
import type {Contract, ContractOperation} from './contract.ts';
import {deliveryOf, type Delivery} from './delivery.ts';
import type {Failures} from './envelope.ts';
import {type Reply} from './envelope.ts';
import {Executor} from './execution.ts';
import {checkRequest} from './input.ts';
import {requireJson} from './media-type.ts';
import {countRequest} from './rate-limit.ts';
import type {WireRequest} from './request.ts';
import {Validation} from './validation.ts';

/** What calls need besides the contract. */
export interface CallOptions {
  readonly operations: Operations;
  readonly database: Database;
  readonly settings: Settings;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly phoneRisk: PhoneRisk;
  /** Requests that one session, and one access key, may make in a minute. */
  readonly requestsPerMinute: {readonly session: number; readonly accessKey: number};
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Plays the outcomes that were ordered by `/sandbox/outcomes`. */
  readonly playsOutcomes: boolean;
  /** Checks every answer against the contract, too. For tests. */
  readonly checksAnswers: boolean;
  /** The machine's clock. Signatures and limits go by it, also where a sandbox's clock was set to another time. */
  readonly machineNow: () => Date;
}

/** How a call went. */
export interface Called {
  readonly reply: Reply;
  readonly replayed: boolean;
  readonly delivery: Delivery;
}

/** The service did not keep its own contract. */
export class ContractBroken extends Error {
  override readonly name = 'ContractBroken';
}

/** Somebody ordered that this connection is closed without an answer. */
export class AnswerDropped extends Error {
  override readonly name = 'AnswerDropped';
}

/** Calls the operations of the contract: reads, authenticates, limits, checks, does. */
export class Calls {
  readonly #options: CallOptions;
  readonly #validation: Validation;
  readonly #failures: Failures;
  readonly #executor: Executor;
  readonly #clientAddress: ClientAddress;

  constructor(contract: Contract, failures: Failures, options: CallOptions) {
    this.#options = options;
    this.#validation = new Validation(contract);
    this.#failures = failures;
    this.#executor = new Executor(options.database, options.clock, options.keys, failures);
    this.#clientAddress = new ClientAddress(options.trustedProxies);
  }

  /**
   * Calls one operation. Tells by `onCaller` who asks, as soon as that is known. Throws a `Refusal` for what is
   * refused before the operation, `AnswerDropped`, and what the store throws.
   */
  async call(
    requestId: string,
    operation: ContractOperation,
    request: WireRequest,
    path: Readonly<Record<string, string>>,
    onCaller: (caller: Caller) => void,
  ): Promise<Called> {
    const {database, keys, clock} = this.#options;
    const machineNow = this.#options.machineNow();
    const body = await readBody(operation, request);
    const now = await clock.now(database);
    const context = {db: database, keys, now, machineNow};
    const caller = await authenticate(context, operation, request, body, onCaller);
    await this.#limit(caller);
    const checked = checkRequest(this.#validation, operation, request, path, body);
    const outcome = await this.#takeOutcome(caller, operation);
    const ordered = await this.#playBefore(requestId, outcome);
    if (ordered !== undefined) return {reply: ordered, replayed: false, delivery: 'usual'};
    const {securityToken, ...rest} = checked;
    const {reply, replayed} = await this.#executor.run({
      requestId,
      operationId: operation.id,
      operation: this.#operation(operation.id),
      ...rest,
      call: {...this.#circumstances(caller, request), ...(securityToken !== undefined && {securityToken})},
    });
    if (this.#options.checksAnswers) this.#check(operation, reply);
    return {reply, replayed, delivery: deliveryOf(outcome)};
  }

  #operation(id: OperationId): Operation<OperationId> {
    const operation = this.#options.operations[id];
    if (operation === undefined) throw new Refusal('NOT_FOUND');
    // The input was checked against the contract of this very operation.
    return operation;
  }

  #circumstances(caller: Caller, request: WireRequest) {
    const {settings, keys, phoneRisk} = this.#options;
    const address = this.#clientAddress.of(request.peer, request.headers('x-forwarded-for'));
    const shared = {settings, keys, phoneRisk, address};
    return caller.kind === 'session'
      ? {...shared, session: caller.session, pageHost: new URL(caller.origin).hostname}
      : {...shared, accessKeyId: caller.accessKeyId, pageHost: ''};
  }

  #limit(caller: Caller): Promise<void> {
    const {database, requestsPerMinute} = this.#options;
    const now = this.#options.machineNow();
    return caller.kind === 'session'
      ? countRequest(database, caller.session.sessionId, requestsPerMinute.session, now)
      : countRequest(database, caller.accessKeyId, requestsPerMinute.accessKey, now);
  }

  async #takeOutcome(caller: Caller, operation: ContractOperation): Promise<Outcome | undefined> {
    const {playsOutcomes, database} = this.#options;
    if (!playsOutcomes || caller.kind !== 'session') return undefined;
    return takeOutcome(database, caller.session.accountId, operation.id);
  }

  /** Plays what comes before the effect; gives the answer when there will be no effect. */
  async #playBefore(requestId: string, outcome: Outcome | undefined): Promise<Reply | undefined> {
    if (outcome === undefined) return undefined;
    if ('delayMs' in outcome) await wait(outcome.delayMs, undefined, {ref: false});
    if ('drop' in outcome && outcome.drop === 'before') throw new AnswerDropped();
    if (!('reason' in outcome)) return undefined;
    const {reason, metadata} = outcome;
    return this.#failures.of(requestId, new Refusal(reason, metadata === undefined ? {} : {metadata}));
  }

  #check(operation: ContractOperation, {status, body, reason}: Reply): void {
    if (reason !== undefined && !operation.reasons.has(reason)) {
      throw new ContractBroken(`${operation.id} must not answer ${reason}`);
    }
    const fault = this.#validation.answer(operation, status, JSON.parse(body));
    if (fault !== undefined) throw new ContractBroken(`${operation.id} answered ${status}: ${fault}`);
  }
}

async function readBody(operation: ContractOperation, request: WireRequest): Promise<Buffer> {
  const isExpected = operation.takesBody || (operation.method !== 'GET' && request.hasBody);
  if (!isExpected) return Buffer.alloc(0);
  requireJson(request);
  return request.body();
}
