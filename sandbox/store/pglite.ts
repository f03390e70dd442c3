import {PGlite, types} from '@electric-sql/pglite';
import {OpenTransaction, withRetries, type Connection, type Engine} from './transaction.ts';

// The same JavaScript values as from PostgreSQL's driver, see postgresql.ts.
const parsers = {
  [types.INT8]: (value: string) => Number(value),
  [types.DATE]: (value: string) => value,
  [types.BYTEA]: (value: string) => Buffer.from(value.slice(2), 'hex'),
};

/**
 * Opens the embedded engine: in `directory`, or in memory without one. It has one connection, so that
 * transactions run one after the other. It does not survive a loss of power (it never calls fsync).
 */
export async function openPGlite(directory?: string): Promise<Engine> {
  const engine = await PGlite.create(directory ?? 'memory://', {parsers});
  await engine.exec(`SET TIME ZONE 'UTC'`);
  const connection = (on: Pick<PGlite, 'query' | 'exec'>): Connection => ({
    query: async <Row>(text: string, values: readonly unknown[] = []) => (await on.query<Row>(text, [...values])).rows,
    script: async (sql) => {
      await on.exec(sql);
    },
  });
  const outside = connection(engine);

  return {
    engine: 'pglite',
    query: <Row>(text: string, values?: readonly unknown[]) => withRetries(() => outside.query<Row>(text, values)),
    transaction: (work) =>
      withRetries(() => engine.transaction((inside) => work(new OpenTransaction(connection(inside))))),
    close: async () => {
      if (!engine.closed) await engine.close();
    },
  };
}
