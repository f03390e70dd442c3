import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * What never imports what (ARCHITECTURE.md). A later block replaces an earlier one for the same file,
 * so each says all that it forbids.
 */
const never = (files, regex, message, ignores = []) => ({
  files,
  ignores,
  rules: {'@typescript-eslint/no-restricted-imports': ['error', {patterns: [{regex, message}]}]},
});

const element = '(account-provider|security-phone-editor|realname-verifier|account-upgrade-banner)';
const view = '^(lit|@lit/)|/components/|/sandbox/';

export default tseslint.config(
  {ignores: ['dist', 'coverage', 'storybook-static', '.data', 'src/contract.ts', '**/node_modules']},
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {project: ['tsconfig.json', 'tsconfig.node.json'], tsconfigRootDir: import.meta.dirname},
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        {ignoreArrowShorthand: true, ignoreVoidOperator: true},
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // The contract's shapes are interfaces of the wire; both spellings read well where they stand.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked], languageOptions: {globals: globals.node}},
  {files: ['examples/*/public/**/*.js'], languageOptions: {globals: globals.browser}},
  {
    files: ['components/**/*.ts', 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: {'lit-a11y': litA11y},
    rules: {
      ...litA11y.configs.recommended.rules,
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({property, message: 'Text only.'})),
      ],
    },
  },
  {
    files: ['src/**', 'components/**'],
    rules: {
      'no-console': ['error', {allow: ['warn']}],
      'no-restricted-globals': ['error', 'localStorage', 'sessionStorage', 'indexedDB'],
    },
  },
  {
    files: ['test/**', 'sandbox/test/**', 'stories/**'],
    rules: {
      // node:test gives promises that it awaits itself; chai's assertions look like promises.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },

  never(['src/**'], view, 'The SDK has no view.'),
  never(
    ['src/errors.ts', 'src/fields/**', 'src/intent.ts', 'src/clock.ts'],
    '^(?!\\./contract\\.js$)',
    'A leaf: imports nothing.',
    ['src/fields/**/*.test.ts'],
  ),
  never(['src/http.ts', 'src/session.ts'], `${view}|/(resources|flows)/`, 'The door knows no resource and no flow.'),
  never(
    ['src/resources/**'],
    `${view}|^ky$|/flows/|^\\./`,
    'A resource knows HTTP only through `Http`, and no other resource.',
  ),
  never(['src/flows/**'], `${view}|^ky$|/http\\.js$`, 'A flow knows resources and errors, nothing below.'),
  {
    files: ['src/flows/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB'],
        ...['setTimeout', 'setInterval', 'queueMicrotask', 'fetch'],
      ],
    },
  },
  never(
    ['components/**'],
    `^ky$|/src/(?!index\\.js$)|/sandbox/|\\.\\./${element}/${element}\\.js$`,
    'Components use the SDK by its front door, and each other not at all.',
    ['components/index.ts'],
  ),
  never(
    [
      'components/internal/**',
      'components/{action-button,choice-list,countdown-button,method-marks,notice,step-list,*-field}/**',
    ],
    `^ky$|/src/(?!index\\.js$)|/sandbox/|/${element}/`,
    'Parts know no element.',
  ),
  never(
    ['stories/**'],
    '/src/(?!index\\.js$)|/components/internal/|/sandbox/',
    'A story shows what a portal can import.',
  ),
  never(['sandbox/**'], '/components/|/src/(?!contract\\.ts$)', 'The service knows the contract, not the kit.', [
    'sandbox/test/**',
  ]),
  never(
    ['sandbox/domain/**'],
    '/components/|/src/(?!contract\\.ts$)|^hono|^@hono|^pg$|pglite|/(http|outbox|personas)/|/store/(?!(db|vault)\\.ts$)',
    'Rules know no HTTP, no driver and no sandbox.',
  ),
);
