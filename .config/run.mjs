import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs a TypeScript program of ours in plain Node, as it will run in a product: `node
 * .config/run.mjs test/bench/reading.ts …`.
 */
const require = createRequire(import.meta.url);
const webpack = require('webpack');
const root = fileURLToPath(new URL('..', import.meta.url));
const [entry, ...args] = process.argv.slice(2);
const name = basename(entry, '.ts');
const folder = join(root, 'dist', 'run');
const [cli] = require(join(root, 'webpack.config.js'))({}, { mode: 'production' });
const { output: _output, cache: _cache, ...common } = cli;
const program = {
  ...common,
  name: 'run',
  context: root,
  entry: { [name]: `./${entry}`, checker: './src/cli/checker.ts' },
  output: { path: folder, filename: '[name].js' },
  // A rival of measurements only, and written for require.
  externals: { exceljs: 'commonjs exceljs' },
};
const stats = await new Promise((done, failed) =>
  webpack(program).run((error, result) => (error ? failed(error) : done(result))),
);
if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', join(folder, `${name}.js`), ...args],
  {
    stdio: 'inherit',
    cwd: root,
  },
);
process.exitCode = status ?? 1;
