/** No component session can be had any more: the visitor has to log in to the portal again. */
export class AccountSessionExpiredEvent extends Event {
  static readonly type = 'account-session-expired';

  constructor() {
    super(AccountSessionExpiredEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [AccountSessionExpiredEvent.type]: AccountSessionExpiredEvent;
  }
}
