import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const OXFMT = fileURLToPath(new URL('../node_modules/oxfmt/bin/oxfmt', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The text of a file that is written by a command, as `npm run format` wants it. */
export function formatted(file, text) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [OXFMT, `--stdin-filepath=${file}`],
    { cwd: ROOT, input: text, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
  return stdout;
}
