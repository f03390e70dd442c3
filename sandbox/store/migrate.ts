import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import type {Engine} from './transaction.ts';

/** One file of SQL, in the order of its name. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The migrations of this service, sorted. */
export function migrations(folder: URL = new URL('./migrations/', import.meta.url)): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{3}_[a-z_]+\.sql$/.test(name))
    .toSorted()
    .map((name) => ({name, sql: readFileSync(new URL(name, folder), 'utf8')}));
}

// Any number that nothing else in this database uses for a lock.
const migrationLock = 4_114_280_011;

/**
 * Brings the schema up to date, in one transaction: all or nothing. Several processes may start at once.
 * Throws when a file that was applied has changed since, or is missing: then nothing is touched.
 */
export async function migrate(database: Engine, files: readonly Migration[] = migrations()): Promise<void> {
  await database.transaction(async (db) => {
    // The others wait here longer than for a usual lock: migrating may take a while.
    await db.query(`SELECT set_config('lock_timeout', '60000', true), set_config('statement_timeout', '60000', true)`);
    await db.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await db.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const applied = new Map(
      (await db.query<{name: string; checksum: string}>('SELECT name, checksum FROM migrations')).map((row) => [
        row.name,
        row.checksum,
      ]),
    );
    for (const {name, sql} of files) {
      const checksum = createHash('sha256').update(sql).digest('hex');
      const known = applied.get(name);
      applied.delete(name);
      if (known === checksum) continue;
      if (known !== undefined) throw new Error(`migration ${name} was changed after it had been applied`);
      await db.script(sql);
      await db.query('INSERT INTO migrations (name, checksum) VALUES ($1, $2)', [name, checksum]);
    }
    const [unknown] = applied.keys();
    if (unknown !== undefined)
      throw new Error(`the database was migrated by a newer version: ${unknown} is not known here`);
  });
}
