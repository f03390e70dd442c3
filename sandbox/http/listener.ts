import {createServer, STATUS_CODES, type Server} from 'node:http';
import type {Duplex} from 'node:stream';
import {randomBytes} from 'node:crypto';
import {getRequestListener, type HttpBindings} from '@hono/node-server';
import type {components} from '../../src/contract.ts';

/** Milliseconds that a client has for its headers, and for its whole request. */
export interface Timeouts {
  readonly headers: number;
  readonly request: number;
}

const maxHeaderBytes = 16 * 1024;
const maxHeaders = 100;

/**
 * Makes the HTTP server around `fetch`. What is no request at all (broken, too slow, headers too large or too
 * many) is answered here, in the same envelope, and the connection is closed.
 */
export function createListener(
  fetch: (request: Request, bindings: HttpBindings) => Response | Promise<Response>,
  timeouts: Timeouts,
  responseHeaders: Readonly<Record<string, string>>,
): Server {
  const headers = {...responseHeaders, 'content-type': 'application/json', connection: 'close'};
  const listener = getRequestListener((request, bindings) => fetch(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
    errorHandler: () => new Response(malformed(400), {status: 400, headers}),
  });
  const server = createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: timeouts.headers,
      requestTimeout: timeouts.request,
      connectionsCheckingInterval: Math.min(1000, timeouts.headers / 2),
      keepAliveTimeout: 5000,
    },
    (incoming, outgoing) => {
      if (incoming.rawHeaders.length > 2 * maxHeaders) {
        outgoing.writeHead(431, headers);
        outgoing.end(malformed(431));
        return;
      }
      void listener(incoming, outgoing);
    },
  );
  // Node's own limit drops the headers above it silently.
  server.maxHeadersCount = 0;
  server.on('clientError', (error, socket) => refuse(error, socket, headers));
  return server;
}

function refuse(error: Error & {code?: string}, socket: Duplex, headers: Record<string, string>): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = malformed(status);
  const head = Object.entries({...headers, 'content-length': String(Buffer.byteLength(body))}).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head.join('')}\r\n${body}`);
}

/** The envelope for what never became a request. Its status is HTTP's own: the contract begins after this. */
function malformed(status: 400 | 408 | 431): string {
  const failure: components['schemas']['Failure'] = {
    requestId: randomBytes(10).toString('hex'),
    error: {
      code: status,
      status: 'INVALID_ARGUMENT',
      message: (STATUS_CODES[status] ?? 'Bad Request').toLowerCase(),
      details: [{reason: 'REQUEST_INVALID'}],
    },
  };
  return JSON.stringify(failure);
}
