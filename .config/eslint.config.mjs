import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

const quotedRoom = (rooms) =>
  rooms.map((room) => ({
    group: [`**/${room}/**`],
    message: 'Not along the arrows of the house.',
  }));

/** The most branches of a function; one knot more in a file below is one too many. */
const BRANCHES = 15;
/**
 * The functions that have more, by their file: 22 of some 13,300, where the goal is 1 in 500. They
 * are untied one by one, and none is added.
 */
const KNOTS = {
  // Parsers that are one table of states, and counted in time for every byte or element.
  'src/xlsx/read/rows.ts': [22, 'readCell, readValue'],
  'src/xlsx/read/sheet.ts': [29, 'open: elements of a sheet'],
  'src/xlsx/read/styles.ts': [17, 'readFont: elements of a font'],
  'src/xlsx/read/workbook.ts': [18, 'readPackage: parts of a package'],
  'src/xlsx/read/xml-bytes.ts': [16, 'nextAttribute'],
  'src/xlsx/word/numbering.ts': [24, 'open: elements of a list'],
  'src/xlsx/legacy/read.ts': [18, 'convert: what SheetJS gives, field by field'],
  'src/xlsx/write/workbook.ts': [20, 'toHucre: what hucre takes, field by field'],
  'src/word/text-nodes.ts': [19, 'textPart: elements of a document'],
  'src/excel/read-whole.ts': [17, 'readOnce: what is asked of a sheet in one round trip'],
  'src/workbench/calc/precedents.ts': [18, 'valuesIn'],
  // What a person's screen holds together.
  'src/ui/intake/intake-step.tsx': [28, 'IntakeStep'],
  'src/ui/intake/agency-page.tsx': [16, 'AgencyPage'],
  'src/ui/consolidate/cell-source.tsx': [16, 'CellSource'],
  'src/workbench/grid/grid.tsx': [20, 'Grid'],
  // A case for each state of a result, each one sentence.
  'src/locale/written-report.ts': [18, 'indicatorSentence'],
  // Their steps share what they have found so far; to be made steps that hand it on.
  'src/domain/reading/identify.ts': [25, 'identify'],
  'src/domain/reading/match-rows.ts': [19, 'matchRows'],
  'src/cli/sample/fill-form.ts': [18, 'fillIndicator'],
  'src/lake/figure-rows.ts': [16, 'period'],
  'src/one-file/model-workbook.ts': [16, 'append'],
};

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
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    rules: { complexity: ['error', BRANCHES] },
  },
  ...Object.entries(KNOTS).map(([file, [branches]]) => ({
    files: [file],
    rules: { complexity: ['error', branches] },
  })),
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
