import type {Db} from '../store/db.ts';
import type {Metadata, Reason} from './refusal.ts';

/** What a test ordered instead of the usual answer. */
export type Outcome =
  /** Refuses with this reason, without any effect. */
  | {readonly reason: Reason; readonly metadata?: NonNullable<Metadata>}
  /** Answers as usual, after so many milliseconds. */
  | {readonly delayMs: number}
  /** Closes the connection without an answer, before or after the effect. */
  | {readonly drop: 'before' | 'after'}
  /** Has the effect and answers with something that is not the contract's JSON. */
  | {readonly body: 'garbage' | 'html'}
  /** Has the effect and starts an answer that never ends. */
  | {readonly stall: true};

/** Orders `outcome` for the next `times` calls of an operation by an account. Orders are served in their order. */
export async function orderOutcome(
  db: Db,
  order: {accountId: string; operationId: string; outcome: Outcome; times: number},
): Promise<void> {
  await db.query(
    'INSERT INTO sandbox_outcomes (account_id, operation_id, outcome, times_left) VALUES ($1, $2, $3, $4)',
    [order.accountId, order.operationId, JSON.stringify(order.outcome), order.times],
  );
}

/** Takes the outcome that was ordered for this call, if any. Parallel calls never take the same one twice. */
export async function takeOutcome(db: Db, accountId: string, operationId: string): Promise<Outcome | undefined> {
  const [row] = await db.query<{outcome: string}>(
    `UPDATE sandbox_outcomes SET times_left = times_left - 1
     WHERE outcome_id = (
       SELECT outcome_id FROM sandbox_outcomes
       WHERE account_id = $1 AND operation_id = $2 AND times_left > 0
       ORDER BY outcome_id LIMIT 1 FOR UPDATE
     ) AND times_left > 0
     RETURNING outcome`,
    [accountId, operationId],
  );
  return row && (JSON.parse(row.outcome) as Outcome);
}
