import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Challenge} from '../../src/index.js';

interface OneTimeCodeRequest extends CredentialRequestOptions {
  readonly otp: {readonly transport: readonly ['sms']};
}

/**
 * Reads the code out of the text message, where the browser can do that and the operator agrees, and sends it on as if
 * it had been typed. Stops when another code is awaited, and when the host is removed.
 */
export class CodeReader implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #awaited: () => Challenge | undefined;
  #message: string | undefined;
  #stop = new AbortController();

  constructor(host: ReactiveControllerHost & HTMLElement, awaited: () => Challenge | undefined) {
    this.#host = host;
    this.#awaited = awaited;
    host.addController(this);
  }

  hostUpdated(): void {
    const challenge = this.#awaited();
    const message = challenge?.channel === 'sms' && this.#input ? challenge.challengeId + challenge.sentAt : undefined;
    if (message === this.#message || !this.#host.isConnected) return;
    this.hostDisconnected();
    this.#message = message;
    if (message !== undefined && 'OTPCredential' in globalThis) void this.#read(this.#stop.signal);
  }

  hostDisconnected(): void {
    this.#message = undefined;
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  get #input(): HTMLInputElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLInputElement>('input[name=code]');
  }

  async #read(signal: AbortSignal): Promise<void> {
    const request: OneTimeCodeRequest = {otp: {transport: ['sms']}, signal};
    try {
      const credential: unknown = await navigator.credentials.get(request);
      const code: unknown = credential instanceof Object ? Reflect.get(credential, 'code') : undefined;
      const input = this.#input;
      if (typeof code !== 'string' || !input || signal.aborted) return;
      input.value = code;
      input.form?.requestSubmit();
    } catch {
      // Refused, timed out or stopped: the operator types the code.
    }
  }
}
