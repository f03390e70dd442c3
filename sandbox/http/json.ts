import {Refusal} from '../domain/refusal.ts';

const maxDepth = 8;
const invalid = (): never => {
  throw new Refusal('REQUEST_INVALID');
};

/**
 * Reads a JSON text as strictly as two different parsers have to agree on it: UTF-8 (a byte order mark may stand
 * before it), at most 8 levels, no member twice, no `__proto__`, no half surrogate pair and no U+0000 in a string.
 * Throws `REQUEST_INVALID`, which says nothing of the content.
 */
export function parseJson(bytes: Buffer): unknown {
  let value: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    value = JSON.parse(text);
  } catch {
    return invalid();
  }
  checkTokens(text);
  return value;
}

// Half a surrogate pair cannot be UTF-8, and PostgreSQL keeps no U+0000.
const unstorable = /[\p{Surrogate}\0]/u;
const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** Goes over the tokens of a text that is known to be JSON. */
function checkTokens(text: string): void {
  // One entry a level: the names seen in an object, nothing for an array.
  const open: (Set<string> | undefined)[] = [];
  let previous = '';
  for (const [found] of text.matchAll(token)) {
    if (found === '{' || found === '[') {
      open.push(found === '{' ? new Set() : undefined);
      if (open.length > maxDepth) invalid();
    } else if (found === '}' || found === ']') {
      open.pop();
    } else if (found.startsWith('"')) {
      const string = JSON.parse(found) as string;
      if (unstorable.test(string)) invalid();
      const names = open.at(-1);
      if (names !== undefined && (previous === '{' || previous === ',')) {
        if (names.has(string) || string === '__proto__') invalid();
        names.add(string);
      }
    }
    previous = found;
  }
}

/** A text of a JSON value that is the same for equal values, whatever the order of their members. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
