import {registerTexts} from '../internal/texts.js';
import {zhCN} from './zh-CN.js';

registerTexts(zhCN);
