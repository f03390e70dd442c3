import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Flow, Progress, Step} from '../../src/index.js';

export interface FlowView<S extends Step> {
  /** The conversation to show now. */
  flow(): Flow<S> | undefined;
  /** Told of every new state, before it is drawn. */
  changed(state: S & Progress, before: S & Progress): void;
  /** Whether the request of a step may be dropped when the view goes away, because it changes nothing. */
  droppable(step: S['step']): boolean;
}

const viewers = new WeakMap<object, number>();

/** Redraws its host whenever its flow has something new to show, and lets go of the flow when its host is gone. */
export class FlowController<S extends Step> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #view: FlowView<S>;
  #flow: Flow<S> | undefined;
  /** The state that was seen last. */
  #seen: (S & Progress) | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, view: FlowView<S>) {
    this.#host = host;
    this.#view = view;
    host.addController(this);
  }

  // A host that was moved in the document draws nothing by itself, and so would stay deaf.
  hostConnected(): void {
    this.hostUpdate();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // Moving an element within the document removes it for a moment, too.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#leave();
    });
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const flow = this.#view.flow();
    const isOther = flow !== this.#flow;
    if (!isOther && this.#unsubscribe) return;
    this.#leave();
    this.#flow = flow;
    if (!flow) return;
    if (isOther) this.#seen = flow.state;
    viewers.set(flow, (viewers.get(flow) ?? 0) + 1);
    const see = (state: S & Progress): void => {
      const before = this.#seen ?? state;
      this.#seen = state;
      this.#view.changed(state, before);
      this.#host.requestUpdate();
    };
    this.#unsubscribe = flow.subscribe(see);
    // What went on while the host was away is news when it comes back.
    if (flow.state !== this.#seen) see(flow.state);
  }

  #leave(): void {
    const flow = this.#flow;
    if (!flow || !this.#unsubscribe) return;
    this.#unsubscribe();
    this.#unsubscribe = undefined;
    const left = (viewers.get(flow) ?? 1) - 1;
    viewers.set(flow, left);
    // What was asked for and cannot be undone goes on without a view; the rest is dropped.
    if (left === 0 && flow.state.busy && this.#view.droppable(flow.state.step)) flow.cancel();
  }
}
