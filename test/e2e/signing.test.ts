import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sign} from '../../examples/portal/backend/sign.ts';

const key = {id: 'AKEXAMPLE00000000000', secret: 'sample-secret-of-the-tests'};
const at = new Date('2026-11-20T06:46:00.000Z');
const endpoint = 'http://localhost:8787';

// Made once with the published jdcloud-sdk-js 1.2.202: key, moment, service and region as above.
const vectors = [
  {
    what: 'a read',
    method: 'GET',
    path: '/v1/describeUser',
    nonce: '8c29f538-3986-47bc-97ba-f3cdd288d6a2',
    signature: 'f05808435166be1ec70d26c536df012fea2bbd33751368d2a2168463a1d69643',
  },
  {
    what: 'a body with Chinese in it',
    method: 'POST',
    path: '/v1/componentSessions',
    body: '{"accountId":"123456789012","components":["security-phone-editor"],"allowedOrigins":["http://localhost:8080"],"expiresIn":900,"visitId":"订单-visit"}',
    nonce: '8ae36503-0d85-4ebd-9293-ebf967b3874d',
    signature: 'c27abb43c82688a9a7f04fc618a463afef1a9ef198c27bd13bbf582b4340e841',
  },
  {
    what: 'a deletion',
    method: 'DELETE',
    path: '/v1/componentSessions/cs_8Wq2Lx5Nv7',
    nonce: '6d403e01-1635-46ea-8dd2-274327a51206',
    signature: 'cf573e2c23e03373465bc5c9e912363009900e9e790d4c3f876c2929fc508a2f',
  },
  {
    what: 'a query that has to be encoded',
    method: 'GET',
    path: '/v1/things?pageNumber=2&title=a%20b%26c%20%E4%B8%AD%E6%96%87',
    nonce: 'd57e797e-0c5e-4a90-8627-3ccb41cc81c4',
    signature: '976141de8e8e2df6fc8ca1be64753a055052688e90e06ff96fbe5cefa0e65e49',
  },
];

for (const {what, method, path, body, nonce, signature} of vectors) {
  test(`signs ${what} as JD Cloud's own SDK does`, () => {
    const headers = sign({method, url: new URL(path, endpoint), body, key, at, nonce});
    const {authorization = ''} = headers;
    assert.match(
      authorization,
      /^JDCLOUD2-HMAC-SHA256 Credential=AKEXAMPLE00000000000\/20261120\/jdcloud-api\/account\//,
    );
    assert.equal(authorization.split('Signature=')[1], signature);
  });
}

test('a nonce is made for every request', () => {
  const url = new URL('/v1/describeUser', endpoint);
  const nonces = [1, 2].map(() => sign({method: 'GET', url, key, at})['x-jdcloud-nonce']);
  assert.notEqual(nonces[0], nonces[1]);
});

test('the secret is in no header', () => {
  const headers = sign({method: 'GET', url: new URL(endpoint), key, at});
  assert.ok(!JSON.stringify(headers).includes(key.secret));
});
