import type {Account} from './account.ts';

type Language = Account['language'];

/** What a message says. Emails have a subject. */
export interface MessageText {
  readonly subject?: string;
  readonly text: string;
}

/** What a code message is about. */
export interface CodeMessage {
  readonly purpose: 'changeSecurityPhone' | 'newSecurityPhone';
  readonly code: string;
  /** Seconds that the code is valid. */
  readonly lifetime: number;
  /** The masked number that the code makes the security phone, where it is known. */
  readonly newPhone?: string;
  /** Host of the page that asks. */
  readonly pageHost: string;
  readonly supportPhone: string;
}

/** What a notice about a changed phone says. */
export interface ChangeNotice {
  /** Masked. */
  readonly newPhone: string;
  readonly at: Date;
  readonly supportPhone: string;
}

const minutes = (lifetime: number): number => Math.max(1, Math.floor(lifetime / 60));

/** A time as people in China read it, with its zone: `2026-11-20 14:46 (UTC+8)`. */
const chinaTime = (at: Date): string => {
  const shifted = new Date(at.getTime() + 8 * 3600 * 1000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)} (UTC+8)`;
};

const actions: Readonly<Record<Language, (message: CodeMessage) => string>> = {
  en: ({purpose, newPhone}) =>
    purpose === 'newSecurityPhone' ? `new phone ${newPhone ?? ''}` : 'change security phone',
  'zh-CN': ({purpose, newPhone}) =>
    purpose === 'newSecurityPhone' ? `将安全手机改为${newPhone ?? ''}` : '修改安全手机',
};

// Short: with the last line it has to fit 70 UTF-16 units, one part of a text message.
const smsLines: Readonly<Record<Language, (message: CodeMessage) => string>> = {
  en: (message) => `${message.code}: ${actions.en(message)}. ${minutes(message.lifetime)} min.`,
  'zh-CN': (message) => `${message.code}，用于${actions['zh-CN'](message)}，${minutes(message.lifetime)}分钟内有效。`,
};

/**
 * The text message with a code. Says what the code does, and ends in the line that lets a browser fill it in on pages
 * of that host only (WICG, "Origin-bound one-time codes delivered via SMS").
 */
export function codeSms(language: Language, message: CodeMessage): MessageText {
  const text = smsLines[language](message);
  return {text: message.pageHost === '' ? text : `${text}\n@${message.pageHost} #${message.code}`};
}

/** The email with a code. */
export function codeEmail(language: Language, message: CodeMessage): MessageText {
  if (language === 'en') {
    return {
      subject: 'Your code to change the security phone',
      text: `${message.code} is your code to change the security phone of your JD Cloud account. It is valid for ${minutes(message.lifetime)} minutes.

Tell it to nobody. If you did not ask for it, call ${message.supportPhone}.`,
    };
  }
  return {
    subject: '修改安全验证手机的验证码',
    text: `${message.code} 是您修改京东云账号安全验证手机的验证码，${minutes(message.lifetime)}分钟内有效。

请勿告知任何人。如非本人操作，请致电 ${message.supportPhone}。`,
  };
}

/** The notice that the security phone was changed: what to, when, and how to object. */
export function changeNotice(language: Language, notice: ChangeNotice): Required<MessageText> {
  if (language === 'en') {
    return {
      subject: 'Your security phone was changed',
      text: `JD Cloud: your security phone is ${notice.newPhone} since ${chinaTime(notice.at)}. Not you? Call ${notice.supportPhone} at once.`,
    };
  }
  return {
    subject: '您的安全验证手机已修改',
    text: `京东云：您的安全验证手机已于${chinaTime(notice.at)}改为${notice.newPhone}。如非本人操作，请立即致电${notice.supportPhone}。`,
  };
}
