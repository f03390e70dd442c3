import {messageColumns, openMessage, type Message, type SealedMessage} from '../domain/message.ts';
import type {Keys} from '../domain/settings.ts';
import type {Db} from '../store/db.ts';
import type {Sender} from './sender.ts';

/** Seconds that one worker has for what it took; then another one may take it. Longer than the sender's patience. */
const claimSeconds = 30;
/** Seconds before a message is tried again: after the first failure, the second, and so on. Then it has failed. */
const pauses = [1, 5, 15, 60, 300];

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

type Claimed = Message & {readonly tries: number};

/** Takes due messages for this worker alone; a code that has run out is not worth sending. */
const claim = async (db: Db, keys: Keys, now: Date, limit: number): Promise<Claimed[]> => {
  const rows = await db.query<SealedMessage & {tries: number}>(
    `UPDATE messages SET tries = tries + 1, next_try_at = $2
     WHERE message_id IN (
       SELECT message_id FROM messages
       WHERE handed_over_at IS NULL AND failed_at IS NULL AND next_try_at <= $1
         AND (expires_at IS NULL OR expires_at > $1)
       ORDER BY sequence LIMIT $3 FOR UPDATE SKIP LOCKED
     )
     RETURNING ${messageColumns}, tries`,
    [now, later(now, claimSeconds), limit],
  );
  return rows.map(({tries, ...row}) => ({...openMessage(keys, row), tries}));
};

/** Notes that a message was taken. Its content is wiped: from here on it is the sender's. */
const noteHandedOver = (db: Db, messageId: string, now: Date) =>
  db.query(`UPDATE messages SET handed_over_at = $2, content = ''::bytea WHERE message_id = $1`, [messageId, now]);

const noteFailure = (db: Db, {messageId, tries}: Claimed, now: Date) => {
  const pause = pauses[tries - 1];
  return pause === undefined
    ? db.query(`UPDATE messages SET failed_at = $2, content = ''::bytea WHERE message_id = $1`, [messageId, now])
    : db.query('UPDATE messages SET next_try_at = $2 WHERE message_id = $1', [messageId, later(now, pause)]);
};

/**
 * Hands over what is due, once: messages of transactions that were committed, each by one worker at a time. Gives the
 * number of messages that were taken. A crash between the other side's yes and our note of it makes one duplicate, with
 * the same ID and the same code.
 */
export async function handOver(
  {db, keys, sender, now}: {db: Db; keys: Keys; sender: Sender; now: () => Promise<Date>},
  limit = 10,
): Promise<number> {
  const messages = await claim(db, keys, await now(), limit);
  const taken = await Promise.all(
    messages.map(async (message) => {
      try {
        await sender.send(message);
      } catch {
        await noteFailure(db, message, await now());
        return false;
      }
      await noteHandedOver(db, message.messageId, await now());
      return true;
    }),
  );
  return taken.filter(Boolean).length;
}
