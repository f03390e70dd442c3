import {messageColumns, openMessage, type Message, type SealedMessage} from '../domain/message.ts';
import type {Keys} from '../domain/settings.ts';
import type {Db} from '../store/db.ts';

/** The newest messages first, at most `limit`; of one account when it is named. */
export async function readInbox(
  db: Db,
  keys: Keys,
  {accountId, limit}: {accountId: string | undefined; limit: number},
): Promise<Message[]> {
  const rows = await db.query<SealedMessage>(
    `SELECT ${messageColumns} FROM messages
     WHERE ($1::text IS NULL OR account_id = $1) AND handed_over_at IS NULL AND failed_at IS NULL
     ORDER BY sequence DESC LIMIT $2`,
    [accountId ?? null, limit],
  );
  return rows.map((row) => openMessage(keys, row));
}

/** A message as the inbox's API gives it. */
export function describeMessage({createdAt, ...message}: Message) {
  return {...message, sentAt: createdAt.toISOString()};
}
