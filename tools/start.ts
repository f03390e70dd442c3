// `npm start`: the account service on an embedded database, and the partner portal, ready to be used.
// `npm start -- --fresh` begins with an empty database.
import {existsSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Config} from '../sandbox/config.ts';

/** What keeps `npm start` from going on, in words for the person who typed it. */
class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

const root = fileURLToPath(new URL('..', import.meta.url));
const {ACCOUNT_PORT = '8787', PORTAL_PORT = '8080', ACCOUNT_DATA_DIR = '.data/account-service'} = process.env;

try {
  process.chdir(root);
  await start(process.argv.includes('--fresh'));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function start(fresh: boolean): Promise<void> {
  if (!existsSync('node_modules/hono')) throw new CannotStart('Nothing is installed yet: run `npm ci` first.');
  await requireFreePort(ACCOUNT_PORT, 'ACCOUNT_PORT', 'account service');
  await requireFreePort(PORTAL_PORT, 'PORTAL_PORT', 'portal');
  if (ACCOUNT_PORT === PORTAL_PORT) throw new CannotStart('ACCOUNT_PORT and PORTAL_PORT are the same.');

  const [{buildIfStale}, {readConfig}, {startService}, {startPortal}] = await Promise.all([
    import('./build.ts'),
    import('../sandbox/config.ts'),
    import('../sandbox/service.ts'),
    import('../examples/portal/server.ts'),
  ]);
  const dataDirectory = resolve(ACCOUNT_DATA_DIR);
  if (fresh) await empty(dataDirectory);
  const config = readConfig({LOG_LEVEL: 'warn', ...process.env, ACCOUNT_DATA_DIR: dataDirectory});
  const accessKey = partnerKey(config);

  buildIfStale();
  const accountEndpoint = `http://localhost:${ACCOUNT_PORT}`;
  const service = await startService(config);
  const portal = await startPortal({port: Number(PORTAL_PORT), accountEndpoint, accessKey}).catch(
    async (error: unknown) => {
      await service.close();
      throw error;
    },
  );

  console.log(`
  Partner portal    ${portal.url}
  Account service   ${accountEndpoint}
  Inbox             ${accountEndpoint}/sandbox/inbox

  Nothing is sent for real: codes arrive in the inbox, and in the portal under Messages.
  Data is kept in ${config.databaseUrl ? 'the database of DATABASE_URL' : `${ACCOUNT_DATA_DIR}; \`npm start -- --fresh\` begins anew`}.
  Ctrl+C stops both.
`);

  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= portal
      .close()
      .then(() => service.close())
      .then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  onEndOfNpm(stop);
}

/** npm tells its shell of a signal, and the shell tells nobody: that they are gone has to be noticed. */
function onEndOfNpm(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}

/** Removes what the embedded database holds, unless another process works on it. */
async function empty(dataDirectory: string): Promise<void> {
  if (process.env.DATABASE_URL) throw new CannotStart('--fresh is for the embedded database: DATABASE_URL is set.');
  const {lockDirectory} = await import('../sandbox/store/directory-lock.ts');
  lockDirectory(dataDirectory)();
  rmSync(dataDirectory, {recursive: true, force: true});
}

function partnerKey({accessKeys: [key]}: Config): {id: string; secret: string} {
  if (!key) throw new CannotStart('ACCESS_KEYS names no access key for the portal.');
  return {id: key.accessKeyId, secret: key.secretAccessKey};
}

/** Asked before anything is built: who has to change a port should not have to wait for it. */
function requireFreePort(port: string, variable: string, what: string): Promise<void> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new CannotStart(`${variable} is not a port: ${port}`);
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({code}: NodeJS.ErrnoException) => {
      const why = code === 'EADDRINUSE' ? 'is taken' : 'cannot be used';
      reject(new CannotStart(`Port ${port} of the ${what} ${why}. Choose another: ${variable}=… npm start`));
    });
    probe.listen(Number(port), '127.0.0.1', () => probe.close(() => resolve()));
  });
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('status' in error) return 'The build failed; see above.';
  const known = ['CannotStart', 'InvalidConfiguration', 'DirectoryInUse'];
  return known.includes(error.name) ? error.message : (error.stack ?? error.message);
}
