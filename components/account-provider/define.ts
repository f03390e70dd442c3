import {defineElement} from '../internal/define-element.js';
import {AccountProviderElement} from './account-provider.js';

defineElement('account-provider', AccountProviderElement);

declare global {
  interface HTMLElementTagNameMap {
    'account-provider': AccountProviderElement;
  }
}

export * from './account-provider.js';
