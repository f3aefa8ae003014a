import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import hooks from 'eslint-plugin-react-hooks';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const spoken = 'Texts stand in texts.ts.';
const sized = 'Figures with a unit are put in words by @/shared/format/bytes.';
const parents = { group: ['../*'], message: 'Import by @/folder/file.' };
const APP = '^@/app/(?!test/)';
const modal = { name: '@mantine/core', importNames: ['Modal'], message: 'A Dialog of @/shared/ui/Dialog gives the focus back.' };
const ANY_APP = '^@/app/';

// What every feature offers to the others, and what a few offer beside that; the rest is a feature's own.
const always = ['api', 'keys', 'texts'];
const few = [
  'access/(rights|quota/QuotaBars|people/useNames)',
  'groups/work/.+',
  'guests/(subject|useSnapshotNames|lock/.+)',
  'inventory/(nic|record)/.+',
  'operations/work/.+',
  // What single machines are made by makes those of reservations too, and either can be for a time.
  'provision/(draft|families|order|rules|fields/.+)',
  'reservations/(cards/.+|time/.+|book/(Conflicts|EndFields|TimesFields|ends))',
];
const features = readdirSync(new URL('src/features', import.meta.url));

/** Forbids to import what matches. */
const without = (regex, message) => ({
  'no-restricted-imports': ['error', { paths: [modal], patterns: [parents, ...regex.map((each) => ({ regex: each, message }))] }],
});

/** What is not a feature's own and not offered by the others. */
const inside = (own, more = []) => `^@/features/(?!${own}/|[^/]+/(${always.join('|')})$|(${[...few, ...more].join('|')})$)`;

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'target', 'src/shared/api/schema.d.ts'] },
  ...tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      // A number reads in a text as it is meant to, and many handlers only pass on what they are given.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
    },
  },
  // Of no project of the compiler's.
  { files: ['**/*.{js,mjs}', '*.config.ts'], ...tseslint.configs.disableTypeChecked },
  hooks.configs.flat['recommended-latest'] ?? hooks.configs.flat.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: { ...importX.flatConfigs.typescript.settings, 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 200 }],
      'no-console': 'error',
      ...without([], ''),
      // Each filters for itself what a compiler cannot keep for it.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['src/**/*.tsx'],
    ignores: ['src/**/*.test.tsx', 'src/**/test/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/[A-Za-z]{2}/]', message: spoken },
        { selector: 'TemplateElement[value.raw=/[KMGT]iB/]', message: sized },
        {
          selector:
            'JSXAttribute[name.name=/^(label|title|placeholder|alt|description|aria-label|aria-description|aria-roledescription)$/] > Literal[value=/./]',
          message: spoken,
        },
      ],
    },
  },
  {
    // A unit beside a figure is written by src/shared/format/bytes.ts alone; those of fields stand in their labels.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/shared/format/texts.ts', 'src/**/*.test.{ts,tsx}', 'src/**/test/**', 'src/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', { selector: 'TemplateElement[value.raw=/[KMGT]iB/]', message: sized }] },
  },
  {
    files: ['src/shared/**'],
    ignores: ['src/shared/ui/Dialog.tsx'],
    rules: without([ANY_APP, '^@/features/'], 'What is shared knows neither the app nor a feature.'),
  },
  { files: ['src/shared/ui/Dialog.tsx'], rules: { 'no-restricted-imports': 'off' } },
  ...features.flatMap((own) => [
    { files: [`src/features/${own}/**`], rules: without([inside(own), ANY_APP], 'A feature takes from another what that offers, and nothing from the app.') },
    // A test opens the whole UI.
    {
      files: [`src/features/${own}/**/*.test.{ts,tsx}`],
      rules: without([inside(own, ['[^/]+/test/.+']), APP], 'A test takes from another feature what that offers, and from the app its test kit.'),
    },
  ]),
  { files: ['src/**/*.test.{ts,tsx}', 'src/**/test/**', 'src/**/texts.ts'], rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
);
