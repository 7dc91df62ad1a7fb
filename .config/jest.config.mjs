import { fileURLToPath } from 'node:url';
import { measurePatience } from './patience.mjs';

const rootDir = fileURLToPath(new URL('..', import.meta.url));
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];
/** These packages ship only ES modules. */
const esmOnly = 'hucre|@ironcalc|hyparquet|hyparquet-writer';
const common = {
  rootDir,
  transform: { '\\.(m?[jt]s|tsx)$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  runtime: '<rootDir>/.config/compiled-once.cjs',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'json', 'mjs'],
  // In a test's context every look at a global goes through interceptors, some fifty times dearer
  // than in Node itself: what the house calculates with is handed to each module instead.
  sandboxInjectedGlobals: [
    'Array',
    'BigInt',
    'Boolean',
    'DataView',
    'Date',
    'Error',
    'Infinity',
    'JSON',
    'Map',
    'Math',
    'Number',
    'Object',
    'Promise',
    'RegExp',
    'Set',
    'String',
    'Uint8Array',
    'WeakMap',
    'isFinite',
    'isNaN',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/tong-hop-mau/'],
};

export default {
  rootDir,
  testTimeout: 60_000 * measurePatience(),
  // By itself Jest gives a worker half a second to give back its memory and end, and says that the
  // tests leak where the machine is slower than that.
  workerGracefulExitTimeout: 5000 * measurePatience(),
  // Jest leaves a core idle by itself; of two that is half the time.
  maxWorkers: 2,
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      globalSetup: '<rootDir>/.config/build-cli.mjs',
      testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/test/browser/',
        '<rootDir>/test/matrix/',
        '<rootDir>/test/office/',
        '\\.dom\\.test\\.',
      ],
    },
    {
      ...common,
      displayName: 'jsdom',
      testEnvironment: '<rootDir>/.config/jsdom-environment.cjs',
      testEnvironmentOptions: { url: 'https://localhost/taskpane.html' },
      testMatch: ['<rootDir>/src/**/*.dom.test.tsx', '<rootDir>/test/office/**/*.test.{ts,tsx}'],
      setupFilesAfterEnv: ['<rootDir>/test/jsdom-setup.ts'],
      // The month is played in the browser; in jsdom, and on newer requirement sets, in `npm run
      // test:all`.
      testPathIgnorePatterns: [
        '/node_modules/',
        ...(process.env.ALL_WAYS ? [] : ['test/office/month-']),
      ],
    },
    {
      ...common,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/.config/build-pages.mjs',
      globalTeardown: '<rootDir>/.config/close-browser.mjs',
    },
  ],
};
