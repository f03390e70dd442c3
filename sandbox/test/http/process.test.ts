import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, beforeEach, describe, test} from 'node:test';
import {setImmediate as nextTurn, setTimeout as wait} from 'node:timers/promises';
import {ask} from '../support/ask.ts';
import {CutProxy} from '../support/cut-proxy.ts';
import {createTestDatabase} from '../support/database.ts';
import {Operator} from '../support/operator.ts';
import {Partner} from '../support/partner.ts';
import {ServiceProcess} from '../support/process.ts';

const accessKey = {accessKeyId: 'PARTNER0001', secretAccessKey: 'a-secret-of-some-length'};
const access = {
  ACCESS_KEYS: `${accessKey.accessKeyId}:${accessKey.secretAccessKey}`,
  REQUESTS_PER_MINUTE_SESSION: '1000000',
};
let directory: string;
let running: ServiceProcess[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'account-service-'));
});
afterEach(async () => {
  await Promise.all(running.map((service) => service.stop('SIGKILL')));
  running = [];
  rmSync(directory, {recursive: true, force: true});
});

function start(variables: Record<string, string> = {}): ServiceProcess {
  const service = new ServiceProcess({ACCOUNT_DATA_DIR: directory, ...access, ...variables});
  running.push(service);
  return service;
}

async function operatorOf(url: string): Promise<Operator> {
  const body = {persona: 'new-account'};
  const {result} = await ask(url, {method: 'POST', path: '/sandbox/accounts', body});
  return Operator.open(url, new Partner(url, accessKey), (result as unknown as {accountId: string}).accountId);
}

describe('the process of the service', {timeout: 120_000}, () => {
  test('says what is wrong with its configuration, and ends', async () => {
    const service = start({CODE_LIFETIME_SECONDS: '601', FAILURES_BEFORE_LOCK: '500'});
    assert.equal(await service.ended(), 1);
    assert.match(service.output, /CODE_LIFETIME_SECONDS[^]*FAILURES_BEFORE_LOCK/);
  });

  test('says that its port is taken, and ends', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    try {
      const {port} = other.address() as AddressInfo;
      const service = start({ACCOUNT_PORT: String(port)});
      assert.equal(await service.ended(), 1);
      assert.match(service.output, new RegExp(`Port ${port} is taken`));
    } finally {
      other.close();
    }
  });

  test('refuses a directory that another one has, and takes it over when that one was killed', async () => {
    const first = start();
    const url = await first.ready();
    const {accountId} = await operatorOf(url);
    const second = start();
    assert.equal(await second.ended(), 1);
    assert.match(second.output, new RegExp(`in use by process ${first.pid}`));
    await first.stop('SIGKILL');
    const third = start();
    const {status} = await ask(await third.ready(), {path: `/sandbox/accounts/${accountId}`});
    assert.equal(status, 200);
  });

  test('told to stop with 50 requests in flight answers them all, and ends within ten seconds', async () => {
    const service = start();
    const url = await service.ready();
    const operator = await operatorOf(url);
    const order = {accountId: operator.accountId, operationId: 'getAccount', outcome: {delayMs: 300}, times: 50};
    await ask(url, {method: 'POST', path: '/sandbox/outcomes', body: order});
    // Connections that stand already: what is sent on them is on the other side before the signal is.
    await Promise.all(Array.from({length: 70}, () => operator.get('/v1/verificationMethods')));
    const answers = Array.from({length: 70}, () => operator.get('/v1/account'));
    await nextTurn();
    const before = performance.now();
    assert.equal(await service.stop('SIGTERM'), 0);
    assert.ok(performance.now() - before < 10_000);
    for (const {status, headers} of await Promise.all(answers)) {
      assert.ok(status === 200 || status === 503, String(status));
      if (status === 503) assert.equal(headers['retry-after'], '5');
    }
    assert.deepEqual(
      readdirSync(directory).filter((name) => name.startsWith('lock')),
      [],
    );
  });

  test('killed at any moment of its first start comes up the next time', async () => {
    for (const afterMs of [150, 600, 1500]) {
      const first = start();
      await wait(afterMs);
      await first.stop('SIGKILL');
    }
    const last = start();
    assert.equal((await ask(await last.ready(), {path: '/healthz'})).status, 200);
  });

  test('killed after it wrote, before it answered, gives the answer to the same request afterwards', async () => {
    const first = start();
    const before = await operatorOf(await first.ready());
    const {result} = await before.get('/v1/verificationMethods');
    const [method] = (result as unknown as {methods: {methodId: string}[]}).methods;
    const body = {methodId: method?.methodId, purpose: 'changeSecurityPhone'};
    const {result: challenge} = await before.post('/v1/challenges', body);
    const verify = `/v1/challenges/${(challenge as unknown as {challengeId: string}).challengeId}:verify`;
    const code = await before.newestCode();
    const order = {accountId: before.accountId, operationId: 'verifyChallenge', outcome: {stall: true}, times: 1};
    await ask(await first.ready(), {method: 'POST', path: '/sandbox/outcomes', body: order});
    const key = randomBytes(16).toString('hex');
    // The effect is done and the answer has begun; then the process is gone.
    const lost = assert.rejects(before.post(verify, {code}, {key}));
    while ((await before.get('/v1/challenges')).text.includes('challengeId')) await wait(10);
    await first.stop('SIGKILL');
    await lost;

    const url = await start().ready();
    const again = before.at(url);
    const [one, other] = [await again.post(verify, {code}, {key}), await again.post(verify, {code}, {key})];
    assert.equal(one.status, 200, one.text);
    assert.equal(other.text, one.text);
  });
});

const database = await createTestDatabase();
after(() => database?.drop());
if (database !== undefined) {
  test('a database that goes away is told as 503, and found again by itself', async () => {
    const target = new URL(database.url);
    const proxy = await CutProxy.open(Number(target.port), target.hostname);
    try {
      const through = new URL(database.url);
      through.host = `127.0.0.1:${proxy.port}`;
      const url = await start({DATABASE_URL: through.href}).ready();
      const operator = await operatorOf(url);
      assert.equal((await operator.get('/v1/account')).status, 200);
      proxy.cut();
      const away = await operator.get('/v1/account');
      assert.deepEqual([away.status, away.reason, away.headers['retry-after']], [503, 'UNAVAILABLE', '5']);
      // The page can read it, although the database cannot be asked for its origin.
      assert.equal(away.headers['access-control-allow-origin'], 'https://portal.example');
      assert.equal((await ask(url, {path: '/healthz'})).status, 503);
      proxy.mend();
      assert.equal((await operator.get('/v1/account')).status, 200);
      assert.equal((await ask(url, {path: '/healthz'})).status, 200);
    } finally {
      proxy.close();
    }
  });
}
