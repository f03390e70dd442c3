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
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, view: FlowView<S>) {
    this.#host = host;
    this.#view = view;
    host.addController(this);
  }

  // A host that was moved in the document draws nothing by itself, and so would stay deaf.
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // Moving an element within the document removes it for a moment, too.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#leave();
    });
  }

  hostUpdate(): void {
    const flow = this.#host.isConnected ? this.#view.flow() : this.#flow;
    if (flow === this.#flow) return;
    this.#leave();
    if (!flow) return;
    this.#flow = flow;
    viewers.set(flow, (viewers.get(flow) ?? 0) + 1);
    let before = flow.state;
    this.#unsubscribe = flow.subscribe((state) => {
      this.#view.changed(state, before);
      before = state;
      this.#host.requestUpdate();
    });
  }

  #leave(): void {
    const flow = this.#flow;
    this.#unsubscribe?.();
    this.#flow = this.#unsubscribe = undefined;
    if (!flow) return;
    const left = (viewers.get(flow) ?? 1) - 1;
    viewers.set(flow, left);
    // What was asked for and cannot be undone goes on without a view; the rest is dropped.
    if (left === 0 && flow.state.busy && this.#view.droppable(flow.state.step)) flow.cancel();
  }
}
