// Everything after the first screen. Loaded when the first screen stands, so that it is there before it is needed.
export {SecurityPhoneChangeFlow} from '../../../src/index.js';
export {en} from '../../locales/en.js';
export {Conversation} from './conversation.js';
export {styles} from './steps.styles.js';
