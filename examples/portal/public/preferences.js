import {ask} from './requests.js';
import {speak} from './texts.js';

/** Wires the switches for language and theme. Both act at once and are remembered. */
export async function preferences() {
  const root = document.documentElement;
  const language = document.querySelector('#language');
  const theme = document.querySelector('#theme');
  language.value = root.lang;
  theme.value = root.dataset.theme;

  language.addEventListener('change', () => {
    void speak(language.value);
    void ask('PUT', '/preferences', {language: language.value});
  });
  theme.addEventListener('change', () => {
    root.dataset.theme = theme.value;
    void ask('PUT', '/preferences', {theme: theme.value});
  });
  await speak(root.lang);
}
