import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Redraws its host once a second while a moment of the host lies ahead and the page is visible. The seconds are
 * counted from the clock each time, so a page that slept shows the right ones as soon as it is seen again.
 */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #now: () => number;
  readonly #until = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, now: () => number) {
    this.#host = host;
    this.#now = now;
    host.addController(this);
  }

  /** Gives the whole seconds until a moment, 0 when it is over, and has the host redrawn until then. */
  remaining(until: string): number {
    const moment = Date.parse(until);
    const milliseconds = moment - this.#now();
    if (!(milliseconds > 0)) return 0;
    this.#until.add(moment);
    return Math.ceil(milliseconds / 1000);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#correct);
    addEventListener('pageshow', this.#correct);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#correct);
    removeEventListener('pageshow', this.#correct);
    clearTimeout(this.#timer);
  }

  hostUpdate(): void {
    this.#until.clear();
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    if (this.#until.size === 0 || document.hidden || !this.#host.isConnected) return;
    const next = Math.min(...this.#until) - this.#now();
    this.#timer = setTimeout(() => this.#host.requestUpdate(), Math.max(next % 1000 || 1000, 20));
  }

  readonly #correct = () => this.#host.requestUpdate();
}
