import {randomUUID} from 'node:crypto';
import {ask, type Answered, type Asked} from './ask.ts';
import {portalOrigin, type Partner} from './partner.ts';

interface Message {
  readonly channel: 'sms' | 'email';
  readonly kind: string;
  readonly code?: string;
  readonly text: string;
}

/** What may be special about a request that changes something. */
export interface PostOptions {
  /** The `Idempotency-Key`; a new one without it. */
  readonly key?: string;
  readonly securityToken?: string;
  readonly headers?: Asked['headers'];
}

/** An operator in front of a page with a component session. */
export class Operator {
  readonly accountId: string;
  readonly clientSecret: string;
  readonly sessionId: string;
  readonly partner: Partner;
  readonly #url: string;
  readonly #origin: string;

  /** Opens a page: mints a session for the account. `order` as in `Partner.mint`. */
  static async open(
    url: string,
    partner: Partner,
    accountId: string,
    order: Omit<Parameters<Partner['mint']>[0], 'accountId'> = {},
  ): Promise<Operator> {
    const session = await partner.mint({accountId, ...order});
    return new Operator(url, partner, {accountId, ...session, origin: order.allowedOrigins?.[0] ?? portalOrigin});
  }

  private constructor(
    url: string,
    partner: Partner,
    session: {accountId: string; sessionId: string; clientSecret: string; origin: string},
  ) {
    this.#url = url;
    this.partner = partner;
    this.accountId = session.accountId;
    this.sessionId = session.sessionId;
    this.clientSecret = session.clientSecret;
    this.#origin = session.origin;
  }

  /** The same account in another visit, or in the visit that `order` names. */
  again(order: Omit<Parameters<Partner['mint']>[0], 'accountId'> = {}): Promise<Operator> {
    return Operator.open(this.#url, this.partner, this.accountId, order);
  }

  /** The same page, asking a service that was started again elsewhere. */
  at(url: string): Operator {
    const {accountId, sessionId, clientSecret} = this;
    return new Operator(url, this.partner, {accountId, sessionId, clientSecret, origin: this.#origin});
  }

  get(path: string, headers: Asked['headers'] = {}): Promise<Answered> {
    return this.ask({path, headers});
  }

  post(
    path: string,
    body?: unknown,
    {key = randomUUID(), securityToken, headers}: PostOptions = {},
  ): Promise<Answered> {
    return this.ask({
      method: 'POST',
      path,
      body,
      headers: {'idempotency-key': key, 'x-jdcloud-security-token': securityToken, ...headers},
    });
  }

  /** Asks as the page does: with the secret, and from its origin. */
  ask({headers, ...asked}: Asked): Promise<Answered> {
    const own = {authorization: `Bearer ${this.clientSecret}`, origin: this.#origin};
    return ask(this.#url, {...asked, headers: {...own, ...headers}});
  }

  /** The account's messages, newest first. */
  async messages(): Promise<Message[]> {
    const answer = await ask(this.#url, {
      path: `/sandbox/inbox?accountId=${this.accountId}`,
      headers: {accept: 'application/json'},
    });
    return (answer.result as unknown as {messages: Message[]}).messages;
  }

  /** The code that was sent last. Throws when none was sent. */
  async newestCode(): Promise<string> {
    const code = (await this.messages()).find((message) => message.code !== undefined)?.code;
    if (code === undefined) throw new Error('no code was sent');
    return code;
  }
}
