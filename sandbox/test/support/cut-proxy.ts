import {connect, createServer, type AddressInfo, type Server, type Socket} from 'node:net';

/** A way to a server that can be cut and mended: what a network or a database that goes away looks like. */
export class CutProxy {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets: Set<Socket>;
  readonly #state: {isCut: boolean};

  static async open(targetPort: number, targetHost: string): Promise<CutProxy> {
    const sockets = new Set<Socket>();
    const state = {isCut: false};
    const server = createServer((near) => {
      if (state.isCut) {
        near.destroy();
        return;
      }
      const far = connect(targetPort, targetHost);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new CutProxy(server, sockets, state);
  }

  private constructor(server: Server, sockets: Set<Socket>, state: {isCut: boolean}) {
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
    this.#sockets = sockets;
    this.#state = state;
  }

  /** Breaks all connections, and every new one. */
  cut(): void {
    this.#state.isCut = true;
    this.#sockets.forEach((socket) => socket.destroy());
  }

  mend(): void {
    this.#state.isCut = false;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}
