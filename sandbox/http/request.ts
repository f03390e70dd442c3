import type {IncomingMessage} from 'node:http';
import {Refusal} from '../domain/refusal.ts';

/** The client went away before its request was whole: there is nobody to answer. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

/** Bytes that a JSON body may have. */
export const bodyLimit = 64 * 1024;

/** A request as it came over the wire. */
export class WireRequest {
  readonly method: string;
  /** As it was sent, still escaped. */
  readonly path: string;
  /** What stood behind the first question mark. */
  readonly query: string;
  readonly #incoming: IncomingMessage;

  constructor(incoming: IncomingMessage) {
    this.#incoming = incoming;
    this.method = incoming.method ?? 'GET';
    const target = (incoming.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '');
    const mark = target.indexOf('?');
    this.path = mark < 0 ? target : target.slice(0, mark);
    this.query = mark < 0 ? '' : target.slice(mark + 1);
  }

  /** Every value of a header, in the order sent. */
  headers(name: string): string[] {
    const raw = this.#incoming.rawHeaders;
    return raw.filter((_, index) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === name);
  }

  /** The value of a header that may stand once. Throws `REQUEST_INVALID` when it stands twice. */
  header(name: string): string | undefined {
    const values = this.headers(name);
    if (values.length > 1) throw new Refusal('REQUEST_INVALID', {field: name});
    return values[0];
  }

  get hasBody(): boolean {
    const {'content-length': length, 'transfer-encoding': encoding} = this.#incoming.headers;
    return encoding !== undefined || (length !== undefined && length !== '0');
  }

  /** The address that the connection comes from. */
  get peer(): string {
    return (this.#incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  }

  /**
   * The whole body. Throws `BODY_TOO_LARGE` as soon as the limit is passed, before anything is read when the
   * length is announced, and `ClientGone` when the connection breaks.
   */
  async body(): Promise<Buffer> {
    if (Number(this.#incoming.headers['content-length'] ?? 0) > bodyLimit) throw new Refusal('BODY_TOO_LARGE');
    const chunks: Buffer[] = [];
    let length = 0;
    try {
      // `destroyOnReturn` would close the connection before the refusal is written.
      for await (const chunk of this.#incoming.iterator({destroyOnReturn: false}) as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length > bodyLimit) throw new Refusal('BODY_TOO_LARGE');
        chunks.push(chunk);
      }
    } catch (error) {
      throw error instanceof Refusal ? error : new ClientGone();
    }
    return Buffer.concat(chunks);
  }
}
