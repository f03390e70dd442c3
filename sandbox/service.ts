import type {AddressInfo} from 'node:net';
import type {Server} from 'node:http';
import {setImmediate as nextTurn, setTimeout as wait} from 'node:timers/promises';
import type {DestinationStream} from 'pino';
import {createApp} from './app.ts';
import type {Config} from './config.ts';
import {replaceAccessKeys} from './domain/access-key.ts';
import {sandboxClock, systemClock} from './domain/clock.ts';
import {operations} from './domain/operations.ts';
import {sessionOperations} from './domain/session.ts';
import {readContract} from './http/contract.ts';
import {Door} from './http/door.ts';
import {createListener} from './http/listener.ts';
import {openLog} from './http/log.ts';
import {responseHeaders} from './http/response-headers.ts';
import {forgetRegularly} from './retention.ts';
import {HttpSender} from './outbox/sender.ts';
import {OutboxWorker} from './outbox/worker.ts';
import {samplePhoneRisk} from './personas/magic-numbers.ts';
import {sandboxRoutes} from './personas/routes.ts';
import {openDatabase} from './store/open.ts';
import type {Database} from './store/db.ts';

/** A service that is ready. */
export interface Service {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly database: Database;
  /** Finishes what is under way, at most for `drainMs`, and closes the database. */
  close(): Promise<void>;
}

/** What a test may put in the place of the machine's. */
export interface Surroundings {
  /** Takes the log instead of the standard output. */
  readonly logTo?: DestinationStream;
  readonly machineNow?: () => Date;
}

/** Milliseconds that requests under way have when the service stops. The process is to end within ten seconds. */
const drainMs = 8000;
const farewellMs = 150;

/**
 * Starts the account service: opens the database, brings it up to date, and listens on 127.0.0.1. Ready when it
 * resolves. Throws when the port is taken (`EADDRINUSE`), the directory is in use or the database does not answer.
 */
export async function startService(
  config: Config,
  {logTo, machineNow = () => new Date()}: Surroundings = {},
): Promise<Service> {
  const log = openLog(config.logLevel, logTo);
  const database = await openDatabase({url: config.databaseUrl, directory: config.dataDirectory});
  let isStopping = false;
  try {
    await replaceAccessKeys(database, config.accessKeys, config.keys.fields);
    const isSandbox = !config.isProduction && config.senderUrl === undefined;
    const {keys, settings} = config;
    const clock = isSandbox ? sandboxClock : systemClock;
    const headers = responseHeaders(config);
    const door = new Door(readContract(), log, headers, {
      ...config,
      machineNow,
      database,
      clock,
      operations: {...operations, ...sessionOperations},
      phoneRisk: isSandbox ? samplePhoneRisk : {check: () => Promise.resolve('unknown')},
      playsOutcomes: isSandbox,
    });
    const sandbox = isSandbox ? sandboxRoutes({database, keys, settings}) : undefined;
    const app = createApp({door, database, sandbox, headers, isStopping: () => isStopping});
    const server = createListener((request, bindings) => app.fetch(request, bindings), config.timeouts, headers);
    const url = await listen(server, config.port);
    const stopForgetting = forgetRegularly(database, clock, log);
    const worker =
      config.senderUrl === undefined
        ? undefined
        : new OutboxWorker({db: database, keys, sender: new HttpSender(config.senderUrl), clock}, (error) =>
            log.failure('handover', error),
          );
    worker?.start();
    log.info('ready');
    let closing: Promise<void> | undefined;
    const close = async () => {
      isStopping = true;
      log.info('stopping');
      stopForgetting();
      await drain(server);
      await worker?.stop();
      await database.close();
    };
    return {url, database, close: () => (closing ??= close())};
  } catch (error) {
    await database.close();
    throw error;
  }
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

/** Takes no new connections, answers what is under way, and breaks off what takes too long. */
async function drain(server: Server): Promise<void> {
  // What was sent before is answered and not broken: also what still waits in the system's buffers, which are read
  // between the turns of the event loop.
  await wait(farewellMs);
  for (let turn = 0; turn < 5; turn++) await nextTurn();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
