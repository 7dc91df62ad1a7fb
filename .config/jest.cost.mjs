import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import config from './jest.config.mjs';

/**
 * `npx jest -c .config/jest.cost.mjs`: the tests of `npm test`, and a table of what each suite
 * takes and asserts; two of them side by side tell what a change took away.
 */
process.env.COST ??= join(tmpdir(), 'tonghop-cost.tsv');
process.env.COST_ROOT = config.rootDir;
writeFileSync(process.env.COST, 'suite\tCPU seconds\ttests\tassertions\n');
console.error(`The table: ${process.env.COST}`);

export default {
  ...config,
  projects: config.projects.map((project) => ({
    ...project,
    setupFilesAfterEnv: [
      ...(project.setupFilesAfterEnv ?? []),
      '<rootDir>/.config/cost-of-suite.cjs',
    ],
  })),
};
