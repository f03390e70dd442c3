import {once} from 'node:events';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A request as it arrived, body and all. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Does with a request whatever a service, a proxy or an attacker might do. */
export type Reply = (response: ServerResponse, request: Received) => void | Promise<void>;

/** A server on a real socket that answers as it is told, and remembers what arrived. */
export class ScriptedService {
  readonly requests: Received[] = [];
  readonly #replies = new Map<string, Reply[]>();
  readonly #server: Server;
  #waiting: (() => void)[] = [];

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => void this.#serve(request, response));
  }

  static async listen(): Promise<ScriptedService> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ScriptedService(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Answers a route, such as `GET /v1/account`, with each reply once, and then with the last one for ever. */
  on(route: string, ...replies: Reply[]): this {
    this.#replies.set(route, replies);
    return this;
  }

  /** The requests of one route. */
  to(route: string): readonly Received[] {
    return this.requests.filter(({method, path}) => `${method} ${path}` === route);
  }

  /** Waits until so many requests have arrived. */
  async received(count: number): Promise<void> {
    while (this.requests.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {method = '', url = '', headers} = request;
    let body = '';
    request.setEncoding('utf8');
    try {
      for await (const chunk of request) body += chunk as string;
    } catch {
      return; // The client went away.
    }
    const received = {method, path: url, headers, body};
    this.requests.push(received);
    for (const wake of this.#waiting.splice(0)) wake();
    const replies = this.#replies.get(`${method} ${url}`) ?? [refuse(404, 'NOT_FOUND')];
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    await reply?.(response, received);
  }
}

/** An answer of the service's own form. */
export const succeed =
  (result: unknown, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) => {
    response.writeHead(200, {'content-type': 'application/json', 'x-jdcloud-request-id': 'req-1', ...headers});
    response.end(JSON.stringify({requestId: 'req-1', result}));
  };

/** A refusal of the service's own form. */
export const refuse =
  (
    status: number,
    reason: string,
    {
      field,
      metadata,
      headers = {},
    }: {field?: string; metadata?: Readonly<Record<string, unknown>>; headers?: Readonly<Record<string, string>>} = {},
  ): Reply =>
  (response) => {
    response.writeHead(status, {'content-type': 'application/json', 'x-jdcloud-request-id': 'req-2', ...headers});
    const details = [{reason, field, metadata}];
    response.end(
      JSON.stringify({
        requestId: 'req-2',
        error: {code: status, status: 'UNKNOWN', message: 'for developers', details},
      }),
    );
  };

/** Any answer at all. */
export const raw =
  (status: number, headers: Readonly<Record<string, string | string[]>>, body: string | Uint8Array = ''): Reply =>
  (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

/** Cuts the connection: nobody can say what became of the request. */
export const hangUp: Reply = (response) => void response.destroy();

/** Says nothing, and keeps the connection. */
export const stall: Reply = () => undefined;
