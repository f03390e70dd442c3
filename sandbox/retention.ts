import {forgetOldNonces} from './domain/access-key.ts';
import type {Clock} from './domain/clock.ts';
import {forgetOldCodes} from './domain/forgetting.ts';
import {forgetOldRecords} from './domain/idempotency.ts';
import {forgetOldSessions} from './domain/session.ts';
import type {ServiceLog} from './http/log.ts';
import {forgetOldCounts} from './http/rate-limit.ts';
import type {Database} from './store/db.ts';

const everyMs = 10 * 60 * 1000;

/** Deletes what nobody can use any more. Several processes may do so at once. */
export async function forgetOld(database: Database, clock: Clock): Promise<void> {
  const now = await clock.now(database);
  await forgetOldSessions(database, now);
  await forgetOldRecords(database, now);
  await forgetOldCodes(database, now);
  // Signatures and counts go by the machine's clock.
  await forgetOldNonces(database, new Date());
  await forgetOldCounts(database, new Date());
}

/** Does so every ten minutes; gives what stops it. */
export function forgetRegularly(database: Database, clock: Clock, log: ServiceLog): () => void {
  const timer = setInterval(() => {
    forgetOld(database, clock).catch((error: unknown) => log.failure('retention', error));
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
