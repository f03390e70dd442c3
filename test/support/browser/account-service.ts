// The real account service, as a test page reaches it. See web-test-runner.config.js.
import type {SessionGrant} from '../../../src/index.js';

/** An account of the service, and what only a telephone or the portal's backend could do for it. */
export class TestAccount {
  readonly accountId: string;
  readonly endpoint: string;
  #visitId: string = crypto.randomUUID();

  /** Makes an account of a persona. */
  static async open(persona = 'new-account'): Promise<TestAccount> {
    const {accountId} = await errand<{accountId: string}>('account', {order: {persona, language: 'en'}});
    return new TestAccount(accountId, (await errand<{endpoint: string}>('address')).endpoint);
  }

  private constructor(accountId: string, endpoint: string) {
    this.accountId = accountId;
    this.endpoint = endpoint;
  }

  /** Mints a session, as the portal's backend does. All of one visit, until `newVisit()`. */
  readonly fetchClientSecret = (): Promise<SessionGrant> =>
    errand('session', {
      order: {
        accountId: this.accountId,
        components: ['security-phone-editor'],
        allowedOrigins: [location.origin],
        visitId: this.#visitId,
      },
    });

  newVisit(): void {
    this.#visitId = crypto.randomUUID();
  }

  /** The code that was sent last to a destination of this channel. */
  async newestCode(channel: 'sms' | 'email' = 'sms'): Promise<string> {
    const {messages} = await errand<{messages: {channel: string; code?: string}[]}>('messages', {
      accountId: this.accountId,
    });
    const code = messages.find((message) => message.channel === channel && message.code)?.code;
    if (!code) throw new Error('No code was sent.');
    return code;
  }

  /** Orders what the service does at the next call of an operation. */
  order(operationId: string, outcome: object, times = 1): Promise<unknown> {
    return errand('outcome', {order: {accountId: this.accountId, operationId, outcome, times}});
  }
}

/** Moves the service's clock. */
export const advanceClock = (advanceSeconds: number): Promise<unknown> => errand('clock', {order: {advanceSeconds}});

/** Lets the service's clock be the machine's again. */
export const resetClock = (): Promise<unknown> => errand('clock', {order: {reset: true}});

let fresh = 0;

/** A number that no account has. Sample data: nothing is sent to it. */
export function freshNumber(): string {
  const unique = String((Date.now() % 1_000_000) * 100 + (fresh++ % 100)).padStart(8, '0');
  return `139${unique}`;
}

async function errand<Result>(name: string, body: object = {}): Promise<Result> {
  const response = await fetch(`/test-service/${name}`, {method: 'POST', body: JSON.stringify(body)});
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return (await response.json()) as Result;
}
