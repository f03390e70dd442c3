import type {components} from '../../src/contract.ts';
import type {Account} from './account.ts';
import {writeAudit} from './audit.ts';
import {voidChallenges} from './challenge.ts';
import {mask, maskPhone} from './mask.ts';
import {changeNotice} from './message-text.ts';
import {enqueue} from './message.ts';
import type {Call, Session} from './operation.ts';
import {provesIdentity, type PhoneRiskSignal} from './phone-risk.ts';
import {tiePhone} from './phone-tie.ts';
import {Refusal} from './refusal.ts';
import {consumeProof, voidProofs} from './security-token.ts';
import {endOtherVisits} from './session.ts';
import {addMethod, channelOf, methodsOf, type Channel} from './verification-method.ts';

const dayMs = 24 * 3600 * 1000;

/** Who is told about a change: the old phone, the new one, and the email if it was verified. */
const recipients = async (call: Call, accountId: string, phone: string): Promise<{channel: Channel; to: string}[]> => {
  const methods = await methodsOf(call.db, call.keys, accountId);
  const old = methods.find((method) => method.kind === 'phone');
  const email = methods.find((method) => method.kind === 'email' && method.verified);
  return [
    ...(old ? [{channel: channelOf(old.kind), to: old.destination}] : []),
    {channel: 'sms', to: phone},
    ...(email ? [{channel: channelOf(email.kind), to: email.destination}] : []),
  ];
};

/**
 * Puts a new security phone into effect, inside the call's transaction: the number, what it can be used for, the
 * notices, the end of other visits and of everything open, the audit row. Throws `SECURITY_TOKEN_EXPIRED` or
 * `CONCURRENT_CHANGE` when somebody else was faster.
 */
export async function changePhone(
  call: Call,
  account: Account,
  change: {phone: string; signal: PhoneRiskSignal; tokenId: string; session: Session},
): Promise<components['schemas']['SecurityPhone']> {
  const {accountId} = account;
  const {phone} = change;
  const blockedUntil = new Date(call.now.getTime() + call.settings.cancellationHoldDays * dayMs);

  await consumeProof(call, change.tokenId);
  const [changed] = await call.db.query(
    `UPDATE accounts SET phone_version = phone_version + 1, phone_changed_at = $3, cancellation_blocked_until = $4
     WHERE account_id = $1 AND phone_version = $2 RETURNING account_id`,
    [accountId, account.phoneVersion, call.now, blockedUntil],
  );
  if (!changed) throw new Refusal('CONCURRENT_CHANGE');

  const told = await recipients(call, accountId, phone);
  const usableForLogin = await tiePhone(call.db, call.keys, accountId, phone, call.now);
  await call.db.query(`DELETE FROM verification_methods WHERE account_id = $1 AND kind = 'phone'`, [accountId]);
  await addMethod(
    call.db,
    call.keys,
    accountId,
    {kind: 'phone', destination: phone, verified: true, usableForVerification: true, usableForLogin},
    call.now,
  );

  const newPhone = maskPhone(phone);
  const notice = changeNotice(account.language, {newPhone, at: call.now, supportPhone: call.settings.support.phone});
  await enqueue(
    call.db,
    call.keys,
    told.map(({channel, to}) => ({
      accountId,
      channel,
      kind: 'notice',
      to,
      text: notice.text,
      ...(channel === 'email' && {subject: notice.subject}),
    })),
    call.now,
  );
  await voidChallenges(call, accountId);
  await voidProofs(call, accountId);
  await endOtherVisits(call.db, change.session, call.now);
  await writeAudit(call, accountId, 'securityPhoneChanged', {newPhone, usableForLogin, signal: change.signal});

  return {
    phone: newPhone,
    usableForVerification: provesIdentity(change.signal),
    usableForLogin,
    changedAt: call.now.toISOString(),
    notified: told.map(({channel, to}) => ({channel, sentTo: mask(channel, to)})),
    cancellationBlockedUntil: blockedUntil.toISOString(),
    ...(!usableForLogin && {loginRefused: 'TIED_TO_ANOTHER_ACCOUNT' as const}),
  };
}
