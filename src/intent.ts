/**
 * One thing that the operator means to do. As long as nobody can say whether it was done, asking again with the same
 * body keeps the idempotency key, so that it is done once; another body, or a definite answer, begins a new intent.
 */
export class Intent {
  #key: string | undefined;
  #body: string | undefined;

  /** The key for a request with this body. */
  keyFor(body: string): string {
    if (this.#key === undefined || this.#body !== body) this.#key = crypto.randomUUID();
    this.#body = body;
    return this.#key;
  }

  /** The service has answered: the next request is a new intent. */
  settle(): void {
    this.#key = this.#body = undefined;
  }
}
