import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {html} from 'lit';
import './preview.css';

type Icon = NonNullable<Exclude<NonNullable<Preview['globalTypes']>[string]['toolbar'], undefined>['icon']>;

// The manifest is built by `npm run manifest`; without it, the pages lack only their tables.
const manifests = import.meta.glob<Record<string, unknown>>('../dist/custom-elements.json', {
  eager: true,
  import: 'default',
});
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest);

const toolbar = (title: string, icon: Icon, items: readonly (readonly [string, string])[]) => ({
  description: title,
  toolbar: {title, icon, items: items.map(([value, label]) => ({value, title: label})), dynamicTitle: true},
});

export default {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    // Asked by the story tester in every theme; here it serves the panel.
    a11y: {test: 'off'},
    options: {storySort: {order: ['Tokens', 'Security phone editor', 'Account provider']}},
  },
  globalTypes: {
    language: toolbar('Language', 'globe', [
      ['en', 'English'],
      ['zh-CN', '简体中文'],
    ]),
    theme: toolbar('Theme', 'mirror', [
      ['light', 'Light'],
      ['dark', 'Dark'],
    ]),
    width: toolbar('Width', 'grow', [
      ['wide', 'Wide'],
      ['column', 'Column (560 px)'],
      ['phone', 'Phone (320 px)'],
    ]),
  },
  initialGlobals: {language: 'en', theme: 'light', width: 'column'},
  decorators: [
    (story, {globals}) => {
      const {language, theme, width} = globals;
      document.documentElement.lang = String(language);
      document.documentElement.dataset.theme = String(theme);
      return html`<main class="stage ${String(width)}">${story()}</main>`;
    },
  ],
} satisfies Preview;
