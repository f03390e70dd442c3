import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Database} from './db.ts';
import {lockDirectory} from './directory-lock.ts';
import {migrate, migrations, type Migration} from './migrate.ts';
import {openPGlite} from './pglite.ts';
import {openPostgreSql} from './postgresql.ts';
import type {Engine} from './transaction.ts';

/** Where the data is. Without `url` and `directory` it is in memory and gone with the process. */
export interface Location {
  /** `postgresql://…`. */
  readonly url?: string | undefined;
  /** The directory of the embedded engine. */
  readonly directory?: string | undefined;
}

/**
 * Opens the database and brings its schema up to date. Takes the directory of the embedded engine for this
 * process alone: throws a `DirectoryInUse` when another process has it.
 */
export async function openDatabase(
  {url, directory}: Location,
  files: readonly Migration[] = migrations(),
): Promise<Database> {
  const release = url === undefined && directory !== undefined ? lockDirectory(directory) : () => undefined;
  let engine: Engine | undefined;
  try {
    engine = url === undefined ? await openPGlite(embeddedPath(directory)) : openPostgreSql(url);
    await migrate(engine, files);
  } catch (error) {
    await engine?.close();
    release();
    throw error;
  }
  const opened = engine;
  return {
    ...opened,
    close: async () => {
      await opened.close();
      release();
    },
  };
}

function embeddedPath(directory: string | undefined): string | undefined {
  if (directory === undefined) return undefined;
  const path = join(directory, 'database');
  mkdirSync(path, {recursive: true});
  return path;
}
