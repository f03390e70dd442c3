import type {Db} from '../store/db.ts';

/** The one clock of the service. */
export interface Clock {
  now(db: Db): Promise<Date>;
}

/** The machine's clock. */
export const systemClock: Clock = {now: () => Promise.resolve(new Date())};

interface Setting {
  offset_ms: number;
  frozen_at: Date | null;
}

/** A clock that tests can set. Its setting is in the database, so that all processes of a sandbox agree. */
export const sandboxClock: Clock = {
  async now(db) {
    const [setting] = await db.query<Setting>('SELECT offset_ms, frozen_at FROM sandbox_clock WHERE id = 1');
    return setting?.frozen_at ?? new Date(Date.now() + (setting?.offset_ms ?? 0));
  },
};

/** Sets the sandbox's clock to `now`; it goes on from there, or stands still when `frozen`. */
export async function setClock(db: Db, now: Date, frozen = false): Promise<void> {
  await db.query(
    `INSERT INTO sandbox_clock (id, offset_ms, frozen_at) VALUES (1, $1, $2)
     ON CONFLICT (id) DO UPDATE SET offset_ms = excluded.offset_ms, frozen_at = excluded.frozen_at`,
    [now.getTime() - Date.now(), frozen ? now : null],
  );
}

/** Moves the sandbox's clock by `seconds`; a clock that stands still goes on standing still. */
export async function advanceClock(db: Db, seconds: number): Promise<void> {
  const ms = Math.round(seconds * 1000);
  await db.query(
    `INSERT INTO sandbox_clock (id, offset_ms) VALUES (1, $1::bigint)
     ON CONFLICT (id) DO UPDATE SET offset_ms = sandbox_clock.offset_ms + $1::bigint,
       frozen_at = sandbox_clock.frozen_at + make_interval(secs => $2::double precision)`,
    [ms, ms / 1000],
  );
}

/** Lets the sandbox's clock be the machine's again. */
export async function resetClock(db: Db): Promise<void> {
  await db.query('DELETE FROM sandbox_clock');
}
