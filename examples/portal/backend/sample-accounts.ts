import type {Language} from './pages.ts';

/** The sandbox did not answer, or with something else than what was asked for. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  /** The HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;

  constructor(status: number | undefined) {
    super(`The sandbox answered ${String(status ?? 'nothing')}.`);
    this.status = status;
  }
}

/** A text in the languages of the portal. */
export interface Text {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** A kind of sample account. */
export interface Persona {
  readonly persona: string;
  readonly description: Text;
}

/** A number that makes something happen when it is entered as the new security phone. */
export interface MagicNumber {
  /** E.164. */
  readonly phone: string;
  /** Numbers of one effect do the same. */
  readonly effect: string;
  /** What the effect is. */
  readonly description: Text;
}

/** A message that the sandbox keeps in its inbox instead of sending it. */
export interface Message {
  readonly messageId: string;
  readonly channel: 'sms' | 'email';
  readonly to: string;
  readonly subject?: string | undefined;
  readonly text: string;
  /** The code that it carries, if it does. */
  readonly code?: string | undefined;
  readonly sentAt: string;
}

/**
 * Stands in for what a real portal has by itself: visitors with accounts, and their telephones. Asks the sandbox of
 * the account service, which exists in development only.
 */
export class SampleAccounts {
  readonly #endpoint: string;

  constructor(endpoint: string) {
    this.#endpoint = endpoint.endsWith('/') ? endpoint : `${endpoint}/`;
  }

  /** Lists the kinds of accounts, and the numbers to try. Throws a `SandboxError`. */
  async list(): Promise<{personas: readonly Persona[]; magicNumbers: readonly MagicNumber[]}> {
    return (await this.#call('sandbox/personas')) as {personas: Persona[]; magicNumbers: MagicNumber[]};
  }

  /** Makes a fresh account that nobody has used; undefined when there is no such persona. Throws a `SandboxError`. */
  async create(persona: string, language: Language): Promise<{accountId: string; loginName: string} | undefined> {
    try {
      return (await this.#call('sandbox/accounts', {persona, language})) as {accountId: string; loginName: string};
    } catch (error) {
      // Nothing else in the request is a visitor's choice that the sandbox could refuse.
      if (error instanceof SandboxError && error.status === 400) return undefined;
      throw error;
    }
  }

  /** Lists the messages of one account, newest first. Throws a `SandboxError`. */
  async messages(accountId: string): Promise<readonly Message[]> {
    const answer = await this.#call(`sandbox/inbox?accountId=${encodeURIComponent(accountId)}`);
    return (answer as {messages: Message[]}).messages;
  }

  async #call(path: string, body?: object): Promise<unknown> {
    const response = await fetch(new URL(path, this.#endpoint), {
      method: body ? 'POST' : 'GET',
      headers: {accept: 'application/json', ...(body && {'content-type': 'application/json'})},
      body: body ? JSON.stringify(body) : null,
      redirect: 'error',
      signal: AbortSignal.timeout(8000),
    }).catch(() => undefined);
    const envelope = (await response?.json().catch(() => undefined)) as {result?: unknown} | undefined;
    if (!response?.ok || envelope?.result === undefined) {
      throw new SandboxError(response?.status);
    }
    return envelope.result;
  }
}
