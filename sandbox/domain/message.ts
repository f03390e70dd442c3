import type {Db} from '../store/db.ts';
import {seal, unseal} from '../store/vault.ts';
import {newId} from './identifier.ts';
import type {Keys} from './settings.ts';
import type {Channel} from './verification-method.ts';

/** What is sent to somebody. */
export interface MessageContent {
  /** E.164, or an email address. */
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  /** The code in it, if it carries one. */
  readonly code?: string;
}

/** A message of the outbox. */
export interface Message extends MessageContent {
  readonly messageId: string;
  readonly accountId: string;
  readonly channel: Channel;
  readonly kind: 'code' | 'notice';
  readonly createdAt: Date;
}

const place = (messageId: string) => ({table: 'messages', column: 'content', row: messageId});

/** Puts messages into the outbox, in the transaction of what they tell about: no message without its effect. */
export async function enqueue(
  db: Db,
  keys: Keys,
  messages: readonly (Omit<Message, 'messageId' | 'createdAt'> & {readonly expiresAt?: Date})[],
  now: Date,
): Promise<void> {
  for (const {accountId, channel, kind, expiresAt, ...content} of messages) {
    const messageId = newId('ms');
    await db.query(
      `INSERT INTO messages (message_id, account_id, channel, kind, content, created_at, expires_at, next_try_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $6)`,
      [
        messageId,
        accountId,
        channel,
        kind,
        seal(keys.fields, place(messageId), JSON.stringify(content)),
        now,
        expiresAt ?? null,
      ],
    );
  }
}

/** The columns of a message, for `openMessage`. */
export const messageColumns = `message_id AS "messageId", account_id AS "accountId", channel, kind, content,
  created_at AS "createdAt"`;

/** A row of the outbox, still sealed. */
export type SealedMessage = Omit<Message, keyof MessageContent> & {readonly content: Buffer};

/** Opens a message that `enqueue` sealed. */
export function openMessage(keys: Keys, {content, ...message}: SealedMessage): Message {
  return {
    ...message,
    ...(JSON.parse(unseal(keys.fields, place(message.messageId), content)) as MessageContent),
  };
}
