import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {randomBytes, randomInt, randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {describe, test} from 'node:test';
import type {components} from '../../../src/contract.ts';
import {ask, type Answered} from '../support/ask.ts';
import {createTestDatabase} from '../support/database.ts';
import {Operator} from '../support/operator.ts';
import {Partner} from '../support/partner.ts';

// The service is killed without warning while operators change their phones, and started again. Every operator keeps a
// ledger of what was asked and what was answered, asks again with the same keys, and must end up with exactly one change.

const rounds = 10;
const operatorsPerRound = 8;
const accessKey = {
  accessKeyId: 'DRILL_PARTNER',
  secretAccessKey: randomBytes(24).toString('base64url'),
  accountId: undefined,
};

class ServiceProcess {
  readonly #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  url = '';

  constructor(storage: NodeJS.ProcessEnv) {
    this.#environment = {
      PATH: process.env.PATH,
      ...storage,
      ACCOUNT_PORT: '0',
      ACCESS_KEYS: `${accessKey.accessKeyId}:${accessKey.secretAccessKey}`,
      LOG_LEVEL: 'silent',
      SENDS_PER_ADDRESS: '100000',
      SENDS_PER_PREFIX: '100000',
      REQUESTS_PER_MINUTE_ACCESS_KEY: '1000000',
    };
  }

  async start(): Promise<void> {
    const server = new URL('../../server.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [server], {env: this.#environment, stdio: ['ignore', 'ignore', 'pipe']});
    this.#child = child;
    const said: string[] = [];
    for await (const line of createInterface({input: child.stderr})) {
      said.push(line);
      const url = /^Account service: (\S+)$/.exec(line)?.[1];
      if (url === undefined) continue;
      this.url = url;
      return;
    }
    throw new Error(`the service did not start: ${said.join('\n')}`);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

/** One operator who changes the phone whatever happens to the service, and who writes everything down. */
class Persistent {
  readonly #service: ServiceProcess;
  readonly #partner: () => Partner;
  readonly phone: string;
  readonly #ledger = new Map<string, string>();
  accountId = '';
  changed: components['schemas']['SecurityPhone'] | undefined;

  readonly #answered: () => void;

  constructor(service: ServiceProcess, phone: string, answered: () => void) {
    this.#service = service;
    this.#answered = answered;
    this.#partner = () => new Partner(service.url, accessKey);
    this.phone = phone;
  }

  async changesPhone(): Promise<void> {
    const made = await this.#patiently(() =>
      ask(this.#service.url, {
        method: 'POST',
        path: '/sandbox/accounts',
        body: {persona: 'new-account', accessKeyId: accessKey.accessKeyId},
      }),
    );
    ({accountId: this.accountId} = made.result as unknown as {accountId: string});
    const listed = await this.#patiently(async () => (await this.#page()).get('/v1/verificationMethods'));
    const {methods} = listed.result as unknown as {methods: {methodId: string; kind: string}[]};
    const methodId = methods.find(({kind}) => kind === 'phone')?.methodId;

    const identity = await this.#does('/v1/challenges', {methodId, purpose: 'changeSecurityPhone'});
    const {challengeId} = identity as unknown as {challengeId: string};
    const {securityToken} = (await this.#does(`/v1/challenges/${challengeId}:verify`, {
      code: await this.#code(),
    })) as unknown as {securityToken: string};
    const proposal = await this.#does('/v1/securityPhone:propose', {phone: this.phone}, securityToken);
    const {challengeId: proposed} = proposal as unknown as {challengeId: string};
    const code = await this.#code();
    const done = await this.#does('/v1/securityPhone:confirm', {challengeId: proposed, code}, securityToken);
    this.changed = done as unknown as components['schemas']['SecurityPhone'];
  }

  /** What the ledger says must still be said, byte for byte; what happened must have happened once. */
  async checks(): Promise<void> {
    const page = await this.#page();
    for (const [request, answer] of this.#ledger) {
      const {path, body, key, securityToken} = JSON.parse(request) as {
        path: string;
        body: unknown;
        key: string;
        securityToken?: string;
      };
      const again = await page.post(path, body, {key, ...(securityToken !== undefined && {securityToken})});
      assert.equal(again.text, answer, `${path} was answered differently before`);
    }
    const {result} = await page.get('/v1/verificationMethods');
    const {methods} = result as unknown as {methods: {kind: string; masked: string}[]};
    assert.deepEqual(
      methods.filter(({kind}) => kind === 'phone').map(({masked}) => masked),
      [this.changed?.phone],
    );
    const messages = await page.messages();
    assert.equal(messages.filter(({kind}) => kind === 'code').length, 2, 'codes sent');
    assert.equal(messages.filter(({kind}) => kind === 'notice').length, 3, 'notices');
  }

  /** The same visit after every restart, as a portal's backend makes it. */
  #page(): Promise<Operator> {
    return Operator.open(this.#service.url, this.#partner(), this.accountId, {visitId: `drill-${this.accountId}`});
  }

  async #code(): Promise<string> {
    let code = '';
    await this.#patiently(async () => {
      const page = await this.#page();
      code = await page.newestCode();
      return page.get('/v1/account');
    });
    return code;
  }

  async #does(path: string, body: unknown, securityToken?: string): Promise<Record<string, never>> {
    const key = randomUUID();
    const answer = await this.#patiently(async () =>
      (await this.#page()).post(path, body, {key, ...(securityToken !== undefined && {securityToken})}),
    );
    this.#ledger.set(JSON.stringify({path, body, key, securityToken}), answer.text);
    assert.ok(answer.result, `${path}: ${answer.text}`);
    return answer.result;
  }

  /** Asks until there is an answer that says something: nothing is known of what was lost. */
  async #patiently(send: () => Promise<Answered>): Promise<Answered> {
    for (let tries = 0; tries < 2000; tries++) {
      try {
        const answer = await send();
        if (answer.status >= 500 || answer.reason === 'IDEMPOTENCY_IN_FLIGHT') continue;
        this.#answered();
        return answer;
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        // Refused or broken off: the service is down.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    throw new Error('the service did not come back');
  }
}

const onPostgreSql = Boolean(process.env.TEST_DATABASE_URL);
const name = onPostgreSql ? 'PostgreSQL' : 'PGlite';

/** Where the processes of one drill keep their data. */
async function storage() {
  const database = await createTestDatabase();
  const directory = mkdtempSync(join(tmpdir(), 'account-drill-'));
  return {
    environment: {ACCOUNT_DATA_DIR: directory, ...(database && {DATABASE_URL: database.url})},
    remove: async () => {
      await database?.drop();
      rmSync(directory, {recursive: true, force: true});
    },
  };
}

describe(`kill -9 on ${name}`, () => {
  test(`${rounds} times in the middle of everything: nothing acknowledged is lost, nothing happens twice`, async (t) => {
    const {environment, remove} = await storage();
    const service = new ServiceProcess(environment);
    t.after(async () => {
      await service.kill();
      await remove();
    });
    await service.start();
    let operators: readonly Persistent[] = [];
    for (let round = 0; round < rounds; round++) {
      // Somewhere in the conversations, which take eight answers each.
      let answersLeft = randomInt(1, operatorsPerRound * 8);
      const middle = new Promise<void>((resolve) => {
        const answered = () => {
          if (--answersLeft === 0) resolve();
        };
        operators = Array.from({length: operatorsPerRound}, (_, i) => {
          const prefix = String(round * operatorsPerRound + i).padStart(4, '0');
          return new Persistent(service, `+86139${prefix}${String(randomInt(10_000)).padStart(4, '0')}`, answered);
        });
      });
      const changes = Promise.all(operators.map((operator) => operator.changesPhone()));
      await Promise.race([middle, changes]);
      const inTheMiddle = operators.filter(({changed}) => changed === undefined).length;
      assert.ok(inTheMiddle > 0, 'nobody was in the middle of a conversation');
      await service.kill();
      await service.start();
      await changes;
      for (const operator of operators) await operator.checks();
    }
  });
});
