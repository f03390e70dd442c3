import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {readConfig} from '../../config.ts';
import {InvalidConfiguration} from '../../environment.ts';
import {newDevelopmentSecrets} from '../../secrets.ts';

const key = () => randomBytes(32).toString('base64');
const keys = () => ({ACCOUNT_KEY_CODES: key(), ACCOUNT_KEY_FIELDS: key(), ACCOUNT_KEY_INDEX: key()});
const production = () => ({
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://db.example/account',
  SENDER_URL: 'https://sender.example/messages',
  ACCESS_KEYS: 'PARTNER0001:a-secret-of-some-length',
  ...keys(),
});

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    readConfig(variables);
    return [];
  } catch (error) {
    assert.ok(error instanceof InvalidConfiguration);
    return error.problems;
  }
}

test('nothing has to be set for development', () => {
  const config = readConfig({});
  assert.equal(config.port, 8787);
  assert.equal(config.isProduction, false);
  assert.equal(config.accessKeys.length, 1);
  const {codeLifetime, codeAttempts, resendAfter, sendsPerHour, sendsPerDay, securityTokenLifetime} = config.settings;
  assert.deepEqual(
    {codeLifetime, codeAttempts, resendAfter, sendsPerHour, sendsPerDay, securityTokenLifetime},
    {codeLifetime: 300, codeAttempts: 5, resendAfter: 60, sendsPerHour: 5, sendsPerDay: 10, securityTokenLifetime: 300},
  );
});

test('everything that is wrong is said at once', () => {
  const problems = problemsOf({
    ACCOUNT_PORT: '99999',
    DATABASE_URL: 'mysql://db.example',
    SENDER_URL: 'ftp://sender.example',
    CODE_LIFETIME_SECONDS: '601',
    FAILURES_BEFORE_LOCK: '101',
    LOG_LEVEL: 'loud',
    PHONE_REGIONS: 'China',
    SUPPORT_TICKET_URL: 'javascript:alert(1)',
    TRUSTED_PROXIES: 'anybody',
    ACCESS_KEYS: 'short',
    ACCOUNT_KEY_CODES: 'dG9vIHNob3J0',
  });
  for (const name of [
    'ACCOUNT_PORT',
    'DATABASE_URL',
    'SENDER_URL',
    'CODE_LIFETIME_SECONDS',
    'FAILURES_BEFORE_LOCK',
    'LOG_LEVEL',
    'PHONE_REGIONS',
    'SUPPORT_TICKET_URL',
    'TRUSTED_PROXIES',
    'ACCESS_KEYS',
    'ACCOUNT_KEY_CODES',
    'ACCOUNT_KEY_FIELDS',
    'ACCOUNT_KEY_INDEX',
  ]) {
    assert.ok(
      problems.some((problem) => problem.startsWith(name)),
      name,
    );
  }
});

describe('a bound', () => {
  const cases: [string, string, boolean][] = [
    ['CODE_LIFETIME_SECONDS', '600', true],
    ['CODE_LIFETIME_SECONDS', '601', false],
    ['CODE_LIFETIME_SECONDS', '29', false],
    ['CODE_LIFETIME_SECONDS', '1e2', false],
    ['CODE_LIFETIME_SECONDS', '-60', false],
    ['CODE_LIFETIME_SECONDS', '60.5', false],
    ['FAILURES_BEFORE_LOCK', '100', true],
    ['FAILURES_BEFORE_LOCK', '101', false],
    ['FAILURES_BEFORE_LOCK', '0', false],
    ['ACCOUNT_PORT', '0', true],
    ['ACCOUNT_PORT', '65536', false],
  ];
  for (const [name, value, isRight] of cases) {
    test(`of ${name} ${isRight ? 'takes' : 'refuses'} ${value}`, () => {
      assert.equal(problemsOf({[name]: value}).length, isRight ? 0 : 1);
    });
  }
});

test('a lock that a code would outlive is refused: a wrong code sent again would count twice', () => {
  assert.deepEqual(problemsOf({LOCK_SECONDS: '300', CODE_LIFETIME_SECONDS: '300'}), []);
  assert.match(problemsOf({LOCK_SECONDS: '299', CODE_LIFETIME_SECONDS: '300'}).join(), /^LOCK_SECONDS/);
});

describe('production', () => {
  test('starts with everything of its own', () => {
    assert.equal(readConfig(production()).isProduction, true);
  });

  for (const name of ['DATABASE_URL', 'SENDER_URL', 'ACCESS_KEYS', 'ACCOUNT_KEY_CODES']) {
    test(`refuses to start without ${name}`, () => {
      const variables: Record<string, string> = {...production(), [name]: ''};
      assert.match(problemsOf(variables).join('\n'), new RegExp(name));
    });
  }

  test('refuses keys that are short, alike, guessable, or made for a sandbox', () => {
    const shared = key();
    const bad: Record<string, Record<string, string>> = {
      'too short': {ACCOUNT_KEY_CODES: randomBytes(31).toString('base64')},
      'not base64': {ACCOUNT_KEY_CODES: 'x'.repeat(44)},
      alike: {ACCOUNT_KEY_CODES: shared, ACCOUNT_KEY_FIELDS: shared},
      guessable: {ACCOUNT_KEY_CODES: Buffer.alloc(32).toString('base64')},
      "a sandbox's": {ACCOUNT_KEY_CODES: newDevelopmentSecrets().keys.codes.toString('base64')},
    };
    for (const [name, variables] of Object.entries(bad)) {
      assert.equal(problemsOf({...production(), ...variables}).length, 1, name);
    }
  });

  test('never quotes a secret', () => {
    const secret = 'Zm9vYmFyYmF6cXV4';
    const said = problemsOf({...production(), ACCOUNT_KEY_CODES: secret, ACCESS_KEYS: `x:${secret}`}).join('\n');
    assert.ok(said.length > 0 && !said.includes(secret));
  });
});

test('a PostgreSQL outlives the process, and so must the keys', () => {
  const variables = {DATABASE_URL: 'postgresql://localhost/account'};
  assert.match(problemsOf(variables).join(), /ACCOUNT_KEY_CODES/);
  assert.deepEqual(problemsOf({...variables, ...keys()}), []);
});

test('development secrets are made once for a directory, for its owner only', () => {
  const directory = mkdtempSync(join(tmpdir(), 'account-secrets-'));
  try {
    const first = readConfig({ACCOUNT_DATA_DIR: directory});
    const second = readConfig({ACCOUNT_DATA_DIR: directory});
    assert.deepEqual(second.keys, first.keys);
    assert.deepEqual(second.accessKeys, first.accessKeys);
    const file = join(directory, 'secrets.json');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.ok(readFileSync(file, 'utf8').includes(first.keys.codes.toString('base64')));
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
});
