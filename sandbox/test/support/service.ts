/**
 * The harness of every test that needs the account service.
 *
 *     const service = await startTestService();
 *     after(() => service.close());
 *
 *     const operator = await service.operator('new-account'); // an account, and a page with a session for it
 *     const {status, result} = await operator.get('/v1/verificationMethods');
 *     const challenge = await operator.post('/v1/challenges', {methodId, purpose: 'changeSecurityPhone'});
 *     const code = await operator.newestCode();
 *     await service.advanceClock(300);
 *     await service.order(operator.accountId, 'verifyChallenge', {drop: 'after'});
 *
 * The service is the real one, on a port of its own, and is talked to over HTTP. It runs on the embedded engine in
 * memory; with TEST_DATABASE_URL set (a PostgreSQL where databases may be created) on a new database there. It checks
 * its own answers against the contract, writes no log (`service.log` has it), and allows any number of requests.
 */
import {randomBytes} from 'node:crypto';
import {readConfig, type Config} from '../../config.ts';
import type {AccessKey} from '../../domain/access-key.ts';
import type {OperationId} from '../../domain/operation.ts';
import type {Outcome} from '../../domain/outcomes.ts';
import type {Settings} from '../../domain/settings.ts';
import {startService} from '../../service.ts';
import type {Database} from '../../store/db.ts';
import {ask, type Answered} from './ask.ts';
import {createTestDatabase} from './database.ts';
import {Operator} from './operator.ts';
import {Partner} from './partner.ts';

export {Operator} from './operator.ts';
export {Partner} from './partner.ts';
export {ask, type Answered} from './ask.ts';

/** What a test may want otherwise. */
export interface TestServiceOptions extends Partial<Omit<Config, 'settings'>> {
  readonly settings?: Partial<Settings>;
  /** The machine's clock, which signatures and limits go by. */
  readonly machineNow?: () => Date;
}

const newAccessKey = (): AccessKey => ({
  accessKeyId: `TEST${randomBytes(6).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(24).toString('base64url'),
});

/** A running account service. */
export interface TestService {
  readonly url: string;
  readonly config: Config;
  readonly database: Database;
  /** Lines that the service logged. */
  readonly log: string[];
  /** A partner with an access key. */
  readonly partner: Partner;
  /** Another partner. */
  readonly stranger: Partner;
  /**
   * Makes an account of this persona, known to the partner only, and a page of the partner's portal with a session for
   * it. `order` is what else `POST /sandbox/accounts` takes.
   */
  operator(persona?: string, order?: Record<string, unknown>): Promise<Operator>;
  /** Orders the next outcomes of an operation for an account. */
  order(accountId: string, operationId: OperationId, outcome: Outcome, times?: number): Promise<void>;
  advanceClock(seconds: number): Promise<void>;
  /** Sets the clock; it stands still then when `frozen`. */
  setClock(now: Date, frozen?: boolean): Promise<void>;
  resetClock(): Promise<void>;
  /** Asks the `/sandbox` API and gives the result. Throws when it refuses. */
  sandbox<Result = unknown>(method: string, path: string, body?: unknown): Promise<Result>;
  close(): Promise<void>;
}

/** Starts an account service for one test file. */
export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const {settings, machineNow = () => new Date(), ...rest} = options;
  const own = 'databaseUrl' in options || 'dataDirectory' in options ? undefined : await createTestDatabase();
  const usual = readConfig({ACCOUNT_PORT: '0'});
  const accessKeys = [newAccessKey(), newAccessKey()] as const;
  const config: Config = {
    ...usual,
    databaseUrl: own?.url,
    accessKeys,
    requestsPerMinute: {session: 1_000_000, accessKey: 1_000_000},
    checksAnswers: true,
    ...rest,
    settings: {...usual.settings, ...settings},
  };
  const log: string[] = [];
  const service = await startService(config, {logTo: {write: (line) => void log.push(line)}, machineNow}).catch(
    async (error: unknown) => {
      await own?.drop();
      throw error;
    },
  );
  const {url, database} = service;
  const [partner, stranger] = [...config.accessKeys, ...accessKeys].map((accessKey) => new Partner(url, accessKey));
  if (partner === undefined || stranger === undefined) throw new Error('a test service has two partners');

  const sandbox = async <Result>(method: string, path: string, body?: unknown): Promise<Result> => {
    const answer: Answered = await ask(url, {method, path, body, headers: {accept: 'application/json'}});
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.result as Result;
  };

  return {
    url,
    config,
    database,
    log,
    partner,
    stranger,
    sandbox,
    operator: async (persona = 'new-account', order = {}) => {
      const {accountId} = await sandbox<{accountId: string}>('POST', '/sandbox/accounts', {
        persona,
        accessKeyId: partner.accessKey.accessKeyId,
        ...order,
      });
      return Operator.open(url, partner, accountId);
    },
    order: async (accountId, operationId, outcome, times = 1) => {
      await sandbox('POST', '/sandbox/outcomes', {accountId, operationId, outcome, times});
    },
    advanceClock: async (seconds) => {
      await sandbox('PUT', '/sandbox/clock', {advanceSeconds: seconds});
    },
    setClock: async (now, frozen = false) => {
      await sandbox('PUT', '/sandbox/clock', {now: now.toISOString(), frozen});
    },
    resetClock: async () => {
      await sandbox('PUT', '/sandbox/clock', {reset: true});
    },
    close: async () => {
      await service.close();
      await own?.drop();
    },
  };
}
