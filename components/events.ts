import type {Reason} from '../src/index.js';

/** An element shows another step of its conversation. */
export class AccountStepEvent extends Event {
  static readonly type = 'account-step';
  /** The step, as the state of the flow names it. */
  readonly step: string;

  constructor(step: string) {
    super(AccountStepEvent.type, {bubbles: true, composed: true});
    this.step = step;
  }
}

/** Something was refused or failed, and the operator was told. Holds nothing that was typed. */
export class AccountErrorEvent extends Event {
  static readonly type = 'account-error';
  readonly reason: Reason;
  /** Names the request in the logs of the service. */
  readonly requestId: string | undefined;
  /** The field that the reason is about, named as in the request. */
  readonly field: string | undefined;

  constructor({reason, requestId, field}: Pick<AccountErrorEvent, 'reason' | 'requestId' | 'field'>) {
    super(AccountErrorEvent.type, {bubbles: true, composed: true});
    this.reason = reason;
    this.requestId = requestId;
    this.field = field;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [AccountStepEvent.type]: AccountStepEvent;
    [AccountErrorEvent.type]: AccountErrorEvent;
  }
}
