// `npm start` as a person meets it: what it says, what it keeps, how it ends.
import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, stat} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, suite, test} from 'node:test';
import {fileURLToPath} from 'node:url';

interface Run {
  readonly child: ChildProcess;
  /** Resolves with all that was said when it says this, rejects when it ends before. */
  says(words: RegExp): Promise<string>;
  /** Resolves with exit code and all that was said. */
  readonly ended: Promise<{code: number | null; said: string}>;
}

suite('npm start', () => {
  let directory: string;
  let ports: {ACCOUNT_PORT: string; PORTAL_PORT: string};
  const running = new Set<ChildProcess>();

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'account-kit-'));
    ports = {ACCOUNT_PORT: await freePort(), PORTAL_PORT: await freePort()};
  });
  after(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(directory, {recursive: true});
  });

  const start = (...args: string[]): Run => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('../../tools/start.ts', import.meta.url)), ...args], {
      env: {...process.env, ...ports, ACCOUNT_DATA_DIR: directory},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = once(child, 'close').then(([code]) => {
      running.delete(child);
      return {code: code as number | null, said};
    });
    const says = async (words: RegExp) => {
      const heard = new Promise<string>((resolve) => {
        const listen = () => {
          if (words.test(said)) resolve(said);
        };
        for (const stream of [child.stdout, child.stderr]) stream.on('data', listen);
      });
      return Promise.race([heard, ended.then(() => assert.fail(`it ended, saying: ${said}`))]);
    };
    return {child, says, ended};
  };
  const create = async () => {
    const response = await fetch(`http://127.0.0.1:${ports.ACCOUNT_PORT}/sandbox/accounts`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({persona: 'new-account'}),
    });
    return ((await response.json()) as {result: {accountId: string}}).result.accountId;
  };
  const exists = async (accountId: string) =>
    (await fetch(`http://127.0.0.1:${ports.ACCOUNT_PORT}/sandbox/accounts/${accountId}`)).status === 200;

  test('says where everything is, keeps its data between runs, begins anew when told, and stops when told', async () => {
    const first = start();
    const said = await first.says(/Ctrl\+C/);
    for (const address of [
      `http://localhost:${ports.PORTAL_PORT}`,
      `http://localhost:${ports.ACCOUNT_PORT}`,
      `http://localhost:${ports.ACCOUNT_PORT}/sandbox/inbox`,
    ]) {
      assert.ok(said.includes(address), address);
    }
    const page = await fetch(`http://localhost:${ports.PORTAL_PORT}`);
    assert.match(await page.text(), /Quayside Console/);
    const accountId = await create();
    assert.equal((await stat(join(directory, 'secrets.json'))).mode & 0o777, 0o600);

    const taken = await start().ended;
    assert.equal(taken.code, 1);
    assert.match(taken.said, /Port \d+ of the account service is taken. Choose another: ACCOUNT_PORT=…/);

    first.child.kill('SIGTERM');
    assert.equal((await first.ended).code, 0);

    const second = start();
    await second.says(/Ctrl\+C/);
    assert.ok(await exists(accountId), 'the account of the first run is there');
    second.child.kill('SIGINT');
    assert.equal((await second.ended).code, 0);

    const third = start('--fresh');
    await third.says(/Ctrl\+C/);
    assert.ok(!(await exists(accountId)), 'the account of the first run is gone');
    third.child.kill('SIGTERM');
    assert.equal((await third.ended).code, 0);
  });
});

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}
