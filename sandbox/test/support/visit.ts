import assert from 'node:assert/strict';
import type {components} from '../../../src/contract.ts';
import type {Call, OperationId, Session} from '../../domain/operation.ts';
import {Refusal, type Reason} from '../../domain/refusal.ts';
import {issueToken} from '../../domain/security-token.ts';
import type {Db} from '../../store/db.ts';
import type {Bench, ResultOf} from './bench.ts';

type Challenge = components['schemas']['Challenge'];

/** A code that is certainly wrong. */
export const wrongCode = (code: string): string => code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));

/** What came back: the refusal of `attempt`, or nothing when it was not refused. */
export async function refusalOf(attempt: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Fails unless `attempt` is refused for `reason`. Gives the refusal. */
export async function refused(attempt: Promise<unknown>, reason: Reason): Promise<Refusal> {
  const refusal = await refusalOf(attempt);
  assert.equal(refusal?.reason, reason);
  return refusal;
}

/** An operator in front of a portal. */
export class Visit {
  readonly bench: Bench;
  readonly session: Session;
  readonly address: string;
  /** The proof of identity that was earned last. */
  securityToken: string | undefined;
  /** Stands between the rules and the database, to break it. */
  wrap: ((db: Db) => Db) | undefined;

  constructor(bench: Bench, session: Session, address: string) {
    this.bench = bench;
    this.session = session;
    this.address = address;
  }

  asks<Id extends OperationId>(
    id: Id,
    input: {path?: Record<string, string>; body?: unknown} = {},
  ): Promise<ResultOf<Id>> {
    const context: Pick<Call, 'session' | 'address' | 'securityToken'> = {
      session: this.session,
      address: this.address,
      ...(this.securityToken !== undefined && {securityToken: this.securityToken}),
    };
    return this.bench.does(id, context, input, this.wrap);
  }

  async methodId(kind: 'phone' | 'email'): Promise<string> {
    const {methods} = await this.asks('listVerificationMethods');
    const method = methods.find((candidate) => candidate.kind === kind);
    assert.ok(method, `the account has no ${kind}`);
    return method.methodId;
  }

  async asksForCode(kind: 'phone' | 'email' = 'phone'): Promise<Challenge> {
    const methodId = await this.methodId(kind);
    return this.asks('createChallenge', {body: {methodId, purpose: 'changeSecurityPhone'}});
  }

  resends({challengeId}: Pick<Challenge, 'challengeId'>): Promise<Challenge> {
    return this.asks('resendChallenge', {path: {challengeId}});
  }

  reads({challengeId}: Pick<Challenge, 'challengeId'>): Promise<Challenge> {
    return this.asks('getChallenge', {path: {challengeId}});
  }

  enters({challengeId}: Pick<Challenge, 'challengeId'>, code: string) {
    return this.asks('verifyChallenge', {path: {challengeId}, body: {code}});
  }

  /** The code of the newest message of the account. */
  async newestCode(): Promise<string> {
    const message = (await this.bench.inbox(this.session.accountId)).find((one) => one.code !== undefined);
    assert.ok(message?.code, 'no message with a code');
    return message.code;
  }

  /** Proves identity by phone or email. */
  async provesIdentity(kind: 'phone' | 'email' = 'phone'): Promise<void> {
    const challenge = await this.asksForCode(kind);
    this.securityToken = (await this.enters(challenge, await this.newestCode())).securityToken;
  }

  /** Has a proof of identity without the way to it: for tests of what comes after. */
  async holdsProof(): Promise<void> {
    const {database, now, settings, keys, phoneRisk} = this.bench;
    const call: Call = {
      db: database,
      now,
      settings,
      keys,
      phoneRisk,
      session: this.session,
      address: this.address,
      pageHost: '',
    };
    this.securityToken = (await issueToken(call, 'changeSecurityPhone', 'sms')).securityToken;
  }

  proposes(phone: string): Promise<Challenge> {
    return this.asks('proposeSecurityPhone', {body: {phone}});
  }

  confirms({challengeId}: Pick<Challenge, 'challengeId'>, code: string) {
    return this.asks('confirmSecurityPhone', {body: {challengeId, code}});
  }

  /** Goes the whole way to a new phone. */
  async changesPhoneTo(phone: string) {
    await this.provesIdentity();
    const challenge = await this.proposes(phone);
    return this.confirms(challenge, await this.newestCode());
  }
}
