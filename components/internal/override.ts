/** Lays a portal's own words over texts. What is not a text, or throws, is passed over. */
export function override<T extends object>(texts: T, overrides: unknown, free = false): T {
  if (typeof overrides !== 'object' || overrides === null) return texts;
  const entries = Object.entries(texts).map(([key, text]: [string, unknown]): [string, unknown] => {
    const own = read(overrides, key);
    if (typeof text === 'object' && text !== null) return [key, override(text, own, key === 'problems')];
    if (typeof own === 'string') return [key, typeof text === 'function' ? () => own : own];
    if (typeof own === 'function' && (typeof text === 'function' || free)) return [key, guarded(own, text)];
    return [key, text];
  });
  return Object.fromEntries(entries) as T;
}

function read(object: object, key: string): unknown {
  try {
    return Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
  } catch {
    return undefined;
  }
}

function guarded(own: unknown, text: unknown) {
  const call = (from: unknown, facts: readonly unknown[]): unknown =>
    typeof from === 'function' ? Reflect.apply(from, undefined, facts) : from;
  return (...facts: readonly unknown[]): unknown => {
    try {
      const said = call(own, facts);
      if (typeof said === 'string') return said;
    } catch {
      // The kit's own words are better than none.
    }
    return call(text, facts);
  };
}
