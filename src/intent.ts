/**
 * One thing that the operator means to do. As long as nobody can say whether it was done, asking again for the same
 * keeps the idempotency key, so that it is done once; asking for something else, or a definite answer, begins a new
 * intent.
 */
export class Intent {
  #key: string | undefined;
  #request: string | undefined;

  /** The key for a request: its address, its proof of identity and its body as one text. */
  keyFor(request: string): string {
    if (this.#key === undefined || this.#request !== request) this.#key = crypto.randomUUID();
    this.#request = request;
    return this.#key;
  }

  /** The service has answered the request with this key: the next request is a new intent. */
  settle(key: string): void {
    if (this.#key === key) this.#key = this.#request = undefined;
  }
}
