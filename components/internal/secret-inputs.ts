import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Empties the inputs that hold a secret when the page or the host goes away, so that no code waits in a cached page. */
export class SecretInputs implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #names: readonly string[];

  constructor(host: ReactiveControllerHost & HTMLElement, ...names: readonly string[]) {
    this.#host = host;
    this.#names = names;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.clear);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.clear);
    // Moving an element within the document removes it for a moment, too.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.clear();
    });
  }

  readonly clear = (): void => {
    for (const name of this.#names) {
      const input = this.#host.shadowRoot?.querySelector<HTMLInputElement>(`input[name=${name}]`);
      if (input) input.value = '';
    }
  };
}
