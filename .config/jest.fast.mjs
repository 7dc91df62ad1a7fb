import config from './jest.config.mjs';

/**
 * `npm run test:fast`: what stands beside each module, without the scenarios, the browser and the
 * command line of `npm test`.
 */
const [node, jsdom] = config.projects;
export default {
  ...config,
  projects: [
    { ...node, testMatch: ['<rootDir>/src/**/*.test.ts'] },
    { ...jsdom, testMatch: ['<rootDir>/src/**/*.dom.test.tsx'] },
  ],
};
