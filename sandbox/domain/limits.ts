import {fingerprint} from '../store/vault.ts';
import {writeAudit} from './audit.ts';
import type {Call} from './operation.ts';
import {prefixOf} from './phone-number.ts';
import {Refusal} from './refusal.ts';
import type {Settings} from './settings.ts';
import {destinationFingerprint, type Channel} from './verification-method.ts';

const hour = 3600;
const day = 24 * hour;
/** Seconds over which the sends of a client address are counted. */
const addressWindow = 300;
/** Seconds over which the unconverted sends of a prefix are counted, and that a block lasts. */
const prefixWindow = 12 * hour;

const before = (time: Date, seconds: number): Date => new Date(time.getTime() - seconds * 1000);
const after = (time: Date, seconds: number): Date => new Date(time.getTime() + seconds * 1000);

const limited = (until: Date, now: Date): Refusal =>
  new Refusal('RATE_LIMITED', {metadata: {retryAfter: Math.ceil((until.getTime() - now.getTime()) / 1000)}});

// A lock until the end of the transaction: what is counted below cannot grow meanwhile. Taken in one order everywhere.
const lock = (call: Call, name: Buffer) =>
  call.db.query('SELECT pg_advisory_xact_lock($1::bigint)', [name.readBigInt64BE(0).toString()]);

/** When the next code may go to a destination, from the times of earlier ones, newest first. */
export function nextSend(sentAt: readonly Date[], settings: Settings): Date | undefined {
  const [last] = sentAt;
  if (!last) return undefined;
  const candidates = [after(last, settings.resendAfter)];
  const nthOfHour = sentAt[settings.sendsPerHour - 1];
  if (nthOfHour) candidates.push(after(nthOfHour, hour));
  const nthOfDay = sentAt[settings.sendsPerDay - 1];
  if (nthOfDay) candidates.push(after(nthOfDay, day));
  return candidates.reduce((latest, time) => (time > latest ? time : latest));
}

const sendsTo = async (call: Call, name: Buffer): Promise<Date[]> => {
  const rows = await call.db.query<{sentAt: Date}>(
    'SELECT sent_at AS "sentAt" FROM sends WHERE fingerprint = $1 AND sent_at > $2 ORDER BY sent_at DESC LIMIT $3',
    [name, before(call.now, day), Math.max(call.settings.sendsPerDay, call.settings.sendsPerHour)],
  );
  return rows.map((row) => row.sentAt);
};

const refuseBusyAddress = async (call: Call, name: Buffer): Promise<void> => {
  const [nth] = await call.db.query<{sentAt: Date}>(
    'SELECT sent_at AS "sentAt" FROM sends WHERE address = $1 AND sent_at > $2 ORDER BY sent_at DESC OFFSET $3 LIMIT 1',
    [name, before(call.now, addressWindow), call.settings.sendsPerAddress - 1],
  );
  if (nth) throw limited(after(nth.sentAt, addressWindow), call.now);
};

const refuseBlockedPrefix = async (call: Call, name: Buffer): Promise<void> => {
  const [block] = await call.db.query<{until: Date}>(
    'SELECT blocked_until AS until FROM blocked_prefixes WHERE prefix = $1 AND blocked_until > $2',
    [name, call.now],
  );
  if (block) throw limited(block.until, call.now);
};

const blockPumpedPrefix = async (call: Call, accountId: string, name: Buffer): Promise<void> => {
  const [counted] = await call.db.query<{sends: number}>(
    `SELECT count(*)::int AS sends FROM sends
     WHERE prefix = $1 AND sent_at > $2 AND converted_at IS NULL`,
    [name, before(call.now, prefixWindow)],
  );
  if ((counted?.sends ?? 0) < call.settings.sendsPerPrefix) return;
  const until = after(call.now, prefixWindow);
  await call.db.query(
    `INSERT INTO blocked_prefixes (prefix, blocked_until) VALUES ($1, $2)
     ON CONFLICT (prefix) DO UPDATE SET blocked_until = excluded.blocked_until`,
    [name, until],
  );
  await writeAudit(call, accountId, 'prefixBlocked', {until: until.toISOString()});
};

/**
 * Counts a code that is about to be sent to a destination. Throws `RATE_LIMITED` with the seconds to wait when the
 * destination (over all accounts), the client's address or the number's prefix has had enough; then nothing is
 * counted. Gives the time from which the next code may go there. Exact under parallel calls and over processes.
 */
export async function countSend(
  call: Call,
  send: {accountId: string; channel: Channel; destination: string; challengeId: string},
): Promise<Date> {
  const {now, settings, keys} = call;
  const address = fingerprint(keys.index, 'address', call.address);
  const prefix = send.channel === 'sms' ? fingerprint(keys.index, 'prefix', prefixOf(send.destination)) : null;
  const name = destinationFingerprint(keys, send.channel, send.destination);

  await lock(call, address);
  await refuseBusyAddress(call, address);
  if (prefix) {
    await lock(call, prefix);
    await refuseBlockedPrefix(call, prefix);
  }
  await lock(call, name);
  const earlier = await sendsTo(call, name);
  const next = nextSend(earlier, settings);
  if (next && next > now) throw limited(next, now);

  await call.db.query(
    'INSERT INTO sends (fingerprint, prefix, address, challenge_id, sent_at) VALUES ($1, $2, $3, $4, $5)',
    [name, prefix, address, send.challengeId, now],
  );
  if (prefix) await blockPumpedPrefix(call, send.accountId, prefix);
  return nextSend([now, ...earlier], settings) ?? now;
}

/** Notes that a code came back right: its sends do not count as pumped. */
export async function countConversion(call: Call, challengeId: string): Promise<void> {
  await call.db.query('UPDATE sends SET converted_at = $2 WHERE challenge_id = $1', [challengeId, call.now]);
}
