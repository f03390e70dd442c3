import type {Db} from '../store/db.ts';
import type {Call, Session} from './operation.ts';
import {Refusal} from './refusal.ts';

/** An account as the rules see it. */
export interface Account {
  readonly accountId: string;
  readonly kind: 'jd' | 'jdcloud';
  readonly ownership: 'none' | 'personal' | 'enterprise';
  readonly loginName: string;
  readonly pin: string;
  readonly language: 'en' | 'zh-CN';
  /** 0 not verified, 1 personal, 2 enterprise, 3 both. */
  readonly userAuth: number;
  /** Wrong codes since the last right one. */
  readonly failures: number;
  readonly lockedUntil: Date | null;
  /** Counts the changes of the security phone. */
  readonly phoneVersion: number;
  readonly phoneChangedAt: Date | null;
}

const columns = `account_id AS "accountId", kind, ownership, login_name AS "loginName", pin, language,
  user_auth AS "userAuth", failures, locked_until AS "lockedUntil", phone_version AS "phoneVersion",
  phone_changed_at AS "phoneChangedAt"`;

/** The account with this ID, if there is one. */
export async function findAccount(db: Db, accountId: string): Promise<Account | undefined> {
  const [account] = await db.query<Account>(`SELECT ${columns} FROM accounts WHERE account_id = $1`, [accountId]);
  return account;
}

/** Who asks. Throws `UNAUTHENTICATED` for a call without a session. */
export function sessionOf(call: Call): Session {
  if (!call.session) throw new Refusal('UNAUTHENTICATED');
  return call.session;
}

/** The account of the session, for reading. */
export async function readAccount(call: Call): Promise<Account> {
  const account = await findAccount(call.db, sessionOf(call).accountId);
  if (!account) throw new Refusal('UNAUTHENTICATED');
  return account;
}

/**
 * The account of the session, locked until the end of the transaction: changes of one account happen one after the
 * other. Always the first lock that a call takes, so that two calls never wait for each other.
 */
export async function lockAccount(call: Call): Promise<Account> {
  const [account] = await call.db.query<Account>(`SELECT ${columns} FROM accounts WHERE account_id = $1 FOR UPDATE`, [
    sessionOf(call).accountId,
  ]);
  if (!account) throw new Refusal('UNAUTHENTICATED');
  return account;
}

/** Throws `JD_ACCOUNT` for an account that was not upgraded. */
export function refuseJdAccount(account: Account): void {
  if (account.kind === 'jd') throw new Refusal('JD_ACCOUNT');
}
