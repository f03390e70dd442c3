/** The operator wants to change the security phone. Prevented, the element stays as it is. */
export class BeforeSecurityPhoneChangeEvent extends Event {
  static readonly type = 'before-security-phone-change';

  constructor() {
    super(BeforeSecurityPhoneChangeEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [BeforeSecurityPhoneChangeEvent.type]: BeforeSecurityPhoneChangeEvent;
  }
}
