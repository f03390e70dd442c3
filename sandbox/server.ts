// Runs the account service until it is told to stop. What can be configured stands in README.md beside this file.
import {readConfig} from './config.ts';
import {InvalidConfiguration} from './environment.ts';
import {startService, type Service} from './service.ts';
import {DirectoryInUse} from './store/directory-lock.ts';
import {Unavailable} from './store/unavailable.ts';

function explain(error: unknown): string {
  if (error instanceof InvalidConfiguration || error instanceof DirectoryInUse) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${process.env.ACCOUNT_PORT ?? '8787'} is taken. Stop what listens there, or set ACCOUNT_PORT to another.`;
  }
  if (error instanceof Unavailable) return 'The database at DATABASE_URL does not answer.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function run(): Promise<Service> {
  const service = await startService(readConfig(process.env));
  console.error(`Account service: ${service.url}`);
  return service;
}

try {
  const starting = run();
  const stop = () => {
    void starting.then((service) => service.close()).then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await starting;
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
