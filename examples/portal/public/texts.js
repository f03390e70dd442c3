/** The portal's words in the language of the page, and how the page is told of another language. */

let words = {};
const listeners = new Set();

/** Loads the words of a language, and puts them into every element that names its text. */
export async function speak(language) {
  const response = await fetch(`/texts/${encodeURIComponent(language)}`);
  if (!response.ok) throw new Error('The texts did not load.');
  words = await response.json();
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = text(element.dataset.text);
  for (const element of document.querySelectorAll('[data-label]')) element.ariaLabel = text(element.dataset.label);
  for (const listener of listeners) listener();
}

/** Gives a text; `{name}` in it becomes the value of that name. */
export function text(key, values = {}) {
  return (words[key] ?? '').replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** Of a text in several languages, the one of the page. */
export function inPageLanguage(texts) {
  return texts[document.documentElement.lang] ?? texts.en;
}

/** Calls `draw` now and whenever the language changes. */
export function drawInLanguage(draw) {
  listeners.add(draw);
  draw();
}
