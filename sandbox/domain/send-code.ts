import type {Account} from './account.ts';
import {writeAudit} from './audit.ts';
import type {Challenge} from './challenge.ts';
import {hashCode, newCode} from './code.ts';
import {countSend} from './limits.ts';
import {mask} from './mask.ts';
import {codeEmail, codeSms, type CodeMessage} from './message-text.ts';
import {enqueue} from './message.ts';
import type {Call} from './operation.ts';
import type {PhoneRiskSignal} from './phone-risk.ts';
import {Refusal} from './refusal.ts';

/** What is known of a code before it is sent. */
export type Draft = Pick<Challenge, 'challengeId' | 'channel' | 'destination'> & {
  readonly purpose: CodeMessage['purpose'];
};

/** What sending a code settles. */
export type SentCode = Pick<Challenge, 'codeSalt' | 'codeHash' | 'sentAt' | 'expiresAt' | 'resendAt'>;

/**
 * Sends a new code: counts it against the limits, makes it, puts its message into the outbox. Throws `RATE_LIMITED`;
 * throws `PHONE_NOT_REACHABLE` when the carrier gave the `signal` that the number gets no messages, and that try counts
 * against the limits.
 */
export async function sendCode(
  call: Call,
  account: Account,
  draft: Draft,
  signal: PhoneRiskSignal = 'ok',
): Promise<SentCode> {
  const {accountId, language} = account;
  const {challengeId, channel, destination, purpose} = draft;
  const resendAt = await countSend(call, {accountId, channel, destination, challengeId});
  if (signal === 'unreachable') {
    await writeAudit(call, accountId, 'destinationRefused', {purpose, channel});
    throw new Refusal('PHONE_NOT_REACHABLE', {field: 'phone', keepsEffect: true});
  }

  const code = newCode();
  const {salt, hash} = await hashCode(call.keys.codes, challengeId, code);
  const expiresAt = new Date(call.now.getTime() + call.settings.codeLifetime * 1000);
  const message: CodeMessage = {
    purpose,
    code,
    lifetime: call.settings.codeLifetime,
    pageHost: call.pageHost,
    supportPhone: call.settings.support.phone,
    ...(purpose === 'newSecurityPhone' && {newPhone: mask(channel, destination)}),
  };
  const content = channel === 'sms' ? codeSms(language, message) : codeEmail(language, message);
  await enqueue(
    call.db,
    call.keys,
    [{accountId, channel, kind: 'code', to: destination, code, expiresAt, ...content}],
    call.now,
  );
  await writeAudit(call, accountId, 'codeSent', {purpose, channel, sentTo: mask(channel, destination)});
  return {codeSalt: salt, codeHash: hash, sentAt: call.now, expiresAt, resendAt};
}
