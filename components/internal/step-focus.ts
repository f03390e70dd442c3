import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Moves the focus to the heading of a new step, once it is drawn. */
export class StepFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #touched: boolean;
  #arriving: string | undefined;

  /** `touched`: the operator has asked for the next step already. */
  constructor(host: ReactiveControllerHost & HTMLElement, touched: boolean) {
    this.#host = host;
    this.#touched = touched;
    host.addController(this);
    for (const type of ['click', 'keydown', 'submit']) host.addEventListener(type, () => (this.#touched = true));
  }

  /** Only an operator who is at work here is taken along; nobody is pulled away from another place of the page. */
  arrive(step: string): void {
    const {activeElement} = document;
    const elsewhere = activeElement && activeElement !== document.body && !this.#host.matches(':focus-within');
    this.#arriving = this.#touched && !elsewhere ? step : undefined;
    this.#touched = false;
  }

  hostUpdated(): void {
    const face = this.#host.shadowRoot?.querySelector<HTMLElement>('[data-step]');
    if (this.#arriving === undefined || face?.dataset.step !== this.#arriving) return;
    this.#arriving = undefined;
    face.querySelector<HTMLElement>('h2')?.focus();
  }
}
