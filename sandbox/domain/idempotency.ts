import {timingSafeEqual} from 'node:crypto';
import type {Db} from '../store/db.ts';
import {fingerprint, seal, unseal, type Place} from '../store/vault.ts';
import type {Keys} from './settings.ts';
import {Refusal} from './refusal.ts';

/** Whose key it is, and for what: the same key elsewhere is another key. */
export interface IdempotencyScope {
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly operationId: string;
  readonly key: string;
}

/** An answer as it went out: it is given again byte for byte. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

const keepSeconds = 24 * 60 * 60;
const place = (scope: Buffer): Place => ({table: 'idempotency_records', column: 'answer', row: scope.toString('hex')});

/**
 * The place of one intent in the database. Made of keyed hashes, so that neither the key nor the request can
 * be read back from it.
 */
export class IdempotencyRecord {
  readonly #scope: Buffer;
  readonly #fingerprint: Buffer;
  readonly #keys: Keys;

  /** `request` is the canonical text of method, path and body. */
  constructor(keys: Keys, {accountId, accessKeyId, operationId, key}: IdempotencyScope, request: string) {
    this.#keys = keys;
    this.#scope = fingerprint(
      keys.index,
      'idempotency scope',
      JSON.stringify([accountId, accessKeyId, operationId, key]),
    );
    this.#fingerprint = fingerprint(keys.index, 'idempotency request', request);
  }

  /**
   * Takes the record for this transaction and gives the stored answer, if there is one.
   * Throws `IDEMPOTENCY_IN_FLIGHT` while another request with the key is under way, and `IDEMPOTENCY_KEY_REUSED`
   * when it was another request.
   */
  async take(db: Db, now: Date): Promise<Answer | undefined> {
    const [lock] = await db.query<{taken: boolean}>('SELECT pg_try_advisory_xact_lock($1::bigint) AS taken', [
      this.#scope.readBigInt64BE().toString(),
    ]);
    if (!lock?.taken) throw new Refusal('IDEMPOTENCY_IN_FLIGHT', {metadata: {retryAfter: 1}});
    const [row] = await db.query<{fingerprint: Buffer; answer: Buffer}>(
      'SELECT fingerprint, answer FROM idempotency_records WHERE scope = $1 AND expires_at > $2',
      [this.#scope, now],
    );
    if (row === undefined) return undefined;
    if (!timingSafeEqual(row.fingerprint, this.#fingerprint)) throw new Refusal('IDEMPOTENCY_KEY_REUSED');
    return JSON.parse(unseal(this.#keys.fields, place(this.#scope), row.answer)) as Answer;
  }

  /** Keeps the answer for 24 hours, in the transaction of the effect. */
  async keep(db: Db, answer: Answer, now: Date): Promise<void> {
    await db.query(
      `INSERT INTO idempotency_records (scope, fingerprint, answer, expires_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (scope) DO UPDATE
         SET fingerprint = excluded.fingerprint, answer = excluded.answer, expires_at = excluded.expires_at`,
      [
        this.#scope,
        this.#fingerprint,
        seal(this.#keys.fields, place(this.#scope), JSON.stringify(answer)),
        new Date(now.getTime() + keepSeconds * 1000),
      ],
    );
  }
}

/** Deletes the records whose 24 hours are over. */
export async function forgetOldRecords(db: Db, now: Date): Promise<void> {
  await db.query('DELETE FROM idempotency_records WHERE expires_at < $1', [now]);
}
