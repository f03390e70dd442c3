/** The database cannot be reached, or did not answer in time. Whether the last change was kept is not known. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';

  constructor(options?: ErrorOptions) {
    super('the database is not reachable', options);
  }
}

// Class 08 is the connection, 53 its resources, 57 an operator's doing, 58 the system. https://www.postgresql.org/docs/current/errcodes-appendix.html
const unavailableClasses = new Set(['08', '53', '57', '58']);
const unavailableCodes = new Set([
  '25006', // read only: a standby, or a disk that is full
  '40001',
  '40P01',
  '55P03', // lock_timeout
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
// What the driver says without a code when a connection breaks or the pool cannot give one in time.
const unavailableMessages =
  /^(connection terminated|client has encountered a connection error|timeout exceeded|query read timeout|timeout expired|cannot use a pool after)/i;

/** The SQLSTATE or the system's name of an error, `undefined` where it has none. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** True for an error that asking again later may cure. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof Unavailable) return true;
  const code = codeOf(error);
  if (code !== undefined)
    return unavailableCodes.has(code) || (code.length === 5 && unavailableClasses.has(code.slice(0, 2)));
  return error instanceof Error && unavailableMessages.test(error.message);
}

/** True when the same transaction may succeed at once: a deadlock, or a conflict of two transactions. */
export function isRetriable(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}
