import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {isSignedWith, parseSignature, parseSignatureDate, type SignedRequest} from '../../http/signature.ts';
import {ask, startTestService, type TestService} from '../support/service.ts';

interface Vector {
  readonly name: string;
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const {accessKeyId, secretAccessKey, vectors} = JSON.parse(
  readFileSync(new URL('./signature-vectors.json', import.meta.url), 'utf8'),
) as {accessKeyId: string; secretAccessKey: string; vectors: Vector[]};

function accepts({method, target, headers, body}: Vector, secret = secretAccessKey): boolean {
  const [path = '', query = ''] = target.split('?');
  const request: SignedRequest = {method, path, query, headers: (name) => [headers[name] ?? '']};
  const signature = parseSignature(headers.authorization ?? '');
  return signature !== undefined && isSignedWith(secret, signature, request, Buffer.from(body));
}

describe("the signer of JD Cloud's own Node SDK", () => {
  for (const vector of vectors) {
    test(`is accepted: ${vector.name}`, () => assert.ok(accepts(vector)));
    test(`is bound to every part: ${vector.name}`, () => {
      const {headers} = vector;
      const altered: Vector[] = [
        {...vector, method: vector.method === 'GET' ? 'DELETE' : 'GET'},
        {...vector, target: vector.target.replace('/v1/', '/v2/')},
        {...vector, target: `${vector.target}${vector.target.includes('?') ? '&' : '?'}more=1`},
        {...vector, body: `${vector.body} `},
        ...['accept', 'content-type', 'host', 'x-jdcloud-date', 'x-jdcloud-nonce'].map((name) => ({
          ...vector,
          headers: {...headers, [name]: `${headers[name] ?? ''}x`},
        })),
      ];
      assert.deepEqual(
        altered.map((one) => accepts(one)),
        altered.map(() => false),
      );
      assert.equal(accepts(vector, `${secretAccessKey}x`), false);
    });
  }

  test('is accepted over HTTP, once', async () => {
    const service = await startTestService({
      accessKeys: [{accessKeyId, secretAccessKey}],
      // The vectors were signed at this moment.
      machineNow: () => new Date('2026-11-20T06:50:00Z'),
    });
    try {
      const vector = vectors.find(({method}) => method === 'GET');
      assert.ok(vector);
      const asked = {method: vector.method, path: vector.target, headers: vector.headers};
      // The key belongs to no account of this service: that is said to its owner only.
      assert.equal((await ask(service.url, asked)).reason, 'NOT_FOUND');
      assert.equal((await ask(service.url, asked)).reason, 'SIGNATURE_INVALID');
    } finally {
      await service.close();
    }
  });
});

test("a query that is signed as it is sent, as JD Cloud's Go SDK does, is accepted", async () => {
  const service = await startTestService();
  try {
    // Not in alphabetical order, so that the two forms differ.
    const answer = await service.partner.ask({path: '/v1/describeUser?b=1&a=2'});
    assert.equal(answer.reason, 'NOT_FOUND');
  } finally {
    await service.close();
  }
});

test('a date is read in the one form of the algorithm', () => {
  assert.equal(parseSignatureDate('20261120T064600Z')?.toISOString(), '2026-11-20T06:46:00.000Z');
  for (const text of ['', '2026-11-20T06:46:00Z', '20261320T064600Z', '20261120T064600', '20261120T064600+0800']) {
    assert.equal(parseSignatureDate(text), undefined, text);
  }
});

describe('a signed request', () => {
  let service: TestService;
  before(async () => {
    service = await startTestService();
  });
  after(() => service.close());

  const describeUser = {path: '/v1/describeUser'};
  const minutes = (count: number, from = Date.now()) => new Date(from + count * 60_000);

  test('is taken within 15 minutes of the clock, and not beyond', async () => {
    for (const [distance, reason] of [
      [-14.9, 'NOT_FOUND'],
      [14.9, 'NOT_FOUND'],
      [-15.1, 'SIGNATURE_INVALID'],
      [15.1, 'SIGNATURE_INVALID'],
    ] as const) {
      assert.equal((await service.partner.ask(describeUser, minutes(distance))).reason, reason, `${distance} minutes`);
    }
  });

  test('is taken whatever time the clock of the sandbox was set to', async () => {
    await service.advanceClock(7 * 24 * 3600);
    assert.equal((await service.partner.ask(describeUser)).reason, 'NOT_FOUND');
    await service.resetClock();
  });

  test('is taken once, also when it is sent 20 times at once', async () => {
    const asked = service.partner.signed(describeUser);
    const answers = await Promise.all(Array.from({length: 20}, () => ask(service.url, asked)));
    const taken = answers.filter(({reason}) => reason === 'NOT_FOUND');
    assert.equal(taken.length, 1);
    assert.ok(answers.every((answer) => taken.includes(answer) || answer.reason === 'SIGNATURE_INVALID'));
  });

  test('that is forged does not use up the nonce', async () => {
    const nonce = 'nonce-of-the-partner';
    const forged = service.stranger.signed(describeUser, undefined, nonce);
    const authorization = String(forged.headers?.authorization).replace(
      service.stranger.accessKey.accessKeyId,
      service.partner.accessKey.accessKeyId,
    );
    assert.equal(
      (await ask(service.url, {...forged, headers: {...forged.headers, authorization}})).reason,
      'SIGNATURE_INVALID',
    );
    assert.equal((await service.partner.ask(describeUser, undefined, nonce)).reason, 'NOT_FOUND');
  });

  test('of an unknown access key is answered like a wrong signature', async () => {
    const {headers, ...asked} = service.partner.signed(describeUser);
    const unknown = String(headers?.authorization).replace(service.partner.accessKey.accessKeyId, 'NOBODY0001');
    const wrong = String(headers?.authorization).replace(/Signature=../, 'Signature=00');
    const answers = await Promise.all(
      [unknown, wrong].map((authorization) => ask(service.url, {...asked, headers: {...headers, authorization}})),
    );
    const [first, second] = answers.map(({status, text, requestId = ''}) => ({
      status,
      text: text.replace(requestId, ''),
    }));
    assert.equal(first?.status, 401);
    assert.deepEqual(first, second);
  });

  test('with a part missing or doubled is refused', async () => {
    const {headers = {}, ...asked} = service.partner.signed(describeUser);
    const variants: Record<string, typeof headers> = {
      'no authorization': {...headers, authorization: undefined},
      'no date': {...headers, 'x-jdcloud-date': undefined},
      'no nonce': {...headers, 'x-jdcloud-nonce': undefined},
      'two nonces': {...headers, 'x-jdcloud-nonce': [String(headers['x-jdcloud-nonce']), 'another']},
      'host not signed': {...headers, authorization: String(headers.authorization).replace(';host;', ';')},
      'another date in the scope': {
        ...headers,
        authorization: String(headers.authorization).replace(/\/\d{8}\//, '/20200101/'),
      },
      'a bearer secret': {...headers, authorization: 'Bearer cs_secret_nothing'},
    };
    for (const [name, variant] of Object.entries(variants)) {
      const answer = await ask(service.url, {
        ...asked,
        headers: variant,
        path: '/v1/componentSessions/cs_1',
        method: 'DELETE',
      });
      assert.equal(answer.reason, 'SIGNATURE_INVALID', name);
      assert.equal(answer.headers['www-authenticate'], 'JDCLOUD2-HMAC-SHA256');
    }
  });

  test('describes the account that owns the access key', async () => {
    const {accountId} = await service.operator();
    await service.database.query('UPDATE access_keys SET account_id = $1 WHERE access_key_id = $2', [
      accountId,
      service.partner.accessKey.accessKeyId,
    ]);
    const answer = await service.partner.ask(describeUser);
    assert.equal((answer.result as {accountId: string} | undefined)?.accountId, accountId);
  });
});
