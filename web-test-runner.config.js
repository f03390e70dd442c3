import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {fileURLToPath} from 'node:url';
import {startTestService} from './sandbox/test/support/service.ts';
import {launchOptions} from './tools/browser.ts';

/**
 * The real account service beside the tests, and what only a portal's backend or a telephone could do for them:
 * `POST /test-service/<what>` makes accounts, mints sessions, reads messages, orders outcomes and sets the clock.
 */
const accountService = // All tests come from one address, and their sample numbers have one prefix.
  startTestService({settings: {sendsPerAddress: 100_000, sendsPerPrefix: 100_000}});

const errands = {
  address: (service) => ({endpoint: service.url}),
  account: (service, {order}) => service.sandbox('POST', '/sandbox/accounts', order),
  session: (service, {order}) => service.partner.mint(order),
  messages: (service, {accountId}) => service.sandbox('GET', `/sandbox/inbox?accountId=${accountId}`),
  outcome: (service, {order}) => service.sandbox('POST', '/sandbox/outcomes', order),
  clock: (service, {order}) => service.sandbox('PUT', '/sandbox/clock', order),
};

async function runErrand(context, next) {
  const [, errand] = /^\/test-service\/(\w+)$/.exec(context.path) ?? [];
  if (context.method !== 'POST' || !Object.hasOwn(errands, errand ?? '')) return next();
  const chunks = [];
  for await (const chunk of context.req) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks).toString() || '{}');
  context.body = (await errands[errand](await accountService, body)) ?? {};
}

const stopService = {name: 'account-service', serverStop: async () => (await accountService).close()};

/** The last line of a run, as the other test tools write it. */
const closingLine = {
  onTestRunFinished({sessions}) {
    let passed = 0;
    let failed = 0;
    const count = ({tests, suites}) => {
      for (const {skipped, passed: good} of tests) {
        if (good) passed++;
        else if (!skipped) failed++;
      }
      suites.forEach(count);
    };
    for (const {testResults, passed: good} of sessions) {
      if (testResults) count(testResults);
      // A file that could not be loaded has no tests that failed.
      else if (!good) failed++;
    }
    console.log(`components: ${passed} passed, ${failed} failed`);
  },
};

export default {
  files: 'test/components/**/*.test.ts',
  nodeResolve: true,
  middleware: [runErrand],
  // One at a time: the tests share the clock of one account service.
  concurrency: 1,
  browsers: [playwrightLauncher({product: 'chromium', launchOptions: launchOptions()})],
  plugins: [
    stopService,
    esbuildPlugin({ts: true, tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)), target: 'es2022'}),
  ],
  reporters: [defaultReporter({reportTestResults: true, reportTestProgress: false}), closingLine],
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testFramework: {config: {timeout: 10_000}},
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
};
