/** What the rules know of the database: one way in, whatever engine is behind it. */
export interface Db {
  /** Runs one statement with `$1`-style parameters and gives its rows. */
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;

  /** Runs `work` in one transaction, or in a savepoint when called inside one. A throw rolls it back. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
}

/** A database that was opened and has to be closed. */
export interface Database extends Db {
  readonly engine: 'pglite' | 'postgresql';
  close(): Promise<void>;
}
