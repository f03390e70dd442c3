import {isAccountError, type AccountError} from '../errors.js';
import {tell} from '../report.js';

/** The least that a state says: which step of the conversation it is. */
export interface Step {
  readonly step: string;
}

/** What every step has besides its own data. */
export interface Progress {
  /** True while a request of this step is under way. */
  readonly busy: boolean;
  /** Why the last try of this step failed, or why the conversation was led back here. */
  readonly problem?: AccountError | undefined;
}

/** Where to go next, and the problem that led there, if one did. */
export type Next<S extends Step> = S & Pick<Progress, 'problem'>;

export type Listener<S extends Step> = (state: S & Progress) => void;

/** A conversation with the service, one step at a time, with no view of its own. States are plain data. */
export abstract class Flow<S extends Step> {
  #state: S & Progress;
  #abort = new AbortController();
  readonly #listeners = new Set<Listener<S>>();

  constructor(initial: Next<S>) {
    this.#state = {...initial, busy: false};
  }

  get state(): S & Progress {
    return this.#state;
  }

  /** Calls `listener` with every new state, until the function that it gives back is called. */
  subscribe(listener: Listener<S>): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Drops the request under way, if any, and lets the step be tried again. A change that was asked for may have
   * happened all the same: trying again with the same input asks for the same change, not for another.
   */
  cancel(): void {
    if (!this.#state.busy) return;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#set({...this.#state, busy: false});
  }

  /**
   * Does `work` when the flow stands at one of `from`, and goes where it says. Asked for at another step, or while
   * busy, it does nothing: a late click is not an error.
   */
  protected async move<From extends S['step']>(
    from: From | readonly From[],
    work: (state: Extract<S, {step: From}> & Progress, signal: AbortSignal) => Next<S> | Promise<Next<S>>,
  ): Promise<void> {
    const state = this.#state;
    const {signal} = this.#abort;
    const isDropped = (): boolean => signal.aborted;
    if (state.busy || !([] as string[]).concat(from).includes(state.step)) return;
    this.#set({...state, busy: true, problem: undefined});
    // A listener may have cancelled at once.
    if (isDropped()) return;
    try {
      const next = await work(state as unknown as Extract<S, {step: From}> & Progress, signal);
      if (!isDropped()) this.#set({...next, problem: next.problem, busy: false});
    } catch (error) {
      if (isDropped()) return;
      const problem = isAccountError(error) ? error : undefined;
      this.#set({...state, busy: false, problem});
      if (!problem) throw error;
    }
  }

  #set(state: S & Progress): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) {
      // A listener may have moved on: what it leaves behind is no news for the others.
      if (this.#state !== state) return;
      if (this.#listeners.has(listener)) tell(listener, state);
    }
  }
}
