import type {Db} from '../store/db.ts';

const daySeconds = 24 * 3600;

/**
 * Deletes codes, proofs and counts of sends that nobody can use any more, a day after their end, and messages of last
 * week. The audit trail stays.
 */
export async function forgetOldCodes(db: Db, now: Date): Promise<void> {
  const before = (seconds: number) => [new Date(now.getTime() - seconds * 1000)];
  await db.query('DELETE FROM challenges WHERE expires_at < $1', before(daySeconds));
  await db.query('DELETE FROM security_tokens WHERE expires_at < $1', before(daySeconds));
  await db.query('DELETE FROM sends WHERE sent_at < $1', before(daySeconds));
  await db.query('DELETE FROM blocked_prefixes WHERE blocked_until < $1', before(0));
  await db.query('DELETE FROM messages WHERE created_at < $1', before(7 * daySeconds));
}
