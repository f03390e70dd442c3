import type {Clock} from '../domain/clock.ts';
import type {Keys} from '../domain/settings.ts';
import type {Db} from '../store/db.ts';
import {handOver} from './handover.ts';
import type {Sender} from './sender.ts';

/** Milliseconds between two looks into the outbox. */
const interval = 500;

/** Hands the outbox over to a real sender for as long as it runs. Any number of processes may run one. */
export class OutboxWorker {
  readonly #parts: {db: Db; keys: Keys; sender: Sender; now: () => Promise<Date>};
  readonly #onError: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;

  /** `onError` hears of a database that fails; the worker goes on. */
  constructor(
    {db, keys, sender, clock}: {db: Db; keys: Keys; sender: Sender; clock: Clock},
    onError: (error: unknown) => void,
  ) {
    this.#parts = {db, keys, sender, now: () => clock.now(db)};
    this.#onError = onError;
  }

  start(): void {
    this.#stopped = false;
    this.#wait(0);
  }

  /** Stops after what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  #wait(milliseconds: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#round = this.#work();
    }, milliseconds);
    this.#timer.unref();
  }

  async #work(): Promise<void> {
    try {
      // As long as there is something to do, without a pause.
      while (!this.#stopped && (await handOver(this.#parts)) > 0);
    } catch (error) {
      this.#onError(error);
    }
    this.#wait(interval);
  }
}
