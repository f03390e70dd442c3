import {enFirstScreen, type FirstScreenTexts, type ProblemText} from '../locales/en.first-screen.js';
import type {Texts} from '../locales/en.js';

/** What a portal may say in its own words: any part of the texts of a language. */
export type Overrides<T> = {
  readonly [K in keyof T]?: T[K] extends ProblemText ? T[K] | string : T[K] extends string ? string : Overrides<T[K]>;
};

/** The portal's own words, by language tag: `{en: {overview: {heading: 'Security'}}}`. */
export type Messages = Readonly<Record<string, Overrides<Texts>>>;

const registered = new Map<string, FirstScreenTexts | Texts>([['en', enFirstScreen]]);
const changes = new EventTarget();

/** Languages that are fetched when a page needs them. */
const fetched: Readonly<Record<string, () => Promise<unknown>>> = {
  'zh-CN': () => import('../locales/zh-CN.register.js'),
};

/** Makes the texts of a language known; elements that wait for them draw themselves. */
export function registerTexts(texts: Texts): void {
  registered.set(texts.tag, texts);
  changes.dispatchEvent(new Event('change'));
}

/** Calls `listener` whenever texts were registered, until `signal` is aborted. */
export function onTexts(listener: () => void, signal: AbortSignal): void {
  changes.addEventListener('change', listener, {signal});
}

/** Gives the texts of a language, as much of them as is here already. */
export function textsOf(tag: string): FirstScreenTexts | Texts | undefined {
  return registered.get(tag);
}

/** True when all texts of the language are here, not only those of the first screen. */
export function isWhole(texts: FirstScreenTexts | Texts | undefined): texts is Texts {
  return texts !== undefined && 'problems' in texts;
}

/** Fetches a language. Rejects when it cannot be had. */
export async function fetchTexts(tag: string): Promise<void> {
  await fetched[tag]?.();
}

/** Finds the language that comes closest to a BCP 47 tag: exact, then shorter, then any of the same language, then English. */
export function lookup(requested: string): string {
  const known = [...new Set([...registered.keys(), ...Object.keys(fetched)])];
  const subtags = requested.trim().replaceAll('_', '-').toLowerCase().split('-');
  for (let length = subtags.length; length > 0; length--) {
    const wanted = subtags.slice(0, length).join('-');
    const found = known.find((tag) => tag.toLowerCase() === wanted);
    if (found) return found;
  }
  return known.find((tag) => tag.toLowerCase().split('-')[0] === subtags[0]) ?? 'en';
}
