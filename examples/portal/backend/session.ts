import {sign, type AccessKey} from './sign.ts';

/** What the portal asks the account service with. */
export interface ComponentSessionOptions {
  /** Where the account service is, for example `https://account.example/`. */
  readonly endpoint: string;
  readonly accessKey: AccessKey;
  /** The elements that the portal's pages embed. */
  readonly components: readonly string[];
  /** The origins of those pages, exactly as browsers send them. */
  readonly allowedOrigins: readonly string[];
  /** Seconds that a session lives, 60 to 3600. The kit renews it by itself. */
  readonly expiresIn: number;
}

/** The visitor that a session is for. */
export interface SessionVisitor {
  /** The account at JD Cloud of the visitor who is logged in at the portal: never taken from the request. */
  readonly accountId: string;
  /** Names the visitor's login at the portal. */
  readonly visitId: string;
}

export interface ComponentSession {
  readonly sessionId: string;
  readonly clientSecret: string;
  /** ISO 8601, by the service's clock. */
  readonly expiresAt: string;
  /** The service's clock at its answer. */
  readonly now: string;
}

/** The account service was not reached, or refused. `message` carries the status and the reason, nothing that was sent. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
}

/**
 * Mints component sessions for the visitors of one portal, and ends them. Runs on the portal's backend only: it holds
 * the access key, the browser gets no more than a session's client secret.
 */
export class ComponentSessions {
  readonly #options: ComponentSessionOptions;

  constructor(options: ComponentSessionOptions) {
    this.#options = options;
  }

  /** Mints a session for one visitor. Throws a `SessionError`. */
  async mint({accountId, visitId}: SessionVisitor): Promise<ComponentSession> {
    const {components, allowedOrigins, expiresIn} = this.#options;
    const answer = await this.#call('POST', 'v1/componentSessions', {
      accountId,
      components,
      allowedOrigins,
      expiresIn,
      visitId,
    });
    if (!isComponentSession(answer)) throw new SessionError('The answer holds no component session.');
    return answer;
  }

  /** Ends a session at once: its client secret is worth nothing any more. Throws a `SessionError`. */
  async end(sessionId: string): Promise<void> {
    await this.#call('DELETE', `v1/componentSessions/${encodeURIComponent(sessionId)}`);
  }

  async #call(method: string, path: string, content?: object): Promise<unknown> {
    const {endpoint, accessKey} = this.#options;
    const url = new URL(path, endpoint.endsWith('/') ? endpoint : `${endpoint}/`);
    const body = content && JSON.stringify(content);
    const response = await fetch(url, {
      method,
      headers: sign({method, url, body, key: accessKey, at: new Date()}),
      body: body ?? null,
      redirect: 'error',
      signal: AbortSignal.timeout(8000),
    }).catch(() => undefined);
    const envelope = (await response?.json().catch(() => undefined)) as Envelope | undefined;
    if (!response?.ok) {
      const reason = envelope?.error?.details?.[0]?.reason ?? 'no answer';
      throw new SessionError(`The account service refused: ${String(response?.status ?? 0)} ${reason}`);
    }
    return envelope?.result;
  }
}

interface Envelope {
  readonly result?: unknown;
  readonly error?: {readonly details?: readonly {readonly reason?: string}[]};
}

function isComponentSession(value: unknown): value is ComponentSession {
  const session = value as Partial<Record<keyof ComponentSession, unknown>> | null | undefined;
  return (['sessionId', 'clientSecret', 'expiresAt', 'now'] as const).every(
    (name) => typeof session?.[name] === 'string',
  );
}
