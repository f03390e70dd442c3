import {defineElement} from '../internal/define-element.js';
import {SecurityPhoneEditorElement} from './security-phone-editor.js';

defineElement('security-phone-editor', SecurityPhoneEditorElement);

declare global {
  interface HTMLElementTagNameMap {
    'security-phone-editor': SecurityPhoneEditorElement;
  }
}

export * from './security-phone-editor.js';
