import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {after, before, describe, test} from 'node:test';
import {IdempotencyRecord} from '../../domain/idempotency.ts';
import {countComparisons} from '../support/code-comparisons.ts';
import {Conversation} from '../support/conversation.ts';
import {startTestService, type Answered, type Operator, type TestService} from '../support/service.ts';
import {signal} from '../support/signal.ts';
import {portalOrigin, visitOf} from '../support/partner.ts';

let service: TestService;
before(async () => {
  service = await startTestService();
});
after(() => service.close());

interface Running {
  readonly operator: Operator;
  readonly challengeId: string;
  readonly body: {readonly methodId: string; readonly purpose: string};
  readonly verify: string;
  readonly right: string;
  readonly wrong: string;
}

/** An operator to whom a code was sent; in the visit of this ID, if there is one. */
async function withCode(visitId?: string): Promise<Running> {
  const account = await service.operator();
  const operator = visitId === undefined ? account : await account.again({visitId});
  const {result} = await operator.get('/v1/verificationMethods');
  const [method] = (result as unknown as {methods: {methodId: string}[]}).methods;
  const body = {methodId: String(method?.methodId), purpose: 'changeSecurityPhone'};
  const sent = await operator.post('/v1/challenges', body);
  const {challengeId} = sent.result as unknown as {challengeId: string};
  const right = await operator.newestCode();
  const wrong = right === '000000' ? '000001' : '000000';
  return {operator, challengeId, body, verify: `/v1/challenges/${challengeId}:verify`, right, wrong};
}

async function attemptsOf({challengeId}: Running): Promise<number | undefined> {
  const rows = await service.database.query<{attempts: number}>(
    'SELECT attempts FROM challenges WHERE challenge_id = $1',
    [challengeId],
  );
  return rows[0]?.attempts;
}

const sameAnswer = (one: Answered, other: Answered) =>
  assert.deepEqual([one.status, one.text], [other.status, other.text]);

describe('a key', () => {
  test('used 100 times at once has one effect and one answer', async () => {
    const running = await withCode();
    const {operator, verify, wrong} = running;
    const key = randomUUID();
    const answers = await Promise.all(Array.from({length: 100}, () => operator.post(verify, {code: wrong}, {key})));
    const given = answers.filter(({reason}) => reason !== 'IDEMPOTENCY_IN_FLIGHT');
    assert.equal(await attemptsOf(running), 1);
    assert.deepEqual(new Set(given.map(({text}) => text)).size, 1);
    for (const answer of given) assert.equal(answer.reason, 'CODE_INCORRECT');
    for (const {reason, headers} of answers) {
      if (reason === 'IDEMPOTENCY_IN_FLIGHT') assert.equal(headers['retry-after'], '1');
    }
    // Nobody is left in flight.
    assert.equal((await operator.post(verify, {code: wrong}, {key})).text, given[0]?.text);
  });

  test('gives the very same bytes again: a token too, and the id of the request', async () => {
    const {operator, verify, right} = await withCode();
    const key = randomUUID();
    const first = await operator.post(verify, {code: right}, {key});
    const again = await operator.post(verify, {code: right}, {key});
    assert.equal(first.status, 200, first.text);
    sameAnswer(again, first);
    assert.equal(again.headers['x-jdcloud-request-id'], first.requestId);
  });

  test('with another body is refused, and nothing happens', async () => {
    const running = await withCode();
    const key = randomUUID();
    await running.operator.post(running.verify, {code: running.wrong}, {key});
    const reused = await running.operator.post(running.verify, {code: running.right}, {key});
    assert.deepEqual([reused.status, reused.reason], [422, 'IDEMPOTENCY_KEY_REUSED']);
    assert.equal(await attemptsOf(running), 1);
  });

  test('with the same body written otherwise is the same', async () => {
    const {operator, body} = await withCode();
    const key = randomUUID();
    const first = await operator.post('/v1/challenges', body, {key});
    const text = `{ "purpose": "${body.purpose}",\n "methodId": "${body.methodId}" }`;
    sameAnswer(await operator.post('/v1/challenges', text, {key}), first);
  });

  test('of another operation, path or account is another key', async () => {
    const mine = await withCode();
    const theirs = await withCode();
    const key = randomUUID();
    const first = await mine.operator.post(mine.verify, {code: mine.wrong}, {key});
    assert.equal(first.reason, 'CODE_INCORRECT');
    const resent = await mine.operator.post(`/v1/challenges/${mine.challengeId}:resend`, undefined, {key});
    assert.notEqual(resent.reason, 'IDEMPOTENCY_KEY_REUSED');
    const foreign = await theirs.operator.post(theirs.verify, {code: theirs.wrong}, {key});
    assert.equal(foreign.reason, 'CODE_INCORRECT');
    assert.notEqual(foreign.text, first.text);
    assert.equal((await mine.operator.post(theirs.verify, {code: mine.wrong}, {key})).reason, 'IDEMPOTENCY_KEY_REUSED');
  });

  test('survives a new session of the same visit', async () => {
    const account = await service.operator();
    const visitId = visitOf('one login');
    const {result} = await account.get('/v1/verificationMethods');
    const methodId = (result as unknown as {methods: {methodId: string}[]}).methods[0]?.methodId;
    const [before, renewed] = [await account.again({visitId}), await account.again({visitId})];
    const key = randomUUID();
    const body = {methodId, purpose: 'changeSecurityPhone'};
    sameAnswer(await renewed.post('/v1/challenges', body, {key}), await before.post('/v1/challenges', body, {key}));
  });

  test('holds for 24 hours by the clock of the service', async () => {
    const start = new Date('2026-11-20T06:46:00.000Z');
    await service.setClock(start, true);
    const running = await withCode();
    const {operator, challengeId} = running;
    const key = randomUUID();
    const verify = async (page: Operator) =>
      page.post(`/v1/challenges/${challengeId}:verify`, {code: running.wrong}, {key});
    const first = await verify(operator);
    const at = async (ms: number) => {
      await service.setClock(new Date(start.getTime() + ms), true);
      return verify(await operator.again());
    };
    const day = 24 * 60 * 60 * 1000;
    sameAnswer(await at(day - 1), first);
    // Done anew: another visit than the one that the code was sent to.
    assert.equal((await at(day)).reason, 'NOT_FOUND');
    await service.resetClock();
  });

  test('that is missing or malformed is refused', async () => {
    const {operator, body} = await withCode();
    const send = (key: string | readonly string[] | undefined) =>
      operator.ask({method: 'POST', path: '/v1/challenges', body, headers: {'idempotency-key': key}});
    assert.equal((await send(undefined)).reason, 'IDEMPOTENCY_KEY_MISSING');
    for (const key of ['', 'short12', 'x'.repeat(256), 'with a space', 'with-ümlaut', [randomUUID(), randomUUID()]]) {
      const answer = await send(key);
      assert.deepEqual([answer.status, answer.reason], [400, 'IDEMPOTENCY_KEY_INVALID'], String(key));
    }
    for (const key of ['12345678', 'x'.repeat(255), '"quoted-key"']) assert.equal((await send(key)).status, 200, key);
  });
});

describe('no answer is kept', () => {
  test('of a caller who was not let in', async () => {
    const {operator, verify, right} = await withCode();
    const key = randomUUID();
    const headers = {authorization: 'Bearer cs_secret_wrong'};
    assert.equal((await operator.post(verify, {code: right}, {key, headers})).status, 401);
    assert.equal(
      (await operator.post(verify, {code: right}, {key, headers: {origin: 'https://evil.test'}})).status,
      403,
    );
    assert.equal((await operator.post(verify, {code: right}, {key})).status, 200);
  });

  test('of a request that was not of its form', async () => {
    const {operator, verify, right} = await withCode();
    const key = randomUUID();
    assert.equal((await operator.post(verify, {code: `${right} `}, {key})).reason, 'REQUEST_INVALID');
    assert.equal((await operator.post(verify, {code: right}, {key})).status, 200);
  });

  test('of "too many": the same key goes through later', async () => {
    const {operator, challengeId} = await withCode();
    const key = randomUUID();
    const resend = () => operator.post(`/v1/challenges/${challengeId}:resend`, undefined, {key});
    assert.equal((await resend()).reason, 'RATE_LIMITED');
    await service.advanceClock(61);
    assert.equal((await resend()).status, 200);
    await service.resetClock();
  });
});

describe('a wrong code that locked the account', () => {
  test('sent again counts once, and no code is compared while it is locked and after', async () => {
    const visitId = visitOf('a visit that outlasts the lock');
    const running = await withCode(visitId);
    const {operator, challengeId, verify, right, wrong} = running;
    const {failuresBeforeLock, lockFor} = service.config.settings;
    await service.database.query('UPDATE accounts SET failures = $2 WHERE account_id = $1', [
      operator.accountId,
      failuresBeforeLock - 1,
    ]);
    const failures = async () =>
      (await service.sandbox<{failures: number}>('GET', `/sandbox/accounts/${operator.accountId}`)).failures;
    const key = randomUUID();
    const locking = await operator.post(verify, {code: wrong}, {key});
    assert.deepEqual([locking.status, locking.reason], [429, 'ACCOUNT_LOCKED']);
    assert.equal(await failures(), failuresBeforeLock);

    using comparisons = countComparisons(challengeId);
    const again = await Promise.all([
      operator.post(verify, {code: wrong}, {key}),
      // The right one is told nothing else, under the same key and under a new one.
      operator.post(verify, {code: right}, {key}),
      operator.post(verify, {code: right}),
    ]);
    for (const {status, reason, metadata} of again) {
      // On PostgreSQL two of one key may meet.
      if (reason === 'IDEMPOTENCY_IN_FLIGHT') continue;
      assert.deepEqual([status, reason, Object.keys(metadata ?? {})], [429, 'ACCOUNT_LOCKED', ['retryAfter']]);
    }
    await service.advanceClock(lockFor + 1);
    const renewed = await operator.again({visitId});
    const afterwards = await renewed.post(verify, {code: wrong}, {key});
    await service.resetClock();
    assert.equal(afterwards.reason, 'CODE_EXPIRED');
    assert.equal(comparisons.count, 0);
    assert.equal(await failures(), failuresBeforeLock);
    assert.equal(await attemptsOf(running), 1);
  });
});

test('a change whose repetition came too fast gives its answer after the wait, under the same key', async () => {
  let now = new Date();
  const busy = await startTestService({
    requestsPerMinute: {session: 12, accessKey: 1000},
    machineNow: () => now,
  });
  try {
    const one = new Conversation(await busy.operator('phone-only'));
    await one.provesIdentity();
    const {challenge, code} = await one.awaitsCodeAt('+8615100010002');
    const body = {challengeId: challenge.challengeId, code};
    const options = {key: randomUUID(), securityToken: one.securityToken};
    const confirm = () => one.operator.post('/v1/securityPhone:confirm', body, options);
    const first = await confirm();
    assert.equal(first.status, 200, first.text);

    let refused = await confirm();
    while (refused.status === 200) refused = await confirm();
    assert.deepEqual([refused.status, refused.reason], [429, 'RATE_LIMITED']);
    const seconds = Number(refused.headers['retry-after']);
    assert.ok(seconds >= 1 && seconds <= 60, refused.text);
    now = new Date(now.getTime() + seconds * 1000);
    sameAnswer(await confirm(), first);
  } finally {
    await busy.close();
  }
});

test('a record shows nothing of the request and the answer', async () => {
  const {operator, verify, right} = await withCode();
  const key = randomUUID();
  const {result, requestId} = await operator.post(verify, {code: right}, {key});
  const {securityToken} = result as unknown as {securityToken: string};
  const rows = await service.database.query<{scope: Buffer; fingerprint: Buffer; answer: Buffer}>(
    'SELECT * FROM idempotency_records',
  );
  const stored = rows
    .map(
      (row) =>
        JSON.stringify(row) +
        Object.values(row)
          .map((value) => Buffer.from(value).toString('latin1'))
          .join(),
    )
    .join();
  for (const secret of [securityToken, key, String(requestId), right, operator.accountId]) {
    assert.ok(!stored.includes(secret));
    assert.ok(!stored.includes(Buffer.from(secret).toString('base64').replaceAll('=', '')));
  }
});

test('while one request with a key is under way, another waits for its answer or is told to ask again', async () => {
  const {operator, body} = await withCode();
  const key = randomUUID();
  const {accessKeyId} = service.partner.accessKey;
  const record = new IdempotencyRecord(
    service.config.keys,
    {accountId: operator.accountId, accessKeyId, operationId: 'createChallenge', key},
    'another request',
  );
  const released = signal();
  const underWay = signal();
  const first = service.database.transaction(async (db) => {
    await record.take(db, new Date());
    underWay.give();
    await released.given;
  });
  await underWay.given;
  const second = operator.post('/v1/challenges', body, {key});
  if (service.database.engine === 'postgresql') {
    const told = await second;
    assert.deepEqual([told.status, told.reason, told.headers['retry-after']], [409, 'IDEMPOTENCY_IN_FLIGHT', '1']);
  }
  released.give();
  await first;
  assert.equal((await operator.post('/v1/challenges', body, {key})).status, 200);
  assert.ok([200, 409].includes((await second).status));
});

describe('an answer that is lost after the effect', () => {
  test('is given when the request is sent again, five times, and the effect is one', async () => {
    const running = await withCode();
    const {operator, verify, wrong} = running;
    const key = randomUUID();
    await service.order(operator.accountId, 'verifyChallenge', {drop: 'after'});
    await assert.rejects(operator.post(verify, {code: wrong}, {key}));
    const answers = [];
    for (let tries = 0; tries < 5; tries++) answers.push(await operator.post(verify, {code: wrong}, {key}));
    const [first] = answers;
    assert.deepEqual([first?.reason, first?.metadata], ['CODE_INCORRECT', {attemptsLeft: 4}]);
    assert.equal(new Set(answers.map(({text}) => text)).size, 1);
    assert.equal(await attemptsOf(running), 1);
  });
});

describe('an ordered outcome', () => {
  test('that drops the answer before the effect leaves none', async () => {
    const running = await withCode();
    const {operator, verify, right, wrong} = running;
    await service.order(operator.accountId, 'verifyChallenge', {drop: 'before'});
    const key = randomUUID();
    await assert.rejects(operator.post(verify, {code: wrong}, {key}));
    assert.equal(await attemptsOf(running), 0);
    assert.equal((await operator.post(verify, {code: right})).status, 200);
  });

  test('of a reason has no effect and is not kept', async () => {
    const running = await withCode();
    const {operator, verify, right} = running;
    await service.order(operator.accountId, 'verifyChallenge', {reason: 'RATE_LIMITED', metadata: {retryAfter: 7}});
    const key = randomUUID();
    const refused = await operator.post(verify, {code: right}, {key});
    assert.deepEqual([refused.status, refused.reason, refused.headers['retry-after']], [429, 'RATE_LIMITED', '7']);
    assert.equal(refused.headers['access-control-allow-origin'], portalOrigin);
    assert.equal(await attemptsOf(running), 0);
    assert.equal((await operator.post(verify, {code: right}, {key})).status, 200);
  });

  test('of another body has the effect, and the true answer is given the next time', async () => {
    const {operator, verify, right} = await withCode();
    const key = randomUUID();
    await service.order(operator.accountId, 'verifyChallenge', {body: 'html'});
    await service.order(operator.accountId, 'verifyChallenge', {body: 'garbage'});
    const page = await operator.post(verify, {code: right}, {key});
    assert.match(String(page.headers['content-type']), /text\/html/);
    const garbage = await operator.post(verify, {code: right}, {key});
    assert.equal(garbage.result, undefined);
    assert.throws(() => {
      JSON.parse(garbage.text);
    });
    const answer = await operator.post(verify, {code: right}, {key});
    assert.match(answer.text, /securityToken/);
  });

  test('that stalls begins an answer and never ends it', async () => {
    const {operator} = await withCode();
    await service.order(operator.accountId, 'getAccount', {stall: true});
    const stalled = await fetch(`${service.url}/v1/account`, {
      headers: {authorization: `Bearer ${operator.clientSecret}`, origin: portalOrigin},
    });
    assert.equal(stalled.status, 200);
    assert.ok(stalled.body);
    const reader = stalled.body.getReader();
    assert.ok(((await reader.read()).value?.length ?? 0) > 0);
    await reader.cancel();
    assert.equal((await operator.get('/v1/account')).status, 200);
  });

  test('of a delay answers as usual, later', async () => {
    const {operator} = await withCode();
    await service.order(operator.accountId, 'getAccount', {delayMs: 60});
    const started = performance.now();
    assert.equal((await operator.get('/v1/account')).status, 200);
    assert.ok(performance.now() - started >= 50);
  });

  test('is for one account and one operation', async () => {
    const {operator} = await withCode();
    const other = await service.operator();
    await service.order(operator.accountId, 'getAccount', {reason: 'INTERNAL'}, 2);
    assert.equal((await other.get('/v1/account')).status, 200);
    assert.equal((await operator.get('/v1/verificationMethods')).status, 200);
    const answers = [
      await operator.get('/v1/account'),
      await operator.get('/v1/account'),
      await operator.get('/v1/account'),
    ];
    assert.deepEqual(
      answers.map(({status}) => status),
      [500, 500, 200],
    );
  });
});
