import {Agent, request} from 'node:http';

/** A request as a test says it. */
export interface Asked {
  readonly method?: string;
  /** With its query. */
  readonly path: string;
  /** Sent as JSON, or as it is when it is a string or bytes. */
  readonly body?: unknown;
  /** Replaces a header, or leaves it out when undefined. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** An answer, read to its end. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** `result` of the envelope; undefined when the answer is no JSON or a refusal. */
  readonly result: Record<string, never> | undefined;
  readonly requestId: string | undefined;
  /** The reason of a refusal. */
  readonly reason: string | undefined;
  /** The field that the refusal names. */
  readonly field: string | undefined;
  readonly metadata: Readonly<Record<string, unknown>> | undefined;
}

// A connection for each request: on one that lay idle, the service's hanging up can cross with the next request.
const agent = new Agent({keepAlive: false, maxSockets: 256});

/** Sends one request over a socket. Rejects when the connection breaks before the answer is whole. */
export function ask(url: string, {method = 'GET', path, body, headers = {}}: Asked): Promise<Answered> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const payload = body === undefined || isRaw ? body : JSON.stringify(body);
  const all: Asked['headers'] = {
    ...(payload !== undefined && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(payload)),
    }),
    ...headers,
  };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const {hostname, port} = new URL(url);
    const outgoing = request(
      {agent, hostname, port, path, method, headers: sent as Record<string, string>},
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const flat = Object.entries(answer.headers).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.join(', ') : value,
          ]);
          resolve({
            status: answer.statusCode ?? 0,
            headers: Object.fromEntries(flat) as Record<string, string | undefined>,
            ...readEnvelope(Buffer.concat(chunks).toString('utf8')),
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}

interface Envelope {
  readonly requestId?: string;
  readonly result?: Record<string, never>;
  readonly error?: {readonly details: readonly {reason: string; field?: string; metadata?: Record<string, unknown>}[]};
}

function readEnvelope(text: string) {
  let envelope: Envelope = {};
  try {
    envelope = JSON.parse(text) as Envelope;
  } catch {
    // No JSON: the test looks at the text.
  }
  const [detail] = envelope.error?.details ?? [];
  const {requestId, result} = envelope;
  return {text, result, requestId, reason: detail?.reason, field: detail?.field, metadata: detail?.metadata};
}
