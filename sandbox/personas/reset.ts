import type {Db} from '../store/db.ts';

/**
 * Empties the sandbox: accounts with all that is theirs, limits, messages, sessions, clock and orders. Access keys stay,
 * and the origins that were seen, so that a page that is open can still read that its session has ended.
 */
export async function resetSandbox(db: Db): Promise<void> {
  await db.query('UPDATE access_keys SET account_id = NULL');
  await db.query(
    `TRUNCATE accounts, verification_methods, phone_claims, phone_ties, security_tokens, challenges, sends,
       blocked_prefixes, messages, audit_events, sandbox_clock, sandbox_outcomes, component_sessions, partner_accounts,
       nonces, request_counts, idempotency_records`,
  );
}
