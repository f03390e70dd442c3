import {randomBytes} from 'node:crypto';
import pg from 'pg';
import {migrate} from '../../store/migrate.ts';
import type {Database} from '../../store/db.ts';
import {openPGlite} from '../../store/pglite.ts';
import {openPostgreSql} from '../../store/postgresql.ts';

/** A database of a test file's own, with the schema of the service. */
export interface Engine {
  readonly name: string;
  open(): Promise<Database>;
}

const inMemory: Engine = {
  name: 'PGlite',
  async open() {
    const database = await openPGlite();
    await migrate(database);
    return database;
  },
};

const onServer = (url: string): Engine => ({
  name: 'PostgreSQL',
  async open() {
    const name = `rules_${randomBytes(6).toString('hex')}`;
    const administration = new pg.Client({connectionString: url});
    await administration.connect();
    await administration.query(`CREATE DATABASE ${name}`);
    const own = new URL(url);
    own.pathname = `/${name}`;
    // A busy machine must not make a rule look broken: how long the service waits is tested elsewhere.
    const database = openPostgreSql(own.href, {connect: 60_000, statement: 60_000, lock: 60_000});
    await migrate(database);
    return {
      ...database,
      close: async () => {
        await database.close();
        await administration.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await administration.end();
      },
    };
  },
});

const url = process.env.TEST_DATABASE_URL;

/** The engine of this run: PostgreSQL when `TEST_DATABASE_URL` names one, otherwise the embedded one. */
export const engines: readonly Engine[] = [url ? onServer(url) : inMemory];
