/**
 * Another commit of this repository in a folder of its own, for as long as a piece of work takes;
 * what of it is run as it is built is built by that work.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = fileURLToPath(new URL('..', import.meta.url));

/** Calls `work` with the folder and the short hash of a commit. */
export function besideCommit(commit, work) {
  const hash = execFileSync('git', ['rev-parse', '--short', `${commit}^{commit}`], {
    cwd: HERE,
    encoding: 'utf8',
  }).trim();
  const there = mkdtempSync(join(tmpdir(), 'tonghop-beside-'));
  try {
    execFileSync('git', ['worktree', 'add', '--detach', there, hash], {
      cwd: HERE,
      stdio: 'ignore',
    });
    giveModules(there);
    return work(there, hash);
  } finally {
    spawnSync('git', ['worktree', 'remove', '--force', there], { cwd: HERE, stdio: 'ignore' });
    rmSync(there, { recursive: true, force: true });
  }
}

/** The packages: ours where the lock is the same, else those of that commit. */
function giveModules(there) {
  const lock = (folder) => readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (lock(there) === lock(HERE)) {
    symlinkSync(join(HERE, 'node_modules'), join(there, 'node_modules'), 'junction');
  } else {
    console.error('other packages then: installing them …');
    execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts'], {
      cwd: there,
      stdio: 'ignore',
      shell: process.platform === 'win32',
    });
  }
}

/** Builds one of webpack.config.js' parts. */
export function buildIn(folder, part) {
  execFileSync(
    process.execPath,
    [
      join('node_modules', 'webpack', 'bin', 'webpack.js'),
      ...['--mode', 'production', '--config-name', part],
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
