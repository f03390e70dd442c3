import {pino, type DestinationStream, type LevelWithSilent} from 'pino';
import type {Reason} from '../domain/refusal.ts';

/** All that is ever written of a request. Never bodies, queries, headers, addresses or what was typed. */
export interface RequestEntry {
  requestId: string;
  method: string;
  /** The template of the contract, not the path that was sent. */
  route?: string | undefined;
  status?: number | undefined;
  reason?: Reason | undefined;
  ms?: number | undefined;
  accessKeyId?: string | undefined;
  accountId?: string | undefined;
  /** The answer was given before and is given again. */
  replayed?: true | undefined;
}

/** The service's log: one line of JSON an event. */
export interface ServiceLog {
  request(entry: RequestEntry): void;
  /** Something that should not be. Of an error only its name, code and place are written: messages may quote values. */
  failure(event: string, error: unknown, requestId?: string): void;
  info(event: string): void;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']);

/** Opens the log on `destination`, the standard output without one. */
export function openLog(level: LevelWithSilent, destination?: DestinationStream): ServiceLog {
  const options = {level, base: null, timestamp: pino.stdTimeFunctions.isoTime};
  const log = destination === undefined ? pino(options) : pino(options, destination);
  return {
    request({requestId, method, route, status, reason, ms, accessKeyId, accountId, replayed}) {
      const known = methods.has(method) ? method : 'other';
      log.info({requestId, method: known, route, status, reason, ms, accessKeyId, accountId, replayed}, 'request');
    },
    failure(event, error, requestId) {
      log.error({requestId, error: describe(error)}, event);
    },
    info(event) {
      log.info(event);
    },
  };
}

function describe(error: unknown) {
  if (!(error instanceof Error)) return {name: typeof error};
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const at = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/.*\/(?=(?:sandbox|node_modules)\/)/, '('));
  const cause: unknown = error.cause;
  return {
    name: error.name,
    code,
    at,
    cause: cause instanceof Error ? {name: cause.name, code: 'code' in cause ? cause.code : undefined} : undefined,
  };
}
