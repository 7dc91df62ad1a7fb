import config from './jest.config.mjs';

/**
 * `npm run test:fast`: what stands beside each module, without the scenarios, the browser and the
 * command line of `npm test`, and without what plays the whole pane or draws many workbooks.
 */
const LONG = '(ui/app|ledger/ledger-tools)\\.dom|stamped-writer|merge-desks|restated-tables';
const [node, jsdom] = config.projects;
const shorter = ({ testPathIgnorePatterns = [] }) => [...testPathIgnorePatterns, LONG];
export default {
  ...config,
  projects: [
    { ...node, testMatch: ['<rootDir>/src/**/*.test.ts'], testPathIgnorePatterns: shorter(node) },
    {
      ...jsdom,
      testMatch: ['<rootDir>/src/**/*.dom.test.tsx'],
      testPathIgnorePatterns: shorter(jsdom),
    },
  ],
};
