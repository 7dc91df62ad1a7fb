import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

const quotedRoom = (rooms) =>
  rooms.map((room) => ({
    group: [`**/${room}/**`],
    message: 'Not along the arrows of the house.',
  }));

export default typescript.config(
  { ignores: ['dist/**', 'node_modules/**', 'tong-hop-mau/**', 'test-output/**'] },
  js.configs.recommended,
  ...typescript.configs.recommended,
  // Each file is analysed as the React compiler would: only where there can be a hook.
  { ...reactHooks.configs.flat['recommended-latest'], files: ['**/*.tsx', 'src/ui/**/*.ts'] },
  {
    languageOptions: {
      globals: { Office: 'readonly', Excel: 'readonly', OfficeExtension: 'readonly' },
    },
    rules: {
      'no-irregular-whitespace': 'off',
      'no-control-regex': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-undef': 'off',
      // Sentences stand whole in their line, so that they can be searched; all else wraps.
      'max-len': [
        'error',
        {
          code: 100,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
          ignoreUrls: true,
        },
      ],
    },
  },
  {
    files: ['src/excel/**', 'src/taskpane/**'],
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(
      Object.entries(officeAddins.configs.recommended.at(-1).rules).filter(([rule]) =>
        rule.startsWith('office-addins/'),
      ),
    ),
  },
  {
    // Only one room speaks Office.js; only entry points start it.
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/excel/**', 'src/taskpane/**', 'src/commands/**', 'src/functions/**'],
    rules: {
      'no-restricted-globals': ['error', 'Excel', 'Office', 'OfficeExtension'],
      'no-restricted-imports': ['error', { patterns: quotedRoom(['office-js']) }],
    },
  },
  {
    // The pure rooms: no clock, no randomness, no locale of the machine.
    files: ['src/text/**', 'src/workbook/**', 'src/domain/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock comes from outside.' },
        { object: 'Math', property: 'random', message: 'Nothing here is random.' },
      ],
    },
  },
  {
    files: ['**/*.js', '.config/**/*.cjs', 'test/**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
