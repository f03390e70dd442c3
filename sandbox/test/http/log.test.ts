import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {after, before, test} from 'node:test';
import {openLog} from '../../http/log.ts';
import {ask, startTestService, type TestService} from '../support/service.ts';
import {portalOrigin} from '../support/partner.ts';

let service: TestService;
before(async () => {
  service = await startTestService();
});
after(() => service.close());

const allowed = new Set([
  'level',
  'time',
  'msg',
  'requestId',
  'method',
  'route',
  'status',
  'reason',
  'ms',
  'accessKeyId',
  'accountId',
  'replayed',
  'error',
]);

test('the log of a whole change says what happened, and nothing of what was typed or given', async () => {
  const canary = 'canary0000canary';
  const operator = await service.operator();
  const secrets = [operator.clientSecret, service.partner.accessKey.secretAccessKey, canary];
  const {result} = await operator.get(`/v1/verificationMethods?${canary}=${canary}`, {
    'user-agent': canary,
    referer: `https://portal.example/${canary}`,
    cookie: canary,
    'x-forwarded-for': canary,
  });
  const [method] = (result as unknown as {methods: {methodId: string; masked: string}[]}).methods;
  const sent = await operator.post('/v1/challenges', {methodId: method?.methodId, purpose: 'changeSecurityPhone'});
  const {challengeId} = sent.result as unknown as {challengeId: string};
  const code = await operator.newestCode();
  await operator.post(`/v1/challenges/${challengeId}:verify`, {code: canary});
  const key = randomUUID();
  const proof = await operator.post(`/v1/challenges/${challengeId}:verify`, {code}, {key});
  await operator.post(`/v1/challenges/${challengeId}:verify`, {code}, {key});
  const {securityToken} = proof.result as unknown as {securityToken: string};
  const phone = '+8613922220002';
  await operator.post('/v1/securityPhone:propose', {phone}, {securityToken});
  await operator.post('/v1/securityPhone:propose', {phone: canary}, {securityToken});
  await ask(service.url, {path: `/v1/${canary}`, headers: {authorization: `Bearer ${canary}`, origin: portalOrigin}});
  await ask(service.url, {
    method: 'POST',
    path: '/v1/challenges',
    body: `{"${canary}":`,
    headers: {authorization: canary},
  });

  const log = service.log.join('');
  for (const secret of [
    ...secrets,
    code,
    key,
    securityToken,
    challengeId,
    phone,
    phone.slice(3),
    String(method?.masked),
  ]) {
    assert.ok(!log.includes(secret), `the log holds ${secret}`);
  }
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const line of lines)
    assert.deepEqual(
      Object.keys(line).filter((name) => !allowed.has(name)),
      [],
    );
  const verified = lines.filter(({route}) => route === '/v1/challenges/{challengeId}:verify');
  assert.deepEqual(
    verified.map(({method: verb, status, reason, accountId, replayed}) => ({
      verb,
      status,
      reason,
      accountId,
      replayed,
    })),
    [
      {verb: 'POST', status: 400, reason: 'REQUEST_INVALID', accountId: operator.accountId, replayed: undefined},
      {verb: 'POST', status: 200, reason: undefined, accountId: operator.accountId, replayed: undefined},
      {verb: 'POST', status: 200, reason: undefined, accountId: operator.accountId, replayed: true},
    ],
  );
  assert.equal(verified[1]?.requestId, proof.requestId);
});

test('every event is one line of JSON, whatever is in it', () => {
  const lines: string[] = [];
  const log = openLog('info', {write: (line) => void lines.push(line)});
  const evil = 'a\r\nb\u2028c\u001b[31m"}';
  log.request({requestId: evil, method: evil, route: evil, accountId: evil});
  log.failure('failed', Object.assign(new Error(evil), {code: evil}));
  assert.equal(lines.length, 2);
  for (const line of lines) {
    assert.equal(line.trimEnd().split(/[\r\n]/).length, 1);
    assert.ok(!line.includes('\u001b'));
    JSON.parse(line);
  }
  assert.equal((JSON.parse(lines[0] ?? '') as {method: string}).method, 'other');
});

test('of an error its message is not written: it may quote what was sent', () => {
  const lines: string[] = [];
  openLog('info', {write: (line) => void lines.push(line)}).failure('failed', new Error('13812345678'));
  assert.ok(!lines.join('').includes('13812345678'));
  assert.match(lines.join(''), /log\.test\.ts/);
});

test('a failure inside is answered as such, without its details, and the process goes on', async () => {
  const operator = await service.operator();
  await service.database.query('ALTER TABLE verification_methods RENAME TO hidden_methods');
  const broken = await operator.get('/v1/verificationMethods');
  await service.database.query('ALTER TABLE hidden_methods RENAME TO verification_methods');
  assert.deepEqual([broken.status, broken.reason], [500, 'INTERNAL']);
  assert.ok(!/verification_methods|select|\.ts/i.test(broken.text));
  assert.equal(broken.headers['access-control-allow-origin'], portalOrigin);
  assert.equal((await operator.get('/v1/verificationMethods')).status, 200);
});
