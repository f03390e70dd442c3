import type {Database, Db} from './db.ts';
import {isRetriable, isUnavailable, Unavailable} from './unavailable.ts';

/** The connection that a transaction holds. */
export interface Connection {
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs several statements, without parameters. */
  script(sql: string): Promise<void>;
}

/** A database whose transactions can also run the scripts of migrations. */
export interface Engine extends Omit<Database, 'transaction'> {
  transaction<T>(work: (transaction: OpenTransaction) => Promise<T>): Promise<T>;
}

/** The inside of a transaction: a transaction within it is a savepoint. */
export class OpenTransaction implements Db {
  readonly #connection: Connection;
  readonly #depth: number;

  constructor(connection: Connection, depth = 0) {
    this.#connection = connection;
    this.#depth = depth;
  }

  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    return this.#connection.query<Row>(text, values);
  }

  script(sql: string): Promise<void> {
    return this.#connection.script(sql);
  }

  async transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const savepoint = `level_${this.#depth + 1}`;
    await this.#connection.query(`SAVEPOINT ${savepoint}`);
    let result: T;
    try {
      result = await work(new OpenTransaction(this.#connection, this.#depth + 1));
    } catch (error) {
      await this.#connection.query(`ROLLBACK TO SAVEPOINT ${savepoint}`);
      await this.#connection.query(`RELEASE SAVEPOINT ${savepoint}`);
      throw error;
    }
    await this.#connection.query(`RELEASE SAVEPOINT ${savepoint}`);
    return result;
  }
}

const maxRetries = 3;

/** Runs `attempt` again, at most three times, when it lost against another transaction. Other failures pass through. */
export async function withRetries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let retries = 0; ; retries++) {
    try {
      return await attempt();
    } catch (error) {
      if (isRetriable(error) && retries < maxRetries) continue;
      throw isUnavailable(error) ? new Unavailable({cause: error}) : error;
    }
  }
}
