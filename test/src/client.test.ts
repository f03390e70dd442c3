import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {Worker} from 'node:worker_threads';
import {build} from 'esbuild';
import {createAccountClient, type AccountClientOptions} from '../../src/index.ts';
import {grant} from '../support/node/fixtures.ts';

const fetchClientSecret = () => Promise.resolve(grant());
const root = new URL('../../', import.meta.url);

describe('an endpoint', () => {
  for (const endpoint of [
    'https://account.example',
    'https://account.example/',
    'https://account.example:8443/base/path',
    'http://localhost:8787',
    'http://127.0.0.1:8787/',
    'http://[::1]:8787/',
    'http://account.localhost/',
    new URL('https://account.example'),
  ]) {
    it(`may be ${String(endpoint)}`, () => assert.ok(createAccountClient({endpoint, fetchClientSecret})));
  }

  for (const endpoint of [
    '',
    '/relative',
    '//account.example/',
    'account.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ws://localhost/',
    'http://account.example/',
    'http://localhost.example/',
    'http://notlocalhost/',
    'http://127.0.0.1.example/',
    'http://192.168.0.1/',
    'https://user@account.example/',
    'https://:letmein@account.example/',
    'https://user:letmein@account.example/',
    'https://account.example/?key=1',
    'https://account.example/#part',
  ]) {
    it(`must not be ${endpoint || 'empty'}, and the error does not quote it`, () =>
      assert.throws(
        () => createAccountClient({endpoint, fetchClientSecret}),
        (error) =>
          error instanceof TypeError && !error.message.includes('letmein') && error.message.includes('endpoint'),
      ));
  }

  it('gets one slash at its end', async () => {
    let asked = '';
    const client = createAccountClient({
      endpoint: 'https://account.example/base',
      fetchClientSecret,
      fetch: (input) => {
        asked = (input as Request).url;
        client.close();
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    });
    await assert.rejects(client.account.get());
    assert.equal(asked, 'https://account.example/base/v1/account');
  });
});

describe('a client', () => {
  it('cannot be made without a session source', () =>
    assert.throws(() => createAccountClient({endpoint: 'https://a.example'} as AccountClientOptions), TypeError));

  it('does not send a language that is none', async () => {
    let language: string | null = '';
    const client = createAccountClient({
      endpoint: 'https://account.example',
      fetchClientSecret,
      lang: 'zh-CN, */*; <script>',
      fetch: (input) => {
        language = (input as Request).headers.get('accept-language');
        client.close();
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    });
    await assert.rejects(client.account.get());
    assert.equal(language, null);
  });
});

/** Runs a module text with the SDK's sources, in a process of its own. */
const run = async (code: string, ...flags: string[]): Promise<string> => {
  const module = ['--import', './tools/resolve-ts.ts', '--input-type=module', '--eval', code];
  const {stdout} = await promisify(execFile)(process.execPath, [...flags, ...module], {cwd: root});
  return stdout.trim();
};

const use = `
  const {createAccountClient, AccountError} = await import('./src/index.ts');
  const client = createAccountClient({
    endpoint: 'https://account.example',
    fetchClientSecret: async () => (${JSON.stringify(grant())}),
    fetch: async () => new Response('{"requestId":"r","error":{"details":[{"reason":"NOT_FOUND"}]}}', {status: 404, headers: {'content-type': 'application/json'}}),
  });
  await client.account.get().catch((error) => console.log(error.name, error.reason, error instanceof AccountError));
`;

describe('the SDK', () => {
  it('imports where there is no page', async () => {
    assert.equal(await run(`await import('./src/index.ts'); console.log(typeof document)`), 'undefined');
  });

  it('runs in a worker', async () => {
    const worker = new Worker(
      new URL(
        `data:text/javascript,${encodeURIComponent(use.replace("'./src/index.ts'", JSON.stringify(new URL('src/index.ts', root).href)))}`,
      ),
      {execArgv: ['--import', new URL('tools/resolve-ts.ts', root).pathname], stdout: true},
    );
    let output = '';
    for await (const chunk of worker.stdout) output += String(chunk);
    assert.equal(output.trim(), 'AccountError NOT_FOUND true');
  });

  it('does its work with prototypes that somebody has added to', async () => {
    assert.equal(
      await run(`Object.prototype.polluted = 'x'; Array.prototype.extra = 'y'; ${use}`),
      'AccountError NOT_FOUND true',
    );
  });

  it('does its work where prototypes are frozen and __proto__ is gone', async (t) => {
    // As it is built for browsers: class fields become assignments there.
    const folder = await mkdtemp(join(tmpdir(), 'account-kit-'));
    t.after(() => rm(folder, {recursive: true}));
    const outfile = join(folder, 'sdk.mjs');
    const entryPoints = [new URL('src/index.ts', root).pathname];
    await build({entryPoints, outfile, bundle: true, format: 'esm', target: 'es2022'});
    const built = JSON.stringify(pathToFileURL(outfile).href);
    const freeze =
      'for (const {prototype} of [Object, Array, Error, Promise, Map, Function]) Object.freeze(prototype);';
    const imported = `const sdk = await import(${built});`;
    assert.equal(
      await run(`${imported} ${freeze} ${use.replace("'./src/index.ts'", built)}`, '--disable-proto=delete'),
      'AccountError NOT_FOUND true',
    );
  });

  it('says nothing on its own', async () => {
    const silent = `for (const name of Object.keys(console)) console[name] = () => process.stdout.write('!'); ${use.replace(/console\.log\([^;]*\)\)/, 'undefined)')}`;
    assert.equal(await run(silent), '');
  });
});
