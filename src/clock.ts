/** The service's clock, as well as it can be known here. The browser's own date plays no part in it. */
export interface ServiceClock {
  /** Milliseconds since 1970 by the service's clock. */
  now(): number;
}

/** A `ServiceClock` that learns from the answers of the service. */
export class LearningClock implements ServiceClock {
  // The monotonic clock goes on evenly when somebody sets the date of the computer.
  #offset: number | undefined;

  now(): number {
    return this.#offset === undefined ? Date.now() : performance.now() + this.#offset;
  }

  /**
   * Takes note of an answer: `stamp` is its time by the service, `roundTrip` the milliseconds since the request left.
   * When the answer arrives, the service's clock stands somewhere between `stamp` and `stamp + roundTrip`;
   * what is known already is moved only as far as it contradicts that.
   */
  learn(stamp: number, roundTrip: number): void {
    const earliest = stamp - performance.now();
    const known = this.#offset ?? earliest;
    this.#offset = Math.min(Math.max(known, earliest), earliest + roundTrip);
  }
}
