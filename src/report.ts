/** Hands an error of the page's own code to where the page's errors go, without disturbing what is under way here. */
export function report(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/** Calls a function of the page. What it throws is reported and changes nothing here. */
export function tell<A extends unknown[]>(listener: ((...news: A) => void) | undefined, ...news: A): void {
  try {
    listener?.(...news);
  } catch (error) {
    report(error);
  }
}
