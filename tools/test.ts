// `npm test`: everything that decides whether a change is good, and one closing line: `N passed, N failed`.
// `npm test -- unit service` runs only the parts that are named.
import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {ensureChromium} from './browser.ts';

interface Part {
  readonly name: string;
  readonly command: string;
  /** How its output says how many tests passed and failed. A part without counts as one test. */
  readonly counts?: {readonly passed: RegExp; readonly failed: RegExp};
  readonly browser?: true;
  readonly environment?: NodeJS.ProcessEnv;
}

const node = {passed: /^ℹ pass (\d+)$/m, failed: /^ℹ fail (\d+)$/m};
const line = {passed: /(\d+) passed, \d+ failed/g, failed: /\d+ passed, (\d+) failed/g};
const runner = 'node --import ./tools/resolve-ts.ts --test --test-reporter=spec';

const parts: readonly Part[] = [
  {name: 'contract', command: 'node tools/contract.ts --check'},
  {name: 'types', command: 'tsc && tsc -p tsconfig.node.json'},
  {name: 'lint', command: 'eslint . --max-warnings 0'},
  {name: 'format', command: 'prettier --check .'},
  {name: 'unit', command: `${runner} "test/src/**/*.test.ts"`, counts: node},
  {
    name: 'service',
    command: `${runner} "sandbox/test/**/*.test.ts"`,
    counts: node,
    environment: {TEST_DATABASE_URL: ''},
  },
  // The same on PostgreSQL, where there is one: see tools/with-postgresql.sh.
  ...(process.env.TEST_DATABASE_URL
    ? [{name: 'service-postgresql', command: `${runner} "sandbox/test/**/*.test.ts"`, counts: node}]
    : []),
  {name: 'build', command: 'node tools/build.ts'},
  {
    name: 'package',
    command:
      'publint --strict && attw --pack . --profile esm-only --exclude-entrypoints openapi.yaml --include-entrypoints components/account-provider components/security-phone-editor locales/zh-CN',
  },
  {name: 'size', command: 'node bench/size.ts', counts: line},
  {name: 'components', command: 'wtr', counts: line, browser: true},
  {name: 'stories', command: 'npm run -s storybook:build && node tools/test-stories.ts', counts: line, browser: true},
  {
    name: 'portal',
    command: `${runner} "test/e2e/**/*.test.ts"`,
    counts: node,
    browser: true,
  },
];

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const named = process.argv.slice(2).flatMap((name) => (name === 'service' ? [name, 'service-postgresql'] : [name]));
const unknown = named.filter((name) => name !== 'service-postgresql' && !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts: ${parts.map((part) => part.name).join(', ')}.`);
  process.exit(2);
}
const chosen = parts.filter((part) => named.length === 0 || named.includes(part.name));

let passed = 0;
let failed = 0;
const broken: string[] = [];
for (const part of chosen) {
  const started = performance.now();
  console.log(`\n── ${part.name}`);
  if (part.browser) ensureChromium();
  const {code, output} = await run(part);
  const count = (pattern: RegExp | undefined) => (pattern ? last(output, pattern) : undefined);
  const good = count(part.counts?.passed) ?? (code === 0 && !part.counts ? 1 : 0);
  // A part that fails without a failed test (it could not start, its server died) is a failure all the same.
  const bad = Math.max(count(part.counts?.failed) ?? 0, code === 0 && (!part.counts || good > 0) ? 0 : 1);
  passed += good;
  failed += bad;
  if (bad > 0) broken.push(part.name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${part.name}: ${String(good)} good, ${String(bad)} bad, ${seconds} s`);
}
if (broken.length > 0) console.log(`\nLook at: ${broken.join(', ')}`);
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** The number in the last match of a pattern. */
function last(text: string, pattern: RegExp): number | undefined {
  const number = [...text.matchAll(new RegExp(pattern, 'gm'))].at(-1)?.[1];
  return number === undefined ? undefined : Number(number);
}

function run({command, environment}: Part): Promise<{code: number | null; output: string}> {
  return new Promise((resolve) => {
    const separator = process.platform === 'win32' ? ';' : ':';
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: `${root}node_modules/.bin${separator}${process.env.PATH ?? ''}`,
        FORCE_COLOR: '0',
        ...environment,
      },
    });
    let output = '';
    const take = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString();
      to.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('close', (code) => {
      resolve({code, output});
    });
  });
}
