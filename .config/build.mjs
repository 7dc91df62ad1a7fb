import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { isBuilt } = require('./built.cjs');

/**
 * Builds one of webpack.config.js' parts, so that tests run what is written now and not an older
 * build. What `npm ci` or the run before has built of just these sources is taken.
 */
export async function build(name) {
  if (isBuilt(name)) return;
  const webpack = require('webpack');
  const configs = require(fileURLToPath(new URL('../webpack.config.js', import.meta.url)))(
    {},
    { mode: 'production' },
  );
  const compiler = webpack(configs.find((config) => config.name === name));
  const stats = await new Promise((done, failed) =>
    compiler.run((error, result) => (error ? failed(error) : done(result))),
  );
  await new Promise((done) => compiler.close(done));
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
}
