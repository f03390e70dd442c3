/** A request that was kept from being answered. */
export interface HeldRequest {
  /** Settles when the page has sent it. */
  readonly sent: Promise<void>;
  /** Whether the page has dropped it. */
  readonly dropped: () => boolean;
}

/** Holds the next request whose address ends so. A service cannot be made to have it arrive at a certain moment. */
export function holdNext(path: string): HeldRequest {
  const {fetch} = globalThis;
  let signal: AbortSignal | undefined;
  const sent = new Promise<void>((resolve) => {
    globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      if (!new URL(request.url).pathname.endsWith(path)) return fetch(request);
      globalThis.fetch = fetch;
      ({signal} = request);
      resolve();
      return new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      });
    };
  });
  return {sent, dropped: () => signal?.aborted ?? false};
}
