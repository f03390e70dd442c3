import {Refusal} from '../domain/refusal.ts';
import type {Db} from '../store/db.ts';

const windowMs = 60_000;

/**
 * Counts a request of `counted` (a session, an access key) in the database, so that the limit holds over all processes.
 * Throws `RATE_LIMITED` with the seconds to the end of the minute when there were more than `perMinute`.
 */
export async function countRequest(db: Db, counted: string, perMinute: number, now: Date): Promise<void> {
  const start = Math.floor(now.getTime() / windowMs) * windowMs;
  const [row] = await db.query<{requests: number}>(
    `INSERT INTO request_counts (counted, window_start, requests) VALUES ($1, $2, 1)
     ON CONFLICT (counted, window_start) DO UPDATE SET requests = request_counts.requests + 1
     RETURNING requests`,
    [counted, new Date(start)],
  );
  if (row !== undefined && row.requests > perMinute) {
    const retryAfter = Math.ceil((start + windowMs - now.getTime()) / 1000);
    throw new Refusal('RATE_LIMITED', {metadata: {retryAfter}});
  }
}

/** Deletes the counts of minutes that are over. */
export async function forgetOldCounts(db: Db, now: Date): Promise<void> {
  await db.query('DELETE FROM request_counts WHERE window_start < $1', [new Date(now.getTime() - 2 * windowMs)]);
}
