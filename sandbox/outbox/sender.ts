import type {Message} from '../domain/message.ts';

/** The port to whoever delivers messages for real. A throw means that the message was not taken, or may not have been. */
export interface Sender {
  send(message: Message): Promise<void>;
}

/** Milliseconds that the other side has. */
const patience = 5000;

/**
 * Hands messages over by `POST` to one address, as JSON `{messageId, channel, to, subject?, text}`. The header
 * `Idempotency-Key` holds the message's ID: a message that is handed over twice, after a crash, can be told by it. Any
 * status of the 200s takes the message. Errors name the status only.
 */
export class HttpSender implements Sender {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async send({messageId, channel, to, subject, text}: Message): Promise<void> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: {'content-type': 'application/json', 'idempotency-key': messageId},
      body: JSON.stringify({messageId, channel, to, ...(subject !== undefined && {subject}), text}),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the sender answered ${response.status}`);
  }
}
