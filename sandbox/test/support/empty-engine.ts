import {openPGlite} from '../../store/pglite.ts';
import {openPostgreSql} from '../../store/postgresql.ts';
import type {Engine} from '../../store/transaction.ts';
import {createTestDatabase} from './database.ts';

/** An empty database on the engine that tests run on, for tests of the store itself. */
export async function openTestEngine(): Promise<Engine> {
  const own = await createTestDatabase();
  if (own === undefined) return openPGlite();
  const engine = openPostgreSql(own.url);
  return {
    ...engine,
    close: async () => {
      await engine.close();
      await own.drop();
    },
  };
}
