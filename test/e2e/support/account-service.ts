import type {AccessKey} from '../../../examples/portal/backend/sign.ts';
import {readConfig} from '../../../sandbox/config.ts';
import {startService} from '../../../sandbox/service.ts';

/** An account service of one test file, on an empty database in memory. */
export interface AccountService {
  readonly url: string;
  /** The partner's key that the portal uses. */
  readonly accessKey: AccessKey;
  /** What it wrote to its log so far, line by line. */
  logs(): readonly string[];
  /** Every row of every table, as text. */
  dump(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Starts an account service on a free port. */
export async function startAccountService(): Promise<AccountService> {
  const lines: string[] = [];
  const config = readConfig({
    ACCOUNT_PORT: '0',
    // All operators of a test come from one address; no limit of the address is tested here.
    SENDS_PER_ADDRESS: '10000',
  });
  const [key] = config.accessKeys;
  if (!key) throw new Error('The service has no access key.');
  const service = await startService(config, {logTo: {write: (line: string) => void lines.push(line)}});
  // Pages and the portal know the service by a name, as they would elsewhere.
  const url = service.url.replace('127.0.0.1', 'localhost');
  return {
    url,
    accessKey: {id: key.accessKeyId, secret: key.secretAccessKey},
    logs: () => lines,
    dump: async () => {
      const tables = await service.database.query<{name: string}>(
        `SELECT table_schema || '."' || table_name || '"' AS name FROM information_schema.tables
         WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
      );
      const rows = await Promise.all(
        tables.map(async ({name}) =>
          (await service.database.query(`SELECT * FROM ${name}`)).map((row) => `table ${name}: ${asText(row)}`),
        ),
      );
      return rows.flat();
    },
    close: () => service.close(),
  };
}

/** A row as text; bytes both as hexadecimal digits and as the characters that they may be. */
function asText(row: Record<string, unknown>): string {
  return Object.entries(row)
    .map(([column, value]) => {
      const bytes = value instanceof Uint8Array ? Buffer.from(value) : undefined;
      return `${column}=${bytes ? `${bytes.toString('hex')} ${bytes.toString('latin1')}` : JSON.stringify(value)}`;
    })
    .join(' ');
}
