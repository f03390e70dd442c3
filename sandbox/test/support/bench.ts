import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {operations} from '../../domain/operations.ts';
import type {Call, Input, Operation, OperationId, Session} from '../../domain/operation.ts';
import type {PhoneRisk} from '../../domain/phone-risk.ts';
import {Refusal} from '../../domain/refusal.ts';
import type {Keys, Settings} from '../../domain/settings.ts';
import {describeMessage, readInbox} from '../../outbox/inbox.ts';
import {samplePhoneRisk} from '../../personas/magic-numbers.ts';
import type {PersonaName} from '../../personas/personas.ts';
import {
  createSampleAccount,
  readSampleAccount,
  tieMagicNumbers,
  type SampleAccount,
  type SampleOrder,
} from '../../personas/sample-account.ts';
import type {Database, Db} from '../../store/db.ts';
import type {Engine} from './engines.ts';
import {Visit} from './visit.ts';

/** The settings that the product promises. */
export const usualSettings: Settings = {
  codeLifetime: 300,
  codeAttempts: 5,
  resendAfter: 60,
  sendsPerHour: 5,
  sendsPerDay: 10,
  sendsPerAddress: 25,
  sendsPerPrefix: 30,
  failuresBeforeLock: 20,
  lockFor: 900,
  securityTokenLifetime: 300,
  phoneChangeCooldown: 0,
  cancellationHoldDays: 30,
  phoneRegions: ['CN', 'HK', 'MO', 'TW'],
  selfServiceFrom: '2019-08-01T00:00:00+08:00',
  support: {phone: '400-615-1212', ticketUrl: 'https://ticket.example/'},
  links: {
    jdMallSecurity: 'https://mall.example/',
    jdAccountPhoneHelp: 'https://help.example/',
    login: 'https://login.example/',
    jdPersonalInfo: 'https://info.example/',
    jdFinance: 'https://finance.example/',
    enterpriseVerification: 'https://enterprise.example/',
  },
};

/** What an operation gives. */
export type ResultOf<Id extends OperationId> = Awaited<ReturnType<Operation<Id>>>;

/** The rules at work on a database of their own, with a clock that stands until it is moved. */
export class Bench {
  readonly database: Database;
  readonly keys: Keys = {codes: randomBytes(32), fields: randomBytes(32), index: randomBytes(32)};
  settings: Settings = usualSettings;
  phoneRisk: PhoneRisk = samplePhoneRisk;
  now = new Date('2026-11-20T06:46:00.000Z');
  #visits = 0;
  #phones = 0;

  private constructor(database: Database) {
    this.database = database;
  }

  static async open(engine: Engine, settings: Partial<Settings> = {}): Promise<Bench> {
    const bench = new Bench(await engine.open());
    bench.settings = {...usualSettings, ...settings};
    await bench.database.transaction((db) => tieMagicNumbers(db, bench.keys, bench.now));
    return bench;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.database.close();
  }

  passes(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000);
  }

  async account(persona: PersonaName, order: Partial<SampleOrder> = {}): Promise<SampleAccount> {
    const accountId = await this.database.transaction((db) => createSampleAccount(db, this, {persona, ...order}));
    return this.reads(accountId);
  }

  async reads(accountId: string): Promise<SampleAccount> {
    const account = await readSampleAccount(this.database, this.keys, accountId);
    if (!account) throw new Error('no such account');
    return account;
  }

  /** An operator who is logged in to the account at a portal, with a component session. */
  async visit({accountId}: {accountId: string}, own: Partial<Session & {address: string}> = {}): Promise<Visit> {
    this.#visits += 1;
    const {address = `192.0.2.${this.#visits % 250}`, ...rest} = own;
    const session: Session = {
      sessionId: `cs_${randomBytes(8).toString('hex')}`,
      accessKeyId: 'partner-a',
      visitId: `visit-${this.#visits}`,
      components: ['security-phone-editor'],
      ...rest,
      accountId,
    };
    await this.database.query(
      `INSERT INTO component_sessions (session_id, secret_hash, account_id, access_key_id, visit_id, components,
         allowed_origins, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, '{}', '{}', $6, $7)`,
      [
        session.sessionId,
        randomBytes(32),
        session.accountId,
        session.accessKeyId,
        session.visitId,
        this.now,
        new Date(this.now.getTime() + 3_600_000),
      ],
    );
    return new Visit(this, session, address);
  }

  /** A mainland number that nobody has, in a prefix of its own. */
  freshPhone(): string {
    this.#phones += 1;
    return `+86150${String(this.#phones).padStart(4, '0')}0001`;
  }

  /** Messages, newest first. */
  async inbox(accountId?: string): Promise<ReturnType<typeof describeMessage>[]> {
    return (await readInbox(this.database, this.keys, {accountId, limit: 500})).map(describeMessage);
  }

  async count(table: string, where = 'true', values: readonly unknown[] = []): Promise<number> {
    const [row] = await this.database.query<{n: number}>(
      `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
      values,
    );
    return row?.n ?? 0;
  }

  /** Does an operation as the service does: one transaction, kept also when a refusal says so. */
  async does<Id extends OperationId>(
    id: Id,
    context: Pick<Call, 'session' | 'address' | 'securityToken'>,
    input: {path?: Record<string, string>; body?: unknown},
    wrap: (db: Db) => Db = (db) => db,
  ): Promise<ResultOf<Id>> {
    const operation = operations[id];
    assert.ok(operation, `${id} is not offered`);
    const {settings, keys, phoneRisk, now} = this;
    const outcome = await this.database.transaction(async (db) => {
      const call = {...context, db: wrap(db), now, settings, keys, phoneRisk, pageHost: 'portal.example'};
      try {
        const request = {path: {}, query: {}, body: undefined, ...input} as unknown as Input<Id>;
        return {result: await operation(call, request)};
      } catch (error) {
        if (error instanceof Refusal && error.keepsEffect) return {refusal: error};
        throw error;
      }
    });
    if ('refusal' in outcome) throw outcome.refusal;
    return outcome.result as ResultOf<Id>;
  }
}
