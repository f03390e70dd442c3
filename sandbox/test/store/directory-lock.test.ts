import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {hostname, tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, test} from 'node:test';
import {DirectoryInUse, lockDirectory} from '../../store/directory-lock.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'account-lock-'));
});
afterEach(() => rmSync(directory, {recursive: true, force: true}));

const locks = () => readdirSync(directory).filter((name) => name.startsWith('lock'));
const leave = (holder: object | string, number = 1) =>
  writeFileSync(join(directory, `lock.${number}`), typeof holder === 'string' ? holder : JSON.stringify(holder));

/** A process that took the lock and said so. */
async function holder() {
  const script = `import {lockDirectory} from ${JSON.stringify(new URL('../../store/directory-lock.ts', import.meta.url).href)};
    lockDirectory(process.argv[1]); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test('a second process is refused and told who has the directory', async () => {
  const child = await holder();
  try {
    assert.throws(
      () => lockDirectory(directory),
      (error) => error instanceof DirectoryInUse && error.message.includes(`process ${child.pid}`),
    );
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

test('the lock of a process that was killed is taken over', async () => {
  const child = await holder();
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.equal(locks().length, 1);
  const release = lockDirectory(directory);
  assert.equal(locks().length, 1);
  assert.match(readFileSync(join(directory, locks()[0] ?? ''), 'utf8'), new RegExp(`"pid":${process.pid}`));
  release();
  assert.deepEqual(locks(), []);
});

test('the lock of a process whose id another process has by now is taken over', () => {
  leave({pid: process.pid, host: hostname(), started: 'another boot/1'});
  lockDirectory(directory)();
});

test('the same process cannot take it twice', () => {
  const release = lockDirectory(directory);
  assert.throws(() => lockDirectory(directory), DirectoryInUse);
  release();
  lockDirectory(directory)();
});

test('a lock of another machine is never taken over', () => {
  leave({pid: 1, host: `not-${hostname()}`, started: ''});
  assert.throws(() => lockDirectory(directory), /another machine.*delete .*lock\.1/);
});

test('a lock that cannot be read is taken over', () => {
  leave('');
  leave('{"pid":', 2);
  const release = lockDirectory(directory);
  assert.deepEqual(locks(), ['lock.3']);
  release();
});

test('of several processes that find a stale lock at once, at most one goes on', async () => {
  leave({pid: 2 ** 22 + 1, host: hostname(), started: ''});
  const script = `import {lockDirectory} from ${JSON.stringify(new URL('../../store/directory-lock.ts', import.meta.url).href)};
    process.stdin.once('data', () => {
      try { lockDirectory(process.argv[1]); console.log('held'); } catch (error) { console.log(error.name); }
    });
    console.log('ready'); setInterval(() => {}, 1000);`;
  const children = Array.from({length: 4}, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script, directory], {stdio: ['pipe', 'pipe', 'inherit']}),
  );
  const next = async (child: (typeof children)[number]) => String((await once(child.stdout, 'data'))[0]).trim();
  try {
    assert.deepEqual(
      await Promise.all(children.map(next)),
      children.map(() => 'ready'),
    );
    const outcomes = Promise.all(children.map(next));
    children.forEach((child) => child.stdin.write('go\n'));
    const held = (await outcomes).filter((outcome) => outcome === 'held');
    assert.ok(held.length <= 1, `${held.length} processes have the directory`);
  } finally {
    await Promise.all(children.map((child) => (child.kill('SIGKILL'), once(child, 'exit'))));
  }
});
