import config from './jest.config.mjs';

/** `npm run bench`: figures, not tests; what they were is kept in docs/bench.md. */
const [, jsdom] = config.projects;
export default {
  ...jsdom,
  displayName: 'bench',
  testMatch: ['<rootDir>/test/bench/**/*.bench.ts'],
  testTimeout: 600_000,
};
