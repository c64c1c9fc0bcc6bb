import js from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

const nodeGlobals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']));

const TIME =
  'Time in the client goes through shared/time: see `after`, `uptime`, `ServerClock` and `pauseBefore` there.';

const TIMERS = ['setTimeout', 'setInterval'].map((name) => ({ name, message: TIME }));
const CLOCK = { object: 'Date', property: 'now', message: TIME };
const NEW_DATE = { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: TIME };
const RXJS_TIME = { name: 'rxjs', importNames: ['interval', 'repeat', 'delay'], message: TIME };

/** What a module says while it is loaded would be English: no translation is there yet. */
const SAID_TOO_EARLY = {
  selector: "TaggedTemplateExpression[tag.name='$localize']:not(:function *):not(PropertyDefinition[static=false] *)",
  message: 'Say it when it is needed: in a function, a field of a class or a template. See docs/translating.md.',
};

/** The browser's language is not always that of the page. */
const WRITTEN =
  'Dates, numbers, lists and the order of names go through shared/language and shared/text. Times and ids are compared by `compareCodes`.';
const BY_BROWSER = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'localeCompare'];
const INTL = { name: 'Intl', message: WRITTEN };
const LOCALE_METHODS = BY_BROWSER.map((property) => ({ property, message: WRITTEN }));

/** Angular sets a property of that name, which no element has: nobody is told anything. */
const LOST_LABEL = {
  selector: 'BoundAttribute[name=/-/][i18n]',
  message:
    'A marked attribute with a {{ value }} in it is lost: say it by `$localize` and bind it, as [attr.aria-label].',
};

const WAYS = 'Features ask the server through `GraphQL`, which knows how a request goes.';

export default defineConfig(
  globalIgnores([
    'dist/',
    'packages/*/dist/',
    'data/',
    'uploads/',
    'node_modules/',
    'client/src/app/core/graphql/generated/',
    'test/support/relay/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['vitest.config.ts', 'examples/*.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Modules of Nest and components of Angular are classes for the sake of their decorators.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Nest's GraphQL types and Angular Material's options are declared as classes and, by their own manuals, given as
      // plain objects: a shape is what counts, as everywhere in TypeScript.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [typescript.configs.strict, typescript.configs.stylistic],
    languageOptions: { globals: nodeGlobals },
  },
  {
    files: ['client/src/service-worker/**/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: { self: 'readonly', importScripts: 'readonly', URL: 'readonly' },
    },
  },
  {
    files: ['client/public/**/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: { document: 'readonly', localStorage: 'readonly', navigator: 'readonly' },
    },
  },
  {
    files: ['client/src/service-worker/**/*.js'],
    languageOptions: { sourceType: 'script', globals: { self: 'readonly' } },
  },
  {
    files: ['client/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: ['client/src/app/**/*.ts'],
    ignores: ['client/**/*.test.ts', 'client/**/test/**'],
    rules: {
      // A delay that is too long for a browser fires at once, a clock may be weeks off, and what repeats itself needs a floor.
      'no-restricted-globals': ['error', ...TIMERS, INTL],
      'no-restricted-properties': ['error', CLOCK, ...LOCALE_METHODS],
      'no-restricted-syntax': ['error', NEW_DATE, SAID_TOO_EARLY],
      'no-restricted-imports': ['error', { paths: [RXJS_TIME] }],
    },
  },
  {
    files: ['client/src/app/shared/time/**/*.ts'],
    ignores: ['client/**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', INTL],
      'no-restricted-properties': ['error', ...LOCALE_METHODS],
      'no-restricted-syntax': ['error', SAID_TOO_EARLY],
      'no-restricted-imports': 'off',
    },
  },
  {
    // Which time zones there are is the same in all languages.
    files: ['client/src/app/shared/language/**/*.ts', 'client/src/app/shared/text/time-zones.ts'],
    ignores: ['client/**/*.test.ts'],
    rules: { 'no-restricted-globals': ['error', ...TIMERS] },
  },
  {
    files: ['client/src/app/{features,feed,shared}/**/*.ts'],
    ignores: ['client/src/app/shared/time/**', 'client/**/*.test.ts', 'client/**/test/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [RXJS_TIME],
          patterns: [
            { group: ['@apollo/*', '**/graphql/http', '**/graphql/apollo', '**/graphql/load-apollo'], message: WAYS },
          ],
        },
      ],
    },
  },
  {
    // What people read is marked for translation: see docs/translating.md.
    files: ['client/**/*.html'],
    ignores: ['client/src/index.html'],
    plugins: { '@angular-eslint/template': angular.templatePlugin },
    rules: {
      '@angular-eslint/template/i18n': [
        'error',
        { checkId: false, checkAttributes: false, checkText: true, allowMarkupInContent: true },
      ],
    },
  },
  {
    files: ['client/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      'no-restricted-syntax': [
        'error',
        LOST_LABEL,
        { selector: `PropertyRead[name=/^(?:${BY_BROWSER.join('|')})$/]`, message: WRITTEN },
      ],
    },
  },
);
