import assert from 'node:assert/strict';
import {setTimeout as wait} from 'node:timers/promises';
import {chromium, type Browser, type BrowserContextOptions} from 'playwright-core';
import type {MagicNumber, Message} from '../../../examples/portal/backend/sample-accounts.ts';
import {startPortal, type Portal} from '../../../examples/portal/server.ts';
import {launchOptions} from '../../../tools/browser.ts';
import {Operator, type Language} from './operator.ts';
import {startAccountService, type AccountService} from './account-service.ts';

export interface StageOptions {
  /** Seconds that a component session lives. */
  readonly sessionLifetime?: number;
}

export interface OperatorOptions extends BrowserContextOptions {
  readonly language?: Language;
}

/**
 * Everything that a conversation takes place on: the account service on an empty database in memory, the portal, a
 * browser. One per test file; every operator has a browser profile and an account of its own.
 */
export class Stage implements AsyncDisposable {
  readonly service: AccountService;
  readonly portal: Portal;
  readonly browser: Browser;
  /** What browsers wrote to their consoles, and what their pages threw. */
  readonly consoleLines: string[] = [];
  readonly #violations: unknown[] = [];
  #numbers = 0;

  private constructor(service: AccountService, portal: Portal, browser: Browser) {
    this.service = service;
    this.portal = portal;
    this.browser = browser;
  }

  static async opens({sessionLifetime}: StageOptions = {}): Promise<Stage> {
    const [service, browser] = await Promise.all([startAccountService(), chromium.launch(launchOptions())]);
    const portal = await startPortal({
      port: 0,
      accountEndpoint: service.url,
      accessKey: service.accessKey,
      ...(sessionLifetime && {sessionLifetime}),
    });
    return new Stage(service, portal, browser);
  }

  /** A new browser profile in front of the portal. */
  async operator({language = 'en', ...options}: OperatorOptions = {}): Promise<Operator> {
    const context = await this.browser.newContext({
      viewport: {width: 1280, height: 900},
      locale: language,
      ...options,
    });
    // A page of the portal tells its server of violations, too; this one cannot come too late.
    await context.exposeFunction('reportViolation', (violation: unknown) => this.#violations.push(violation));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report = Reflect.get(globalThis, 'reportViolation') as (violation: readonly string[]) => void;
        report([event.violatedDirective, event.blockedURI, event.sample]);
      });
    });
    context.on('console', (message) => this.consoleLines.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => this.consoleLines.push(`thrown: ${error.error().message}`));
    return new Operator(this, await context.newPage(), language);
  }

  /** A mobile number of mainland China (11 digits) that no account has. */
  freshNumber(): string {
    this.#numbers += 1;
    return `1370${String(1000 + this.#numbers * 37)}${String(1000 + this.#numbers)}`.slice(0, 11);
  }

  /** A number of the sandbox that plays this effect, without its calling code. */
  async magicNumber(effect: string, callingCode: string): Promise<string> {
    const {magicNumbers} = (await this.#sandbox('GET', 'sandbox/personas')) as {magicNumbers: readonly MagicNumber[]};
    const found = magicNumbers.find((one) => one.effect === effect && one.phone.startsWith(callingCode));
    assert.ok(found, `the sandbox has no number for ${effect} in ${callingCode}`);
    return found.phone.slice(callingCode.length);
  }

  /** Moves the service's clock. */
  async passes(seconds: number): Promise<void> {
    await this.#sandbox('PUT', 'sandbox/clock', {advanceSeconds: seconds});
  }

  /** Orders what the service answers to the account's next calls of an operation. */
  async orders(accountId: string, operationId: string, outcome: object, times = 1): Promise<void> {
    await this.#sandbox('POST', 'sandbox/outcomes', {accountId, operationId, outcome, times});
  }

  /** All messages of an account, newest first. */
  async messages(accountId: string): Promise<readonly Message[]> {
    const answer = await this.#sandbox('GET', `sandbox/inbox?accountId=${accountId}`);
    return (answer as {messages: Message[]}).messages;
  }

  /** Waits for a message with a code that is not in `read`, and puts all that there are into it. */
  async nextMessage(accountId: string, read: Set<string>, channel: Message['channel']): Promise<Message> {
    for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
      const messages = await this.messages(accountId);
      const fresh = messages.find((one) => !read.has(one.messageId) && one.channel === channel && one.code);
      if (fresh) {
        for (const {messageId} of messages) read.add(messageId);
        return fresh;
      }
      await wait(25);
    }
    return assert.fail(`no new code by ${channel}`);
  }

  /** Waits until a page reported that the Content-Security-Policy or Trusted Types stopped something. */
  async noticesAViolation(): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (this.#violations.length === 0) {
      assert.ok(Date.now() < deadline, 'no page reported a violation');
      await wait(25);
    }
  }

  /** Fails when a page or a browser reported that something was stopped. */
  assertNoViolations(): void {
    assert.deepEqual([...this.#violations, ...this.portal.violations], []);
  }

  async closes(): Promise<void> {
    await this.browser.close();
    await this.portal.close();
    await this.service.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.closes();
  }

  async #sandbox(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(new URL(path, this.service.url), {
      method,
      headers: {accept: 'application/json', ...(body && {'content-type': 'application/json'})},
      body: body ? JSON.stringify(body) : null,
    });
    assert.ok(response.ok, `${method} ${path} answered ${String(response.status)}`);
    return ((await response.json()) as {result: unknown}).result;
  }
}
