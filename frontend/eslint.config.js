import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const spoken = 'Texts stand in texts.ts.';
const sized = 'Figures with a unit are put in words by @/shared/format/bytes.';
const parents = { group: ['../*'], message: 'Import by @/folder/file.' };
const pages = (...names) => ({ group: names.map((name) => `@/${name}/*`), message: 'A page does not import another.' });

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'target', 'src/shared/api/schema.d.ts'] },
  ...tseslint.configs.recommended,
  hooks.configs.flat['recommended-latest'] ?? hooks.configs.flat.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 200 }],
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: [parents] }],
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
        { selector: 'JSXAttribute[name.name=/^(label|title|placeholder|alt|description|aria-label|aria-description|aria-roledescription)$/] > Literal[value=/./]', message: spoken },
      ],
    },
  },
  {
    // A unit beside a figure is written by src/shared/format/bytes.ts alone; those of fields stand in their labels.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/shared/format/texts.ts', 'src/**/*.test.{ts,tsx}', 'src/**/test/**', 'src/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', { selector: 'TemplateElement[value.raw=/[KMGT]iB/]', message: sized }] },
  },
  ...['dashboard', 'guests', 'operations', 'access', 'audit'].map((own) => ({
    files: [`src/**/${own}/**`],
    rules: { 'no-restricted-imports': ['error', { patterns: [parents, pages(...['dashboard', 'guests', 'provision', 'operations', 'access', 'audit'].filter((page) => page !== own))] }] },
  })),
  // Its last step is an operation's page.
  { files: ['src/provision/**'], rules: { 'no-restricted-imports': ['error', { patterns: [parents, pages('dashboard', 'guests', 'access', 'audit')] }] } },
  { files: ['src/**/*.test.{ts,tsx}', 'src/**/test/**', 'src/texts/**', 'src/**/texts.ts'], rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
);
