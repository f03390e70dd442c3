import pg from 'pg';
import {OpenTransaction, withRetries, type Connection, type Engine} from './transaction.ts';

// bigint as number (counts fit), date as text: one form on both engines, see pglite.ts.
const parsers = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.DATE, String],
]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    parsers.get(oid) ?? (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
};

/** Milliseconds that the service waits for PostgreSQL, each step on its own. */
export interface Patience {
  readonly connect: number;
  readonly statement: number;
  readonly lock: number;
}

const usual: Patience = {connect: 3000, statement: 3000, lock: 2000};

/**
 * Opens a pool on the PostgreSQL at `url`. Connects when it is first asked, and again by itself after the
 * database was away. Statements and waits for locks end with an error after `patience`.
 */
export function openPostgreSql(url: string, patience: Patience = usual): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: 10,
    application_name: 'account-service',
    connectionTimeoutMillis: patience.connect,
    statement_timeout: patience.statement,
    lock_timeout: patience.lock,
    // One second more than the database's own limit: then the answer is the database's, unless it hangs.
    query_timeout: patience.statement + 1000,
    idle_in_transaction_session_timeout: 10_000,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that breaks is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);

  const inTransaction = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    const connection: Connection = {
      query: async <Row>(text: string, values: readonly unknown[] = []) =>
        (await client.query(text, [...values])).rows as Row[],
      script: async (sql) => {
        await client.query(sql);
      },
    };
    let broken = false;
    const onError = () => {
      broken = true;
    };
    client.on('error', onError);
    try {
      await client.query('BEGIN');
      const result = await work(connection);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  };

  return {
    engine: 'postgresql',
    query: <Row>(text: string, values: readonly unknown[] = []) =>
      withRetries(async () => (await pool.query(text, [...values])).rows as Row[]),
    transaction: (work) => withRetries(() => inTransaction((connection) => work(new OpenTransaction(connection)))),
    close: () => pool.end(),
  };
}
