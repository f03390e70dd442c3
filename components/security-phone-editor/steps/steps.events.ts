import type {SecurityPhone} from '../../../src/index.js';

/** The service has changed the security phone. */
export class SecurityPhoneChangedEvent extends Event {
  static readonly type = 'security-phone-changed';
  /** The new number, masked by the service. */
  readonly phone: string;
  readonly usableForVerification: boolean;
  readonly usableForLogin: boolean;

  constructor({phone, usableForVerification, usableForLogin}: SecurityPhone) {
    super(SecurityPhoneChangedEvent.type, {bubbles: true, composed: true});
    this.phone = phone;
    this.usableForVerification = usableForVerification;
    this.usableForLogin = usableForLogin;
  }
}

/** The operator of a JD account asks for the upgrade to a JD Cloud account. Prevented, the element opens no page. */
export class AccountUpgradeRequestedEvent extends Event {
  static readonly type = 'account-upgrade-requested';

  constructor() {
    super(AccountUpgradeRequestedEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [SecurityPhoneChangedEvent.type]: SecurityPhoneChangedEvent;
    [AccountUpgradeRequestedEvent.type]: AccountUpgradeRequestedEvent;
  }
}
