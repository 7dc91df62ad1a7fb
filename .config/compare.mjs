/**
 * npm run compare -- --against COMMIT [PLAN…]    every answer of the command line now, beside those
 * of that commit
 *
 * For a change of the house that must not change what the product answers: prints every difference
 * and exits 1 where there is one. What is asked stands in test/compare/compare.ts.
 */
import { spawnSync } from 'node:child_process';
import { besideCommit, buildIn, HERE } from './beside-commit.mjs';

const [flag, commit, ...plans] = process.argv.slice(2);
if (flag !== '--against' || !commit) {
  console.error('npm run compare -- --against COMMIT [PLAN…]');
  process.exit(2);
}
process.exitCode = besideCommit(commit, (there) => {
  for (const folder of [HERE, there]) buildIn(folder, 'cli');
  const args = ['.config/run.mjs', 'test/compare/compare.ts', HERE, there, ...plans];
  return spawnSync(process.execPath, args, { cwd: HERE, stdio: 'inherit' }).status ?? 2;
});
