import {IdempotencyRecord} from '../domain/idempotency.ts';
import type {Call, Input, Operation, OperationId} from '../domain/operation.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Keys} from '../domain/settings.ts';
import {isLive} from '../domain/session.ts';
import type {Database, Db} from '../store/db.ts';
import type {Clock} from '../domain/clock.ts';
import {replay, success, type Failures, type Reply} from './envelope.ts';

/** One call that may go ahead: who asks is known, and the request is of the contract's form. */
export interface Execution {
  readonly requestId: string;
  readonly operationId: OperationId;
  readonly operation: Operation<OperationId>;
  readonly input: Input<OperationId>;
  readonly call: Omit<Call, 'db' | 'now'>;
  /** Present for operations that take an `Idempotency-Key`. */
  readonly idempotency: {readonly key: string; readonly request: string} | undefined;
}

/** The answer, and whether it is one that was given before. */
export interface Executed {
  readonly reply: Reply;
  readonly replayed: boolean;
}

/**
 * Does an operation in one transaction with its idempotency record: after a crash there is either both or
 * nothing. Results and refusals are recorded; not "too many" and not failures of the service, after which
 * nothing has changed and the same request is worth sending again.
 */
export class Executor {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #keys: Keys;
  readonly #failures: Failures;

  constructor(database: Database, clock: Clock, keys: Keys, failures: Failures) {
    this.#database = database;
    this.#clock = clock;
    this.#keys = keys;
    this.#failures = failures;
  }

  /** Throws what the operation throws but refusals, which are answers. */
  run(execution: Execution): Promise<Executed> {
    const {session} = execution.call;
    return this.#database.transaction(async (db) => {
      const now = await this.#clock.now(db);
      // It may have ended while this request waited for its turn.
      if (session?.sessionId && !(await isLive(db, session.sessionId, now))) throw new Refusal('UNAUTHENTICATED');
      const record = this.#recordOf(execution);
      const known = await record?.take(db, now);
      if (known !== undefined) return {reply: replay(known), replayed: true};
      const reply = await this.#perform(db, now, execution);
      if (reply.status < 500 && reply.status !== 429)
        await record?.keep(db, {status: reply.status, body: reply.body}, now);
      return {reply, replayed: false};
    });
  }

  async #perform(outer: Db, now: Date, {requestId, operation, input, call}: Execution): Promise<Reply> {
    try {
      const outcome = await outer.transaction(async (db) => {
        try {
          return {result: await operation({...call, db, now}, input)};
        } catch (error) {
          // Leaving without a throw keeps what was written.
          if (error instanceof Refusal && error.keepsEffect) return {refusal: error};
          throw error;
        }
      });
      return 'refusal' in outcome ? this.#failures.of(requestId, outcome.refusal) : success(requestId, outcome.result);
    } catch (error) {
      if (error instanceof Refusal) return this.#failures.of(requestId, error);
      throw error;
    }
  }

  #recordOf({idempotency, call, operationId}: Execution): IdempotencyRecord | undefined {
    if (idempotency === undefined || call.session === undefined) return undefined;
    const {accountId, accessKeyId} = call.session;
    return new IdempotencyRecord(
      this.#keys,
      {accountId, accessKeyId, operationId, key: idempotency.key},
      idempotency.request,
    );
  }
}
