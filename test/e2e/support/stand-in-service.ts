import {createServer, type IncomingHttpHeaders} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A request that the portal's backend sent. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An answer that is kept back. */
export interface Held {
  /** Resolves when the request has come. */
  readonly asked: Promise<unknown>;
  /** Lets the answer go. */
  readonly release: () => void;
}

/** An account service that answers everything with what the portal's backend hopes for, and remembers what it was asked. */
export interface StandInService extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
  /** Lets every further request fail. */
  breaks(): void;
  /** Keeps the answer to the next request for a session back. */
  holdsTheNextSession(): Held;
}

/** Starts a stand-in on a free port: for what a portal says to the service, not for what the service answers. */
export async function startStandInService(): Promise<StandInService> {
  const received: Received[] = [];
  let broken = false;
  let minted = 0;
  let holding: {asked: () => void; released: Promise<unknown>} | undefined;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    const answer = async () => {
      const {method = '', url: path = '', headers} = request;
      received.push({method, path, headers, body});
      const isMint = method === 'POST' && path === '/v1/componentSessions';
      if (isMint && holding) {
        const {asked, released} = holding;
        holding = undefined;
        asked();
        await released;
      }
      if (isMint) minted += 1;
      const result = path.startsWith('/sandbox/accounts')
        ? {accountId: '123456789012', loginName: 'sample'}
        : {
            sessionId: `cs_${String(minted)}`,
            clientSecret: `secret_${String(minted)}`,
            expiresAt: 'later',
            now: 'now',
          };
      const error = {code: 503, status: 'UNAVAILABLE', message: '', details: [{reason: 'UNAVAILABLE'}]};
      response.writeHead(broken ? 503 : 200, {'content-type': 'application/json'});
      response.end(JSON.stringify({requestId: 'r', ...(broken ? {error} : {result})}));
    };
    request.on('end', () => void answer());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    received,
    breaks: () => {
      broken = true;
    },
    holdsTheNextSession: () => {
      const [asked, released] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
      holding = {
        asked: () => {
          asked.resolve(undefined);
        },
        released: released.promise,
      };
      return {
        asked: asked.promise,
        release: () => {
          released.resolve(undefined);
        },
      };
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
