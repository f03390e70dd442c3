import {writeAudit} from './audit.ts';
import type {Account} from './account.ts';
import type {Call} from './operation.ts';
import {Refusal} from './refusal.ts';
import type {Settings} from './settings.ts';

/** Failures after which only customer service unlocks (NIST SP 800-63B 3.2.2: at most 100 in a row). */
export const failuresBeforeHelp = 100;
/** Further failures after which the account is locked again, for twice as long. */
const failuresPerLock = 5;

const locksAt = (failures: number, {failuresBeforeLock}: Settings): boolean =>
  failures >= failuresBeforeLock && (failures - failuresBeforeLock) % failuresPerLock === 0;

const secondsOfLock = (failures: number, {failuresBeforeLock, lockFor}: Settings): number =>
  lockFor * 2 ** Math.max(0, Math.floor((failures - failuresBeforeLock) / failuresPerLock));

const after = (time: Date, seconds: number): Date => new Date(time.getTime() + seconds * 1000);

/** When codes are sent and checked again for this account; `undefined` while they are. */
export function lockedUntil(account: Account, call: Call): Date | undefined {
  if (account.failures >= failuresBeforeHelp) {
    return after(call.now, secondsOfLock(failuresBeforeHelp - 1, call.settings));
  }
  return account.lockedUntil && account.lockedUntil > call.now ? account.lockedUntil : undefined;
}

const accountLocked = (until: Date, call: Call, keepsEffect: boolean): Refusal =>
  new Refusal('ACCOUNT_LOCKED', {
    metadata: {retryAfter: Math.ceil((until.getTime() - call.now.getTime()) / 1000)},
    keepsEffect,
  });

/** Throws `ACCOUNT_LOCKED` while too many codes in a row were wrong. */
export function refuseLocked(account: Account, call: Call): void {
  const until = lockedUntil(account, call);
  if (until) throw accountLocked(until, call, false);
}

/** Counts a wrong code. Throws `ACCOUNT_LOCKED` when it was one too many; the count stays. */
export async function countFailure(call: Call, account: Account): Promise<void> {
  const [counted] = await call.db.query<{failures: number}>(
    'UPDATE accounts SET failures = failures + 1 WHERE account_id = $1 RETURNING failures',
    [account.accountId],
  );
  const failures = counted?.failures ?? 0;
  await writeAudit(call, account.accountId, 'codeIncorrect', {failures});
  if (failures < failuresBeforeHelp && !locksAt(failures, call.settings)) return;

  const until = after(call.now, secondsOfLock(Math.min(failures, failuresBeforeHelp - 1), call.settings));
  await call.db.query('UPDATE accounts SET locked_until = $2 WHERE account_id = $1', [account.accountId, until]);
  await writeAudit(call, account.accountId, 'accountLocked', {failures, until: until.toISOString()});
  throw accountLocked(until, call, true);
}

/** Forgets the wrong codes of an account after a right one. */
export async function clearFailures(call: Call, account: Account): Promise<void> {
  await call.db.query('UPDATE accounts SET failures = 0, locked_until = NULL WHERE account_id = $1', [
    account.accountId,
  ]);
}
