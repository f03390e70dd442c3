import type {Context} from 'hono';
import {getCookie} from 'hono/cookie';
import en from '../texts/en.json' with {type: 'json'};
import zhCn from '../texts/zh-CN.json' with {type: 'json'};

/** The portal's own words. Every language has the same keys. */
export type Texts = Readonly<Record<keyof typeof en, string>>;

export const texts: Readonly<Record<Language, Texts>> = {en, 'zh-CN': zhCn};

export type Language = 'en' | 'zh-CN';
export type Theme = 'auto' | 'light' | 'dark';

/** How a visitor wants the portal to look and speak. Kept in two cookies, so that the first paint is right. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
}

export const languageCookie = 'portal-language';
export const themeCookie = 'portal-theme';

export function isLanguage(value: unknown): value is Language {
  return value === 'en' || value === 'zh-CN';
}

export function isTheme(value: unknown): value is Theme {
  return value === 'auto' || value === 'light' || value === 'dark';
}

/** Reads the preferences of a request; without cookies, the browser's language and theme. */
export function preferencesOf(c: Context): Preferences {
  const language = getCookie(c, languageCookie);
  const theme = getCookie(c, themeCookie);
  return {
    language: isLanguage(language)
      ? language
      : /^\s*zh\b/i.test(c.req.header('accept-language') ?? '')
        ? 'zh-CN'
        : 'en',
    theme: isTheme(theme) ? theme : 'auto',
  };
}

/**
 * Fills a page: `data-text="key"` gets its words as content, `data-label="key"` as accessible name, and `{{name}}` the
 * value of that name. Everything is escaped.
 */
export function renderPage(
  html: string,
  {language, theme}: Preferences,
  values: Readonly<Record<string, string>>,
): string {
  const words: Readonly<Record<string, string>> = texts[language];
  const all: Readonly<Record<string, string>> = {...values, language, theme};
  return html
    .replace(/<[^>]+\sdata-text="([\w.]+)"[^>]*>/g, (tag, key: string) => tag + escape(words[key] ?? ''))
    .replace(/data-label="([\w.]+)"/g, (label, key: string) => `${label} aria-label="${escape(words[key] ?? '')}"`)
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => escape(all[name] ?? ''));
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${String(c.charCodeAt(0))};`);
}
