import config from './jest.config.mjs';
import { measurePatience } from './patience.mjs';

/** The long runs of `npm run test:all`. */
const [node] = config.projects;
export default {
  ...node,
  displayName: 'matrix',
  maxWorkers: config.maxWorkers,
  workerGracefulExitTimeout: config.workerGracefulExitTimeout,
  globalSetup: '<rootDir>/.config/build-pages.mjs',
  globalTeardown: '<rootDir>/.config/close-browser.mjs',
  testMatch: ['<rootDir>/test/matrix/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000 * measurePatience(),
};
