/** Says whether a value from the network is what the SDK takes it for. */
export type Check<T = unknown> = (value: unknown) => value is T;

/** An object, and not an array. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A string. */
export const isText = (value: unknown): value is string => typeof value === 'string';

/** `true` or `false`. */
export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

/** A whole number from 0 on. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** A point in time as the contract writes it: `2026-11-20T06:46:00.000Z`. */
export const isTime = (value: unknown): value is string =>
  isText(value) && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));

/** An identifier that can stand in a path as it is. */
export const isId = (value: unknown): value is string => isText(value) && /^[\w-]{1,64}$/.test(value);

/** A secret that can stand in a header as it is. */
export const isSecret = (value: unknown): value is string => isText(value) && /^[\x21-\x7e]{1,4096}$/.test(value);

/** A list whose every item passes. */
export const listOf =
  <T>(check: Check<T>): Check<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(check);

/** Absent, or as the check says. */
export const optional =
  <T>(check: Check<T>): Check<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || check(value);

/** An object with members that pass. Further members are welcome: the service may know more than this SDK. */
export const shape =
  <T>(members: Readonly<Partial<Record<keyof T & string, Check>>>): Check<T> =>
  (value): value is T =>
    isObject(value) &&
    Object.entries<Check | undefined>(members).every(([name, check]) =>
      check?.(Object.hasOwn(value, name) ? value[name] : undefined),
    );
