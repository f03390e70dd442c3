import {connect} from 'node:net';

/** What came back over a connection until the server closed it. */
export interface Received {
  readonly text: string;
  /** Of the first answer; 0 when there was none. */
  readonly status: number;
  /** The connection was broken instead of ended. */
  readonly isReset: boolean;
}

/**
 * Sends bytes as they are and reads until the server closes the connection: for what no HTTP client would send.
 * `parts` are sent one after the other; a function is asked for the next part until it gives undefined.
 */
export function sendRaw(
  url: string,
  ...parts: (string | Buffer | (() => Promise<string | undefined>))[]
): Promise<Received> {
  return new Promise((resolve) => {
    const {hostname, port} = new URL(url);
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    let isReset = false;
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {
      isReset = true;
    });
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({text, status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), isReset});
    });
    void (async () => {
      for (const part of parts) {
        if (typeof part !== 'function') socket.write(part);
        else
          for (let next = await part(); next !== undefined && !socket.destroyed; next = await part())
            socket.write(next);
      }
    })();
  });
}
