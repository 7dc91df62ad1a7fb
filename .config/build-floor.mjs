import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const webpack = require('webpack');
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * Builds test/bench/floor with the pane, in one build: what a pane takes that is React, the
 * FluentProvider and the components of a first screen of ours, and does nothing. In one build, for
 * what of a library is left out depends on what the whole of it uses. Into dist/floor.
 */
const pages = require(at('webpack.config.js'))({}, { mode: 'production' }).find(
  ({ name }) => name === 'pages',
);
const compiler = webpack({
  ...pages,
  name: 'floor',
  entry: {
    pane: at('src/taskpane/index.tsx'),
    empty: at('test/bench/floor/empty.tsx'),
    start: at('test/bench/floor/start.tsx'),
    form: at('test/bench/floor/form.tsx'),
  },
  output: {
    path: at('dist/floor'),
    filename: '[name].js',
    chunkFilename: 'chunks/[name].js',
    clean: true,
  },
  plugins: [],
  cache: { ...pages.cache, name: 'floor-production' },
});
const stats = await new Promise((done, failed) =>
  compiler.run((error, result) => (error ? failed(error) : done(result))),
);
await new Promise((done) => compiler.close(done));
if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
