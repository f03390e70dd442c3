// Everything in one: the elements, defined, and the SDK.
import './account-provider/define.js';
import './security-phone-editor/define.js';

export * from '../src/index.js';
export * from './index.js';
